package dev.colophon.extract;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What reading one document may cost.
 *
 * @param parseTime wall time of a forked parser before it is killed
 * @param workerHeapBytes heap of a forked parser
 * @param workers forked parsers that may run at once
 * @param outputChars most characters of text that a document may have
 * @param expansionRatio most bytes that one byte of a packed document may expand to
 * @param temporary folder for the forked parsers' temporary files
 */
public record ExtractLimits(
        Duration parseTime, long workerHeapBytes, int workers, int outputChars, int expansionRatio, Path temporary) {}
