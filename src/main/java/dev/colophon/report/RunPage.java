package dev.colophon.report;

import dev.colophon.dataset.run.Accounting;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.run.ShardAccount;
import dev.colophon.model.RejectReason;
import dev.colophon.model.Versions;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A run as one HTML page that needs nothing else: no script, no request, its style allowed by hash in its content security
 * policy. Long lists end with how many more there are.
 */
public final class RunPage {
    private static final int ROWS = 12;
    private static final int SHARDS = 300;
    private static final String STYLE = style();

    private final RunSummary summary;
    private final RunRecord run;
    private final Html page = new Html();

    private RunPage(RunSummary summary) {
        this.summary = summary;
        this.run = summary.run();
    }

    /** The page's text, to be stored as UTF-8. */
    public static String of(RunSummary summary) {
        return new RunPage(summary).write();
    }

    private String write() {
        head();
        page.raw("<main>\n");
        title();
        warnings();
        cards();
        accounting();
        rejects();
        contents();
        shards();
        particulars();
        page.raw("</main>\n</body>\n</html>\n");
        return page.toString();
    }

    private void head() {
        page.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .raw("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '")
                .raw(styleHash())
                .raw("'; base-uri 'none'; form-action 'none'\">\n")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
                .element("title", run.job() + " · " + run.id() + " · Colophon")
                .raw("\n<style>")
                .raw(STYLE)
                .raw("</style>\n</head>\n<body>\n");
    }

    private void title() {
        page.raw("<header>\n<p class=\"brand\">Colophon run report</p>\n<h1>")
                .foreign(run.job())
                .raw(" ")
                .element("span", "badge " + outcomeClass(), run.outcome().words())
                .raw("</h1>\n<p class=\"sub\">Run ")
                .element("code", run.id())
                .text(" · began " + Words.instant(run.started()))
                .text(run.elapsed() == null ? "" : " · took " + Words.duration(run.elapsed()))
                .text(" · " + run.engine())
                .raw("</p>\n<p class=\"sub\">Dataset ")
                .element("code", summary.dataset())
                .text(run.manifest() == null ? " · nothing committed" : " · manifest " + run.manifest())
                .raw("</p>\n</header>\n");
    }

    private String outcomeClass() {
        return switch (run.outcome()) {
            case COMPLETE, NOTHING_NEW -> "good";
            case ABOVE_REJECT_LIMIT, RUNNING -> "warn";
            case FAILED -> "bad";
        };
    }

    private void warnings() {
        if (run.warnings().isEmpty()) {
            return;
        }
        page.raw("<section class=\"warnings\">\n<h2>Warnings</h2>\n<ul>\n");
        run.warnings().forEach(warning -> page.raw("<li>").foreign(warning).raw("</li>\n"));
        page.raw("</ul>\n</section>\n");
    }

    private void cards() {
        Accounting counts = run.accounting();
        Double rate = summary.documentsPerSecond();
        page.raw("<section class=\"cards\">\n");
        card("Captures", Words.number(counts.captures()), Words.bytes(counts.bytes()) + " of input");
        card("Documents", Words.number(counts.documents()), Words.share(counts.documents(), counts.captures()));
        card(
                "Rejects",
                Words.number(counts.rejected()),
                Words.number(counts.rejected(RejectReason.Kind.FAULT)) + " faults, "
                        + Words.number(counts.rejected(RejectReason.Kind.FILTER)) + " filtered");
        card("Duplicates", Words.number(summary.contents().duplicateDocuments()), summary.duplicates());
        card("Speed", rate == null ? "–" : Words.rate(rate), "documents a second");
        page.raw("</section>\n");
    }

    private void card(String name, String value, String note) {
        page.raw("<div class=\"card\">")
                .element("p", "name", name)
                .element("p", "value", value)
                .element("p", "note", note)
                .raw("</div>\n");
    }

    /** The whole run as one bar of three parts. */
    private void accounting() {
        Accounting counts = run.accounting();
        long filtered = counts.rejected(RejectReason.Kind.FILTER);
        long faults = counts.rejected(RejectReason.Kind.FAULT);
        page.raw("<section>\n<h2>Accounting</h2>\n<p>");
        page.text(Words.number(counts.captures()) + " captures read = " + Words.number(counts.documents())
                + " documents + " + Words.number(filtered) + " filtered + " + Words.number(faults) + " faults");
        page.raw("</p>\n<svg class=\"stack\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" role=\"img\"")
                .raw(" aria-label=\"share of documents, filtered captures and faults\">");
        double whole = Math.max(1, counts.captures());
        double documentsEnd = 100 * counts.documents() / whole;
        double filteredEnd = documentsEnd + 100 * filtered / whole;
        segment("documents", 0, documentsEnd);
        segment("filtered", documentsEnd, filteredEnd);
        segment("faults", filteredEnd, filteredEnd + 100 * faults / whole);
        page.raw("</svg>\n<p class=\"legend\"><span class=\"key documents\"></span>documents")
                .raw(" <span class=\"key filtered\"></span>filtered <span class=\"key faults\"></span>faults</p>\n")
                .raw("</section>\n");
    }

