package dev.colophon.conversion;

import dev.colophon.byline.BylineInterpreter;
import dev.colophon.date.DateInterpreter;
import dev.colophon.model.Versions;
import dev.colophon.pipeline.PipelineSettings;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a run was made with. */
final class Software {
    private Software() {}

    /** The rules of this program, whatever the settings. */
    static Versions rules() {
        return new Versions(
                PipelineSettings.PIPELINE_VERSION,
                PipelineSettings.EXTRACTOR_VERSION,
                DateInterpreter.VERSION,
                BylineInterpreter.VERSION,
                "");
    }

    static SortedMap<String, String> versions() {
        String version = Software.class.getPackage().getImplementationVersion();
        SortedMap<String, String> versions = new TreeMap<>();
        versions.put("colophon", version == null ? "(unpackaged)" : version);
        versions.put("java", Runtime.version().toString());
        versions.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        return versions;
    }
}
