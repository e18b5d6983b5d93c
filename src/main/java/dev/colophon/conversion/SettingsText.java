package dev.colophon.conversion;

import java.util.SortedMap;
import java.util.TreeMap;

/** A job's effective settings as they stand in its run record: the keys are those of the job file. */
final class SettingsText {
    private SettingsText() {}

    static SortedMap<String, String> of(JobSettings settings) {
        JobLimits limits = settings.limits();
        SortedMap<String, String> text = new TreeMap<>();
        text.put("job", settings.job());
        text.put("input.paths", settings.inputs().toString());
        text.put("input.fields", new TreeMap<>(settings.fields()).toString());
        text.put("input.settle", settings.upkeep().settle().toString());
        text.put("output.keep-generations", Integer.toString(settings.upkeep().keepGenerations()));
        text.put("output.catalog", settings.catalog() == null ? "none" : "iceberg");
        text.put("output.dataset", settings.dataset().location());
        text.put("batch", settings.batch());
        text.put("parallelism", Integer.toString(settings.parallelism()));
        text.put("limits.document-bytes", Long.toString(limits.documentBytes()));
        text.put("limits.expansion-ratio", Integer.toString(limits.expansionRatio()));
        text.put("limits.nesting-depth", Integer.toString(limits.archives().nestingDepth()));
        text.put("limits.entries", Long.toString(limits.archives().entries()));
        text.put("limits.decoder-memory", Long.toString(limits.archives().decoderBytes()));
        text.put("limits.parse-time", limits.parseTime().toString());
        text.put("limits.worker-heap", Long.toString(limits.workerHeapBytes()));
        text.put("limits.text-chars", Integer.toString(limits.textChars()));
        text.put("limits.reject-rate", Double.toString(limits.rejectRate()));
        text.put("site-knowledge.pages", Integer.toString(settings.sites().pages()));
        text.put("site-knowledge.sites", Integer.toString(settings.sites().sites()));
        text.put("text.captions", Boolean.toString(settings.text().captions()));
        text.put("text.comments", Boolean.toString(settings.text().comments()));
        text.put("publishers", settings.publishers().all().size() + " profiles");
        text.put("publisher", String.valueOf(settings.publisher()));
        text.put("editors", settings.decisions().size() + " decisions");
        return text;
    }
}
