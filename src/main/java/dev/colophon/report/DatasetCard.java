package dev.colophon.report;

import dev.colophon.dataset.Layout;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a dataset says of itself: a README with the data dictionary, a Frictionless Data Package and a Croissant 1.0
 * description. The two descriptions lie at the root, since both standards resolve paths against, and never above, the
 * folder of the description. Made of the manifest and the dictionary alone: the same dataset gives the same bytes.
 */
public final class DatasetCard {
    /** Where people read about the dataset. */
    public static final String README = Layout.HOME + "/README.md";

    /** The Frictionless description. */
    public static final String DATA_PACKAGE = "datapackage.json";

    /** The Croissant description. */
    public static final String CROISSANT = "croissant.json";

    private static final String ABOUT =
            "Documents and news pages, with who wrote and edited them and when, as Colophon read them out of dumps.";

    private final String name;
    private final Manifest manifest;
    private final List<TableDescription> tables;

    private DatasetCard(String name, Manifest manifest, List<TableDescription> tables) {
        this.name = name;
        this.manifest = manifest;
        this.tables = tables;
    }

    /** The files to write, by path relative to the dataset's root, with the tables of this version. */
    public static SortedMap<String, byte[]> files(String name, Manifest manifest) {
        return files(name, manifest, Dictionary.tables());
    }

    /**
     * The files to write, by path relative to the dataset's root.
     *
     * @param name the dataset's name, such as its folder's
     * @param manifest what it holds
     * @param tables its dictionary, in the order to be shown
     */
    static SortedMap<String, byte[]> files(String name, Manifest manifest, List<TableDescription> tables) {
        DatasetCard card = new DatasetCard(name, manifest, List.copyOf(tables));
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put(README, card.readme().getBytes(StandardCharsets.UTF_8));
        files.put(DATA_PACKAGE, Json.bytes(card.dataPackage()));
        files.put(CROISSANT, Json.bytes(card.croissant()));
        return files;
    }

    private String readme() {
        StringBuilder text =
                new StringBuilder("# ").append(markdown(name)).append("\n\n").append(ABOUT);
        text.append("\n\nManifest ").append(manifest.number()).append(", ");
        text.append(Words.count(manifest.batches().size(), "batch")).append(".\n\n");
        text.append("| table | rows | files | bytes | holds |\n|---|---:|---:|---:|---|\n");
        for (TableDescription table : tables) {
            List<Part> parts = manifest.parts(table.name());
            text.append(String.join(
                            " | ",
                            "| `" + table.name() + "`",
                            Words.number(manifest.rows(table.name())),
                            Words.number(parts.size()),
                            Words.number(bytes(parts)),
                            markdown(table.description())))
                    .append(" |\n");
        }
        text.append(OPENING);
        tables.forEach(table -> dictionary(text, table));
        return text.toString();
    }

    private static final String OPENING = """

            ## Opening it

            ```sql
            -- DuckDB, from the folder that holds documents/
            SELECT published_date, title, author, editor
            FROM read_parquet('documents/*/*.parquet', hive_partitioning = true)
            ORDER BY published_date DESC LIMIT 10;
            ```

            ```python
            import pandas, polars
            pandas.read_parquet("documents")
            polars.scan_parquet("documents/*/*.parquet", hive_partitioning=True)
            ```

            Spark: `spark.read.parquet("documents")`.

            The files of `_colophon/manifests` say which parts are live, with the SHA-256 of each; the highest number counts.
            `_colophon/manifest-copies` holds a copy of each.
            While a commit is being applied a reader by glob may see files of two generations for moments, each of them whole.
            Times are UTC unless a column says local. Lists are never null. Run records and reports lie in `_colophon/runs`.
            What recurs on the pages of a site, which its pages were read with, lies in `_colophon/sites`, a Parquet file for each batch.

            ## Columns
            """;

    private static void dictionary(StringBuilder text, TableDescription table) {
        text.append("\n### ").append(table.name()).append("\n\n").append(markdown(table.description()));
        text.append("\n\n| column | type | null | meaning | example |\n|---|---|---|---|---|\n");
        for (ColumnDescription column : table.columns()) {
            row(text, "", column);
        }
        if (table.batched()) {
            row(text, "", BATCH);
        }
    }

    private static final ColumnDescription BATCH = new ColumnDescription(
            "batch", "string", false, "The batch; from the name of the folder, not in the files.", "", List.of());

    private static void row(StringBuilder text, String prefix, ColumnDescription column) {
        String name = prefix + column.name();
        String type = column.fields().isEmpty() ? column.type() : "list of structures";
        text.append("| `").append(name).append("` | ").append(markdown(type));
        text.append(column.nullable() ? " | yes | " : " | no | ").append(markdown(column.description()));
        text.append(" | ").append(markdown(column.example())).append(" |\n");
        column.fields().forEach(field -> row(text, name + "[].", field));
    }

    /** Text for a table's cell. */
    private static String markdown(String text) {
        return Html.escape(text)
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("|", "\\|")
                .replace("\n", " ");
    }

    private Map<String, Object> dataPackage() {
        List<Object> resources = new ArrayList<>();
        for (TableDescription table : tables) {
            List<Part> parts = manifest.parts(table.name());
            if (!parts.isEmpty()) {
                Map<String, Object> resource = new LinkedHashMap<>();
                resource.put("name", table.name());
                resource.put("description", table.description());
                resource.put("path", parts.stream().map(Part::path).toList());
                resource.put("format", "parquet");
                resource.put("mediatype", "application/vnd.apache.parquet");
                resource.put("bytes", bytes(parts));
                resource.put("schema", Map.of("fields", fields(table)));
                resources.add(resource);
            }
        }
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        descriptor.put("name", slug());
        descriptor.put("title", name);
        descriptor.put("description", ABOUT);
        descriptor.put("version", Long.toString(manifest.number()));
        descriptor.put("resources", resources);
        return descriptor;
    }

    private static List<Object> fields(TableDescription table) {
        List<Object> fields = new ArrayList<>();
        for (ColumnDescription column : table.columns()) {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("name", column.name());
            field.put("type", column.frictionlessType());
            field.put("description", column.description());
            if (!column.example().isEmpty()) {
                field.put("example", column.example());
            }
            field.put("constraints", Map.of("required", !column.nullable()));
            fields.add(field);
        }
        return fields;
    }

    private Map<String, Object> croissant() {
        List<Object> distribution = new ArrayList<>();
        List<Object> recordSets = new ArrayList<>();
        for (TableDescription table : tables) {
            distribution.add(CroissantTerms.fileSet(table));
            recordSets.add(CroissantTerms.recordSet(table));
        }
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("@context", CroissantTerms.context());
        descriptor.put("@type", "sc:Dataset");
        descriptor.put("conformsTo", "http://mlcommons.org/croissant/1.0");
        descriptor.put("name", name);
        descriptor.put("description", ABOUT);
        descriptor.put("version", manifest.number() + ".0.0");
        descriptor.put("distribution", distribution);
        descriptor.put("recordSet", recordSets);
        return descriptor;
    }

    private static long bytes(List<Part> parts) {
        return parts.stream().mapToLong(Part::bytes).sum();
    }

    /** The name in the characters that a Frictionless name may have. */
    private String slug() {
        StringBuilder slug = new StringBuilder();
        name.chars()
                .map(c -> c >= 'A' && c <= 'Z' ? c + 32 : c)
                .forEach(c -> slug.append(
                        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ? (char) c : '-'));
        return slug.toString();
    }
}
