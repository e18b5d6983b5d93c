package dev.colophon.quality;

import dev.colophon.extract.ExtractLimits;
import dev.colophon.pipeline.DocumentPipeline;
import dev.colophon.pipeline.PipelineSettings;
import dev.colophon.pipeline.Publishers;
import dev.colophon.pipeline.TextSelection;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Gives the pipeline that reads the pages of a site: the shipped one for all, or one whose models were trained without that
 * site. Asked from several threads at once.
 */
@FunctionalInterface
interface Pipelines {
    /** The pipeline for a site, named by {@link LabelledPage#site()}. The caller does not close it. */
    DocumentPipeline of(String site);

    /** What a job without settings of its own makes; {@code temporary} is for the forked parsers' files. */
    static PipelineSettings settings(Path temporary) {
        ExtractLimits limits = new ExtractLimits(Duration.ofSeconds(30), 512L << 20, 2, 20_000_000, 200, temporary);
        return new PipelineSettings(limits, TextSelection.BODY, Publishers.NONE, null);
    }
}
