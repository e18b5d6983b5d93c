package dev.colophon.cli;

import dev.colophon.conversion.JobSettings;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.table.DocumentLookup;
import dev.colophon.dataset.table.SiteFact;
import dev.colophon.dataset.table.SiteLedger;
import dev.colophon.model.Capture;
import dev.colophon.model.Outcome;
import dev.colophon.model.Reject;
import dev.colophon.model.SourceItem;
import dev.colophon.pipeline.DocumentPipeline;
import dev.colophon.report.Words;
import dev.colophon.source.InputFile;
import dev.colophon.source.InputLister;
import dev.colophon.source.InputParts;
import dev.colophon.source.Inputs;
import dev.colophon.source.Shard;
import dev.colophon.source.ShardPlanner;
import dev.colophon.source.ShardReader;
import dev.colophon.source.ShardReaders;
import dev.colophon.source.format.SourceSettings;
import dev.colophon.storage.Storages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain INPUT[!entry][@offset]} and {@code explain DATASET DOC_ID}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Shows how one document is read: every field, every candidate, the evidence and the choice.",
            "Takes an input file, with !entry or @offset for a document inside it, or an archive and a doc_id."
        })
final class ExplainCommand implements Callable<Integer> {
    private static final int FOUND = -1;
    private static final String LINE = "%-20s %s%n";

    @Parameters(
            index = "0",
            paramLabel = "INPUT|DATASET|JOB",
            description = "FILE, FILE!entry or FILE@offset; or an archive, or the job that writes it.")
    @Nullable
    String place;

    @Parameters(index = "1", arity = "0..1", paramLabel = "DOC_ID", description = "A document of the archive.")
    @Nullable
    String docId;

    @Option(names = "--publisher", paramLabel = "ID", description = "Publisher profile to read it with.")
    @Nullable
    String publisher;

    @Mixin
    JobOptions options = new JobOptions();

    @Override
    public Integer call() throws Exception {
        String input = Objects.requireNonNull(place);
        if (docId == null && Dataset.isAt(Storages.resolve(Path.of("").toAbsolutePath(), input))) {
            throw new UsageException(input + " is an archive: name one of its documents behind it, by its doc_id");
        }
        return docId == null ? explainInput(InputPlace.parse(input)) : explainRow(input, docId);
    }

    private int explainInput(InputPlace wanted) throws Exception {
        JobSetup setup = JobOptions.setup();
        JobSetup.Job job = setup.ofCommandLine(Path.of("").toAbsolutePath(), options.all());
        job.values().put(Setting.INPUT_PATHS, List.of(wanted.file()), "the command");
        job.values().put(Setting.OUTPUT_DATASET, List.of("unused"), "the command");
        if (publisher != null) {
            job.values().put(Setting.PUBLISHER, List.of(publisher), "--publisher");
        }
        JobSettings settings = setup.settings(job);
        Path temporary = Files.createTempDirectory("colophon-explain");
        try (DocumentPipeline pipeline = new DocumentPipeline(settings.pipeline(temporary))) {
            return explain(settings, wanted, pipeline);
        } finally {
            Temporary.delete(temporary);
        }
    }

    private int explain(JobSettings settings, InputPlace wanted, DocumentPipeline pipeline) throws IOException {
        Inputs inputs = new InputLister(settings.base(), Set.of(), "explain").list(settings.inputs());
        SourceSettings source = settings.sources();
        if (wanted.offset() != null && wanted.entry() == null) {
            List<InputFile> parts = new ArrayList<>();
            for (InputFile file : inputs.files()) {
                parts.add(InputParts.at(file, wanted.offset(), inputs.roots(), source));
            }
            if (explain(parts, inputs, source, wanted, pipeline) == FOUND) {
                return ExitCode.COMPLETE;
            }
        }
        int others = explain(inputs.files(), inputs, source, wanted, pipeline);
        if (others == 0 && wanted.entry() != null) {
            throw new UsageException(wanted.file() + " holds no entry " + wanted.entry());
        }
        if (others > 0) {
            throw new UsageException(wanted.file() + " holds no such record; it holds " + others + " others");
        }
        if (others == 0) {
            throw new UsageException(
                    wanted.file() + " holds nothing that is read: it is empty, or is still being written");
        }
        return ExitCode.COMPLETE;
    }

