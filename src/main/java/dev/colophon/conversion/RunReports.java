package dev.colophon.conversion;

import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.run.Runs;
import dev.colophon.report.DatasetCard;
import dev.colophon.report.MetricsText;
import dev.colophon.report.RunPage;
import dev.colophon.report.RunSummary;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes a run's record, its report and metrics, and the dataset's description of itself. */
final class RunReports {
    private RunReports() {}

    static RunSummary write(Dataset dataset, RunRecord done) throws IOException {
        Storage storage = dataset.storage();
        new Runs(storage).write(done);
        Manifest manifest = dataset.current();
        List<Part> made = manifest.partsOf(done.batches());
        ContentsReader reader = new ContentsReader(storage);
        RunSummary summary = new RunSummary(
                done,
                storage.root(),
                reader.contents(of("documents", made), of("duplicates", made)),
                reader.examples(of("rejects", made)));
        write(storage, Runs.path(done.id(), ".html"), RunPage.of(summary).getBytes(StandardCharsets.UTF_8));
        write(storage, Runs.path(done.id(), ".prom"), MetricsText.of(summary).getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> file :
                DatasetCard.files(manifest.job(), manifest).entrySet()) {
            write(storage, file.getKey(), file.getValue());
        }
        return summary;
    }

    private static void write(Storage storage, String path, byte[] content) throws IOException {
        storage.write(path, out -> out.write(content));
    }

    private static List<Part> of(String table, List<Part> parts) {
        return parts.stream().filter(part -> part.table().equals(table)).toList();
    }
}
