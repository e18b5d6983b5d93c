package dev.colophon.source.format;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a job says about reading its inputs.
 *
 * @param limits what reading may cost
 * @param fields names of record fields that the job file maps, by what they mean to us: {@code html → body, url → link}
 * @param temporary folder of this machine for what does not fit in memory, which is made where it is not there; null for
 *     the system's own
 */
public record SourceSettings(
        SourceLimits limits,
        Map<String, String> fields,
        @Nullable Path temporary) {
    /** The default limits, and no field mapped. */
    public static final SourceSettings DEFAULT = of(SourceLimits.DEFAULT);

    public SourceSettings {
        fields = Map.copyOf(fields);
    }

    /** Settings with the system's own folder for temporary files. */
    public SourceSettings(SourceLimits limits, Map<String, String> fields) {
        this(limits, fields, null);
    }

    /** Limits alone. */
    public static SourceSettings of(SourceLimits limits) {
        return new SourceSettings(limits, Map.of());
    }

    /** The same with another folder for temporary files. */
    public SourceSettings keepingIn(Path folder) {
        return new SourceSettings(limits, fields, folder);
    }
}