    /** Prints the item that is wanted; {@link #FOUND}, or how many others there are. */
    private static int explain(
            List<InputFile> files, Inputs inputs, SourceSettings source, InputPlace wanted, DocumentPipeline pipeline)
            throws IOException {
        int others = 0;
        boolean found = false;
        for (Shard shard : ShardPlanner.plan(files, "explain")) {
            try (ShardReader reader = open(shard, inputs, source, wanted)) {
                for (SourceItem item = reader.next(); item != null; item = reader.next()) {
                    if (!found && wanted.holds(item.origin())) {
                        found = true;
                        print(item, pipeline);
                        if (wanted.isExact()) {
                            return FOUND;
                        }
                    } else {
                        others++;
                    }
                }
            }
        }
        if (found && others > 0) {
            System.out.println();
            System.out.println(
                    "The file holds " + Words.count(others, "more record") + "; name one with @offset or !entry.");
        }
        return found ? FOUND : others;
    }

    private static ShardReader open(Shard shard, Inputs inputs, SourceSettings source, InputPlace wanted) {
        return wanted.entry() == null
                ? ShardReaders.open(shard, inputs.roots(), source)
                : ShardReaders.openEntry(shard, inputs.roots(), source, wanted.entry());
    }

    private static void print(SourceItem item, DocumentPipeline pipeline) {
        DocumentText text = new DocumentText(System.out);
        if (item instanceof Reject reject) {
            text.print(reject);
        } else if (item instanceof Capture capture) {
            Outcome outcome = pipeline.process(capture);
            if (outcome instanceof Outcome.Accepted accepted) {
                text.print(accepted.document());
            } else if (outcome instanceof Outcome.Rejected rejected) {
                text.print(rejected.reject());
            }
        }
    }

    private static int explainRow(String place, String docId) throws IOException {
        Dataset dataset = DatasetArgument.open(place);
        Manifest manifest = dataset.current();
        for (Part part : manifest.parts("documents")) {
            Map<String, Object> row = DocumentLookup.find(dataset.storage(), List.of(part), docId);
            if (row != null) {
                row.forEach((column, value) ->
                        System.out.printf(LINE, column, TerminalText.ofLines(String.valueOf(value))));
                System.out.printf(LINE, "site knowledge", siteKnowledge(dataset, part, row.get("url")));
                List<Part> evidence = manifest.parts("evidence", String.valueOf(part.batch()));
                new DocumentText(System.out).print(DocumentLookup.evidence(dataset.storage(), evidence, docId));
                return ExitCode.COMPLETE;
            }
        }
        throw new UsageException("the archive " + dataset.storage().root() + " has no document " + docId);
    }

    /** What the document's batch knows of its site now. */
    private static String siteKnowledge(Dataset dataset, Part documents, @Nullable Object url) throws IOException {
        String site = url == null ? null : DocumentPipeline.site(url.toString());
        List<SiteFact> facts = new ArrayList<>();
        for (Part part : dataset.current().parts(SiteLedger.TABLE, String.valueOf(documents.batch()))) {
            if (site != null) {
                SiteLedger.readSite(dataset.storage(), part.path(), site, facts::add);
            }
        }
        if (facts.isEmpty()) {
            return "none";
        }
        long lines = facts.stream().filter(fact -> fact.kind().equals("line")).count();
        return site + ": on " + facts.get(0).surveyed() + " pages, " + lines + " lines and " + (facts.size() - lines)
                + " places recur";
    }
}
