package dev.colophon.conversion;

import dev.colophon.extract.ExtractLimits;
import dev.colophon.pipeline.PipelineSettings;
import dev.colophon.source.format.SourceLimits;
import dev.colophon.source.format.SourceSettings;
import java.nio.file.Path;
import java.util.Map;

/** What a job's settings mean to the pipeline and to the sources. */
public final class PipelineFactory {
    private PipelineFactory() {}

    /** The pipeline's part of the settings; {@code temporary} is for the forked parsers' files. */
    public static PipelineSettings settings(JobSettings settings, Path temporary) {
        return new PipelineSettings(
                extractLimits(settings.limits(), settings.parallelism(), temporary),
                settings.text(),
                settings.publishers(),
                settings.publisher(),
                settings.sites(),
                settings.fields());
    }

    static ExtractLimits extractLimits(JobLimits limits, int parsers, Path temporary) {
        return new ExtractLimits(
                limits.parseTime(),
                limits.workerHeapBytes(),
                parsers,
                DocumentThreads.late(parsers),
                limits.textChars(),
                limits.expansionRatio(),
                temporary);
    }

    /** The sources' part of the settings. */
    public static SourceSettings sourceSettings(JobSettings settings) {
        return sourceSettings(settings.limits(), settings.fields());
    }

    static SourceSettings sourceSettings(JobLimits limits, Map<String, String> fields) {
        SourceLimits reading = new SourceLimits(
                limits.documentBytes(),
                limits.expansionRatio(),
                limits.archives().nestingDepth(),
                limits.archives().entries(),
                limits.archives().decoderBytes());
        return new SourceSettings(reading, fields);
    }
}
