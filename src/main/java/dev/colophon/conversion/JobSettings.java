package dev.colophon.conversion;

import dev.colophon.byline.people.Decisions;
import dev.colophon.catalog.CatalogSettings;
import dev.colophon.pipeline.PipelineSettings;
import dev.colophon.pipeline.Publishers;
import dev.colophon.pipeline.SiteSettings;
import dev.colophon.pipeline.TextSelection;
import dev.colophon.source.format.SourceSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A job, ready to run.
 *
 * @param job its name, as it stands in run records
 * @param inputs folders, files and globs, relative ones below {@code base}
 * @param base folder that relative inputs start from
 * @param dataset where the archive lies
 * @param batch the batch of its inputs: a literal or a pattern with {@code {input-folder}}; {@code {run-date}} is already
 *     replaced
 * @param knownAcrossBatches whether an input that any batch holds already is known: true where the batch names the day of
 *     the run, false where each batch stands for itself
 * @param parallelism documents that are read at once on this machine, and shards that they come from
 * @param limits what it may cost
 * @param text which blocks of a document make up its text
 * @param publishers profiles of publishers
 * @param publisher id of the profile for documents that no other profile claims; null where the job names none
 * @param sites what is learned of sites before their pages are read
 * @param fields names of record fields by what they mean: {@code html → body}
 * @param decisions what people have decided about contributors
 * @param upkeep how inputs that are still being written and generations that were replaced are treated
 * @param catalog where its files are registered as Iceberg tables; null for nowhere
 */
public record JobSettings(
        String job,
        List<String> inputs,
        Path base,
        DatasetPlace dataset,
        String batch,
        boolean knownAcrossBatches,
        int parallelism,
        JobLimits limits,
        TextSelection text,
        Publishers publishers,
        @Nullable String publisher,
        SiteSettings sites,
        Map<String, String> fields,
        Decisions decisions,
        Upkeep upkeep,
        @Nullable CatalogSettings catalog) {
    public JobSettings {
        inputs = List.copyOf(inputs);
        fields = Map.copyOf(fields);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("the job " + job + " has no inputs: name at least one in input.paths");
        }
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism must be 1 or more, not " + parallelism);
        }
    }

    /**
     * The pipeline's part of the settings.
     *
     * @param temporary folder of this machine for the forked parsers' files
     */
    public PipelineSettings pipeline(Path temporary) {
        return new PipelineSettings(limits.extract(parallelism, temporary), text, publishers, publisher, sites, fields);
    }

    /** The sources' part of the settings. */
    public SourceSettings sources() {
        return new SourceSettings(limits.source(), fields);
    }
}