    private void segment(String cssClass, double from, double to) {
        page.raw(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.3f\" width=\"%.3f\" height=\"8\"/>",
                cssClass,
                from,
                Math.max(0, to - from)));
    }

    private void rejects() {
        List<Count> reasons = RunText.byCount(run.accounting());
        page.raw("<section>\n<h2>Rejects</h2>\n");
        if (reasons.isEmpty()) {
            page.raw("<p class=\"none\">None: every capture became a document.</p>\n</section>\n");
            return;
        }
        page.raw("<table>\n<thead><tr><th>Reason</th><th>Kind</th><th class=\"n\">Captures</th>")
                .raw("<th class=\"n\">Share</th><th></th></tr></thead>\n<tbody>\n");
        long most = reasons.get(0).count();
        for (Count reason : reasons) {
            RejectReason.Kind kind = Reasons.kind(reason.label());
            page.raw("<tr>").element("td", reason.label()).element("td", kind.label());
            page.element("td", "n", Words.number(reason.count()))
                    .element(
                            "td",
                            "n",
                            Words.share(reason.count(), run.accounting().captures()))
                    .raw("<td class=\"b\">")
                    .bar(kind.label(), (double) reason.count() / most)
                    .raw("</td></tr>\n");
        }
        page.raw("</tbody>\n</table>\n");
        examples();
        page.raw("</section>\n");
    }

    private void examples() {
        if (summary.examples().isEmpty()) {
            return;
        }
        boolean alone = summary.contentsScope().isEmpty();
        page.element("h3", alone ? "Examples" : "Examples, of all runs of these batches");
        page.raw("<table>\n<thead><tr><th>Reason</th><th>Where</th><th>Message</th></tr></thead>\n<tbody>\n");
        for (RejectExample example : summary.examples()) {
            page.raw("<tr>").element("td", example.reason());
            page.raw("<td class=\"where\">").foreign(example.origin()).raw("</td><td>");
            page.foreign(example.message()).raw("</td></tr>\n");
        }
        page.raw("</tbody>\n</table>\n<p class=\"none\">All of them are in the table <code>rejects</code>.</p>\n");
    }

    private void contents() {
        Contents contents = summary.contents();
        long documents = contents.documents();
        String scope = summary.contentsScope();
        if (!scope.isEmpty()) {
            page.element("p", "none", "What follows is " + scope + ", those that were there before too.");
        }
        page.raw("<div class=\"columns\">\n");
        ranking("Coverage", contents.coverage(), documents, "of documents have it");
        ranking("Date precision", contents.datePrecisions(), documents, "of documents");
        ranking("Languages", contents.languages(), documents, "of documents");
        ranking("Publishers", contents.publishers(), documents, "of documents");
        ranking("First author, first editor", contents.contributors(), documents, "of documents");
        page.raw("</div>\n");
    }

    private void ranking(String title, List<Count> counts, long whole, String shareOf) {
        if (counts.isEmpty()) {
            return;
        }
        page.raw("<section>\n").element("h2", title).raw("<table title=\"share " + shareOf + "\">\n<tbody>\n");
        for (Count count : counts.subList(0, Math.min(ROWS, counts.size()))) {
            page.raw("<tr><td class=\"label\">").foreign(count.label()).raw("</td>");
            page.element("td", "n", Words.number(count.count()))
                    .element("td", "n", Words.share(count.count(), whole))
                    .raw("<td class=\"b\">")
                    .bar("plain", whole <= 0 ? 0 : (double) count.count() / whole)
                    .raw("</td></tr>\n");
        }
        page.raw("</tbody>\n</table>\n");
        rest(counts.size() - ROWS, "");
        page.raw("</section>\n");
    }

    private void shards() {
        if (run.shards().isEmpty()) {
            return;
        }
        page.raw("<section>\n<h2>Shards</h2>\n<table>\n<thead><tr><th>Batch</th><th>Shard</th>")
                .raw("<th class=\"n\">Input</th><th class=\"n\">Captures</th><th class=\"n\">Documents</th>")
                .raw("<th class=\"n\">Rejects</th><th>Reasons</th></tr></thead>\n<tbody>\n");
        run.shards().stream().limit(SHARDS).forEach(this::shard);
        page.raw("</tbody>\n</table>\n");
        rest(run.shards().size() - SHARDS, "; all are in " + run.id() + ".json beside this page");
        page.raw("</section>\n");
    }

    private void shard(ShardAccount shard) {
        Accounting counts = shard.accounting();
        page.raw("<tr><td>")
                .foreign(shard.batch())
                .raw("</td><td><code>")
                .text(shard.id())
                .raw("</code></td>");
        page.element("td", "n", Words.bytes(counts.bytes()))
                .element("td", "n", Words.number(counts.captures()))
                .element("td", "n", Words.number(counts.documents()))
                .element("td", "n", Words.number(counts.rejected()))
                .element("td", RunText.reasons(counts))
                .raw("</tr>\n");
    }

    private void rest(int more, String where) {
        if (more > 0) {
            page.element("p", "none", "… and " + Words.number(more) + " more" + where);
        }
    }

    private void particulars() {
        Versions rules = run.versions();
        page.raw("<section>\n<h2>Particulars</h2>\n<dl>\n");
        entry("Batches", String.join(", ", run.batches()));
        entry("Input", String.join("\n", run.inputRoots()));
        entry(
                "Rules",
                "pipeline " + rules.pipeline() + ", extractor " + rules.extractor() + ", dates " + rules.dateRules()
                        + ", names " + rules.nameRules());
        entry("Settings", rules.settingsSha256());
        run.software().forEach(this::entry);
        page.raw("</dl>\n<details><summary>Effective settings</summary>\n<dl>\n");
        for (Map.Entry<String, String> setting : run.settings().entrySet()) {
            entry(setting.getKey(), setting.getValue());
        }
        page.raw("</dl>\n</details>\n</section>\n");
    }

    private void entry(String name, String value) {
        page.element("dt", name)
                .raw("<dd>")
                .foreign(value.isEmpty() ? "–" : value)
                .raw("</dd>\n");
    }

    private static String styleHash() {
        byte[] digest = Hashes.sha256().digest(STYLE.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(RunPage.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot read report.css of this program", unreadable);
        }
    }
}
