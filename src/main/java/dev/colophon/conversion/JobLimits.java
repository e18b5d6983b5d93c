package dev.colophon.conversion;

import dev.colophon.extract.ExtractLimits;
import dev.colophon.source.format.SourceLimits;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a job may cost and how much may go wrong.
 *
 * @param documentBytes most bytes of one payload after decompression
 * @param expansionRatio most bytes that one stored byte may expand to
 * @param archives what archives may cost
 * @param parseTime processor time of a document, after which a forked parser is killed; {@code TimeLimit} says where the
 *     clock counts
 * @param workerHeapBytes heap of a forked parser
 * @param textChars most characters of text that a document may have
 * @param rejectRate share of captures, 0 to 1, that may fail before the job's exit code tells; captures that a rule
 *     filters do not count as failed
 */
public record JobLimits(
        long documentBytes,
        int expansionRatio,
        Archives archives,
        Duration parseTime,
        long workerHeapBytes,
        int textChars,
        double rejectRate)
        implements Serializable {
    /** 32 MB, ratio 200, 30 s, 512 MB, 20 million characters, 5 %. */
    public static final JobLimits DEFAULT =
            new JobLimits(32L << 20, 200, Archives.DEFAULT, Duration.ofSeconds(30), 512L << 20, 20_000_000, 0.05);

    /**
     * What archives may cost.
     *
     * @param nestingDepth most archives inside one another that are opened
     * @param entries most entries of one input
     * @param decoderBytes most memory of one decoder
     */
    public record Archives(int nestingDepth, long entries, long decoderBytes) implements Serializable {
        /** 4, ten million, 160 MB. */
        public static final Archives DEFAULT = new Archives(4, 10_000_000, 160L << 20);

        public Archives {
            if (nestingDepth < 1 || nestingDepth > 100) {
                throw new IllegalArgumentException(
                        "limits.nesting-depth must lie between 1 and 100, not " + nestingDepth);
            }
            if (entries < 1) {
                throw new IllegalArgumentException("limits.entries must be 1 or more, not " + entries);
            }
            if (decoderBytes < 1 << 20) {
                throw new IllegalArgumentException("limits.decoder-memory must be 1 MB or more, not " + decoderBytes);
            }
        }
    }

    public JobLimits {
        if (documentBytes <= 0 || documentBytes > Integer.MAX_VALUE - 64) {
            throw new IllegalArgumentException(
                    "limits.document-bytes must lie between 1 and 2 GB, not " + documentBytes);
        }
        if (expansionRatio < 1) {
            throw new IllegalArgumentException("limits.expansion-ratio must be 1 or more, not " + expansionRatio);
        }
        if (parseTime.isNegative() || parseTime.isZero()) {
            throw new IllegalArgumentException("limits.parse-time must be longer than nothing, not " + parseTime);
        }
        if (workerHeapBytes < 64L << 20) {
            throw new IllegalArgumentException("limits.worker-heap must be 64 MB or more, not " + workerHeapBytes);
        }
        if (textChars < 1) {
            throw new IllegalArgumentException("limits.text-chars must be 1 or more, not " + textChars);
        }
        if (!(rejectRate >= 0 && rejectRate <= 1)) {
            throw new IllegalArgumentException("limits.reject-rate must lie between 0 and 1, not " + rejectRate);
        }
    }

    /** What reading one document may cost, with so many forked parsers at once and the folder for their files. */
    ExtractLimits extract(int parsers, Path temporary) {
        return new ExtractLimits(
                parseTime,
                workerHeapBytes,
                parsers,
                DocumentThreads.late(parsers),
                textChars,
                expansionRatio,
                temporary);
    }

    /** What reading one input may cost. */
    SourceLimits source() {
        return new SourceLimits(
                documentBytes, expansionRatio, archives.nestingDepth(), archives.entries(), archives.decoderBytes());
    }
}
