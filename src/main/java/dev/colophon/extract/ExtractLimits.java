package dev.colophon.extract;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What reading one document may cost.
 *
 * @param parseTime processor time of a document, after which a forked parser is killed; {@code TimeLimit} says where the
 *     clock counts
 * @param workerHeapBytes heap of a forked parser
 * @param workers forked parsers that are kept for the next document
 * @param late how many more may run while those stand still
 * @param outputChars most characters of text that a document may have
 * @param expansionRatio most bytes that one byte of a packed document may expand to
 * @param temporary folder for the forked parsers' temporary files
 */
public record ExtractLimits(
        Duration parseTime,
        long workerHeapBytes,
        int workers,
        int late,
        int outputChars,
        int expansionRatio,
        Path temporary) {
    /** Limits with no more parsers than are kept. */
    public ExtractLimits(
            Duration parseTime,
            long workerHeapBytes,
            int workers,
            int outputChars,
            int expansionRatio,
            Path temporary) {
        this(parseTime, workerHeapBytes, workers, 0, outputChars, expansionRatio, temporary);
    }
}
