package dev.colophon.pipeline;

import dev.colophon.byline.BylineInterpreter;
import dev.colophon.date.DateInterpreter;
import dev.colophon.extract.ExtractLimits;
import dev.colophon.model.Versions;
import dev.colophon.text.Hashes;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the reading of a document depends on, beside the document.
 *
 * @param limits what reading one may cost
 * @param text which blocks make up a document's text
 * @param publishers the profiles that the user has
 * @param publisher id of the profile for documents that name no address of their own; null where the job names none
 * @param sites what is learned of sites
 * @param fields names of record fields that the job maps, by what they mean
 */
public record PipelineSettings(
        ExtractLimits limits,
        TextSelection text,
        Publishers publishers,
        @Nullable String publisher,
        SiteSettings sites,
        Map<String, String> fields) {
    /** Version of the pipeline as a whole, counted up by hand where its behaviour changes. */
    public static final int PIPELINE_VERSION = 11;

    /** Version of the extractor, counted up by hand where its behaviour changes. */
    public static final int EXTRACTOR_VERSION = 21;

    public PipelineSettings {
        fields = Map.copyOf(fields);
        if (publisher != null) {
            publishers.require(publisher);
        }
    }

    /** Settings that learn of sites what {@link SiteSettings#DEFAULT} says. */
    public PipelineSettings(
            ExtractLimits limits, TextSelection text, Publishers publishers, @Nullable String publisher) {
        this(limits, text, publishers, publisher, SiteSettings.DEFAULT, Map.of());
    }

    /** The versions that stand in every row made under these settings. */
    public Versions versions() {
        return versions(sha256());
    }

    /** The versions of this program's rules, whatever the settings: with no hash of any. */
    public static Versions rules() {
        return versions("");
    }

    private static Versions versions(String settingsSha256) {
        return new Versions(
                PIPELINE_VERSION,
                EXTRACTOR_VERSION,
                DateInterpreter.VERSION,
                BylineInterpreter.VERSION,
                settingsSha256);
    }

    /** Hash of every setting that can change a row: not of workers and folders. */
    private String sha256() {
        return Hashes.sha256Hex(String.join(
                "\n",
                "parse-time=" + limits.parseTime(),
                "worker-heap=" + limits.workerHeapBytes(),
                "output-chars=" + limits.outputChars(),
                "site-knowledge=" + sites,
                "text=" + text,
                "publisher=" + publisher,
                "publishers=" + publishers.all() + (fields.isEmpty() ? "" : "\nfields=" + new TreeMap<>(fields))));
    }
}
