package dev.colophon.batch;

import dev.colophon.extract.ExtractLimits;
import dev.colophon.pipeline.PipelineSettings;
import dev.colophon.source.format.SourceLimits;
import dev.colophon.source.format.SourceSettings;
import java.nio.file.Path;

/** What a job's settings mean to the pipeline and to the sources. */
public final class PipelineFactory {
    private PipelineFactory() {}

    /** The pipeline's part of the settings; {@code temporary} is for the forked parsers' files. */
    public static PipelineSettings settings(JobSettings settings, Path temporary) {
        JobLimits limits = settings.limits();
        ExtractLimits extract = new ExtractLimits(
                limits.parseTime(),
                limits.workerHeapBytes(),
                settings.parallelism(),
                LateDocuments.places(settings.parallelism()),
                limits.textChars(),
                limits.expansionRatio(),
                temporary);
        return new PipelineSettings(
                extract,
                settings.text(),
                settings.publishers(),
                settings.publisher(),
                settings.sites(),
                settings.fields());
    }

    /** The sources' part of the settings. */
    public static SourceSettings sourceSettings(JobSettings settings) {
        JobLimits limits = settings.limits();
        SourceLimits reading = new SourceLimits(
                limits.documentBytes(),
                limits.expansionRatio(),
                limits.archives().nestingDepth(),
                limits.archives().entries(),
                limits.archives().decoderBytes());
        return new SourceSettings(reading, settings.fields());
    }
}
