package dev.colophon.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every setting of a job: its key in the job file, its default and what it means. */
enum Setting {
    JOB("job", null, "name of the job; by default the job file's name"),
    INPUT_PATHS("input.paths", null, "folders, files and globs to convert, on this machine, hdfs: or s3a:"),
    INPUT_FORMATS("input.formats", "auto", "how inputs are told apart; auto: by their content"),
    INPUT_FIELDS("input.fields", null, "what fields of records mean, where their names do not tell: {html: body}"),
    INPUT_SETTLE("input.settle", "2s", "how long a new or changed input must have stood unchanged to be read"),
    OUTPUT_DATASET("output.dataset", null, "root folder of the archive: a path, hdfs: or s3a:"),
    OUTPUT_PARTITION_BY("output.partition-by", "batch", "how the archive is partitioned; batch: by batch"),
    OUTPUT_KEEP_GENERATIONS(
            "output.keep-generations", "2", "commits for which replaced files are kept, for rollback and diff"),
    OUTPUT_CATALOG("output.catalog", "none", "iceberg: the archive's files are registered as Iceberg tables too"),
    OUTPUT_CATALOG_URI("output.catalog-uri", null, "a JDBC catalog, jdbc:…; by default a Hadoop catalog, a folder"),
    OUTPUT_WAREHOUSE(
            "output.warehouse",
            null,
            "folder of the Iceberg tables' metadata; by default _colophon/iceberg in the archive"),
    OUTPUT_NAMESPACE("output.namespace", "colophon", "namespace of the Iceberg tables"),
    BATCH("batch", "{input-folder}", "batch of the inputs: a literal, {input-folder} or {run-date}"),
    PARALLELISM(
            "parallelism",
            "auto",
            "documents read at once on this machine; auto: one for each processor and for each 200 MB of heap, whichever are fewer"),
    DOCUMENT_BYTES("limits.document-bytes", "32MB", "most bytes of one document after decompression"),
    EXPANSION_RATIO("limits.expansion-ratio", "200", "most bytes that one compressed byte may expand to"),
    NESTING_DEPTH("limits.nesting-depth", "4", "most archives inside one another that are opened"),
    ENTRIES("limits.entries", "10000000", "most entries of one input, those of archives inside it included"),
    DECODER_MEMORY("limits.decoder-memory", "160MB", "most memory of one decoder: the window of xz, zstd or 7z"),
    PARSE_TIME(
            "limits.parse-time",
            "30s",
            "longest time of the processor for one document; less for a forked parser that stands still"),
    WORKER_HEAP("limits.worker-heap", "512MB", "heap of a forked parser"),
    TEXT_CHARS("limits.text-chars", "20000000", "most characters of text that one document may have"),
    REJECT_RATE("limits.reject-rate", "0.05", "share of failed captures above which the exit code is 3"),
    SITE_PAGES("site-knowledge.pages", "12", "pages of a site that are compared before its pages are read; 0: none"),
    SITES("site-knowledge.sites", "4000", "sites of a batch that are known, those with most pages; 15 KB each at most"),
    TEXT_CAPTIONS("text.captions", "false", "whether an article's captions stand in its text; true or false"),
    TEXT_COMMENTS("text.comments", "false", "whether readers' comments follow the text; true or false"),
    PUBLISHERS("publishers", "config/publishers", "folder of publisher profiles"),
    PUBLISHER("publisher", null, "profile for documents that no other profile claims"),
    EDITORS(
            "editors",
            "config/editors.yaml",
            "file of decisions about contributors: who is one person, what is no name"),
    WORK("work", "data/work", "local folder for job state and temporary files where the archive is on hdfs: or s3a:");

    private final String key;
    private final @Nullable String fallback;
    private final String meaning;

    Setting(String key, @Nullable String fallback, String meaning) {
        this.key = key;
        this.fallback = fallback;
        this.meaning = meaning;
    }

    String key() {
        return key;
    }

    /** The value where nobody gives one; null where there is none. */
    @Nullable
    String fallback() {
        return fallback;
    }

    String meaning() {
        return meaning;
    }

    /** Whether it takes several values. */
    boolean isList() {
        return this == INPUT_PATHS || this == INPUT_FIELDS;
    }

    /** The environment variable that sets it: {@code COLOPHON_LIMITS_PARSE_TIME}. */
    String variable() {
        return "COLOPHON_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** The setting of a key; a {@link UsageException} names the nearest known key where there is none. */
    static Setting ofKey(String key, String where) {
        for (Setting setting : values()) {
            if (setting.key.equals(key)) {
                return setting;
            }
        }
        throw new UsageException(where + ": unknown key '" + key + "'; did you mean '"
                + nearest(key, Arrays.stream(values()).map(Setting::key).toList()) + "'?");
    }

    /** The known word that is most like a given one. */
    static String nearest(String key, List<String> known) {
        return known.stream()
                .min((a, b) -> Integer.compare(distance(key, a), distance(key, b)))
                .orElseThrow();
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
