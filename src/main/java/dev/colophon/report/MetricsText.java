package dev.colophon.report;

import dev.colophon.dataset.run.RunOutcome;
import dev.colophon.dataset.run.RunRecord;
import java.util.Locale;

/**
 * A run's figures in the Prometheus text exposition format 0.0.4, for a file that node_exporter's textfile collector
 * reads. All are gauges: they tell of the last run.
 */
public final class MetricsText {
    private final StringBuilder text = new StringBuilder();
    private final String job;

    private MetricsText(String job) {
        this.job = "job=\"" + escape(job) + "\"";
    }

    /** The file's text. */
    public static String of(RunSummary summary) {
        RunRecord run = summary.run();
        MetricsText metrics = new MetricsText(run.job());
        metrics.gauge("captures", "Captures read.", run.accounting().captures());
        metrics.gauge(
                "documents", "Captures that became documents.", run.accounting().documents());
        metrics.rejects(run);
        metrics.gauge(
                "input_bytes",
                "Bytes of input read, as stored.",
                run.accounting().bytes());
        metrics.gauge("shards", "Shards converted.", run.shards().size());
        metrics.gauge("batches", "Batches made.", run.batches().size());
        metrics.gauge(
                "duplicate_documents",
                "Documents of the batches that the run wrote that repeat another, or are a revision of it.",
                summary.contents().duplicateDocuments());
        metrics.gauge(
                "start_time_seconds",
                "When the run began, in Unix time.",
                run.started().getEpochSecond());
        metrics.ending(run);
        metrics.outcome(run.outcome());
        return metrics.text.toString();
    }

    private void rejects(RunRecord run) {
        head("rejects", "Captures that became no document, by reason.");
        run.accounting()
                .rejects()
                .forEach((reason, count) -> sample(
                        "rejects",
                        ",reason=\"" + escape(reason) + "\",kind=\""
                                + Reasons.kind(reason).label() + "\"",
                        count.toString()));
    }

    private void ending(RunRecord run) {
        if (run.finished() != null) {
            gauge(
                    "end_time_seconds",
                    "When the run ended, in Unix time.",
                    run.finished().getEpochSecond());
            head("duration_seconds", "How long the run took.");
            double seconds = run.elapsed() == null ? 0 : run.elapsed().toMillis() / 1000.0;
            sample("duration_seconds", "", String.format(Locale.ROOT, "%.3f", seconds));
        }
        if (run.manifest() != null) {
            gauge("manifest", "Number of the manifest that the run committed.", run.manifest());
        }
    }

    private void outcome(RunOutcome ended) {
        head("outcome", "How the run ended: 1 for the outcome that it had.");
        for (RunOutcome outcome : RunOutcome.values()) {
            String label = outcome.name().toLowerCase(Locale.ROOT);
            sample("outcome", ",outcome=\"" + label + "\"", outcome == ended ? "1" : "0");
        }
    }

    private void gauge(String name, String help, long value) {
        head(name, help);
        sample(name, "", Long.toString(value));
    }

    private void head(String name, String help) {
        text.append("# HELP colophon_run_")
                .append(name)
                .append(' ')
                .append(help)
                .append('\n');
        text.append("# TYPE colophon_run_").append(name).append(" gauge\n");
    }

    private void sample(String name, String labels, String value) {
        text.append("colophon_run_")
                .append(name)
                .append('{')
                .append(job)
                .append(labels)
                .append("} ");
        text.append(value).append('\n');
    }

    private static String escape(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
