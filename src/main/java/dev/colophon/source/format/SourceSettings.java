package dev.colophon.source.format;

import java.util.Map;

/**
 * What a job says about reading its inputs.
 *
 * @param limits what reading may cost
 * @param fields names of record fields that the job file maps, by what they mean to us: {@code html → body, url → link}
 */
public record SourceSettings(SourceLimits limits, Map<String, String> fields) {
    /** The default limits, and no field mapped. */
    public static final SourceSettings DEFAULT = of(SourceLimits.DEFAULT);

    public SourceSettings {
        fields = Map.copyOf(fields);
    }

    /** Limits alone. */
    public static SourceSettings of(SourceLimits limits) {
        return new SourceSettings(limits, Map.of());
    }
}
