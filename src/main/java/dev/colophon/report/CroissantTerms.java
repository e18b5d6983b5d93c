package dev.colophon.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts of a Croissant 1.0 description (MLCommons), as maps that keep their order. */
final class CroissantTerms {
    private CroissantTerms() {}

    /** The JSON-LD context that the standard prescribes. */
    static Map<String, Object> context() {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("@language", "en");
        context.put("@vocab", "https://schema.org/");
        for (String term : List.of(
                "citeAs",
                "column",
                "extract",
                "field",
                "fileObject",
                "fileSet",
                "format",
                "includes",
                "isLiveDataset",
                "jsonPath",
                "key",
                "md5",
                "parentField",
                "path",
                "recordSet",
                "references",
                "regex",
                "repeated",
                "replace",
                "separator",
                "source",
                "subField",
                "transform")) {
            context.put(term, "cr:" + term);
        }
        context.put("conformsTo", "dct:conformsTo");
        context.put("cr", "http://mlcommons.org/croissant/");
        context.put("data", typed("cr:data", "@json"));
        context.put("dataType", typed("cr:dataType", "@vocab"));
        context.put("dct", "http://purl.org/dc/terms/");
        context.put("examples", typed("cr:examples", "@json"));
        context.put("rai", "http://mlcommons.org/croissant/RAI/");
        context.put("sc", "https://schema.org/");
        return context;
    }

    /** All files of a table. */
    static Map<String, Object> fileSet(TableDescription table) {
        Map<String, Object> files = new LinkedHashMap<>();
        files.put("@type", "cr:FileSet");
        files.put("@id", files(table));
        files.put("name", files(table));
        files.put("description", "The parts of " + table.name() + ".");
        files.put("encodingFormat", "application/x-parquet");
        files.put("includes", table.glob());
        return files;
    }

    /** The rows of a table. */
    static Map<String, Object> recordSet(TableDescription table) {
        Map<String, Object> records = new LinkedHashMap<>();
        records.put("@type", "cr:RecordSet");
        records.put("@id", table.name());
        records.put("name", table.name());
        records.put("description", table.description());
        List<Object> fields = new ArrayList<>();
        for (ColumnDescription column : table.columns()) {
            fields.add(field(table, table.name(), column));
        }
        records.put("field", fields);
        return records;
    }

    private static Map<String, Object> field(TableDescription table, String parent, ColumnDescription column) {
        Map<String, Object> field = new LinkedHashMap<>();
        String id = parent + "/" + column.name();
        field.put("@type", "cr:Field");
        field.put("@id", id);
        field.put("name", id);
        field.put("description", column.description());
        if (column.fields().isEmpty()) {
            field.put("dataType", column.croissantType());
        }
        if (column.isList()) {
            field.put("repeated", true);
        }
        field.put("source", source(table, id));
        if (!column.fields().isEmpty()) {
            List<Object> fields = new ArrayList<>();
            column.fields().forEach(each -> fields.add(field(table, id, each)));
            field.put("subField", fields);
        }
        return field;
    }

    private static Map<String, Object> source(TableDescription table, String id) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("fileSet", Map.of("@id", files(table)));
        source.put(
                "extract",
                Map.of("column", id.substring(table.name().length() + 1).replace('/', '.')));
        return source;
    }

    private static String files(TableDescription table) {
        return table.name() + "-files";
    }

    private static Map<String, Object> typed(String id, String type) {
        Map<String, Object> term = new LinkedHashMap<>();
        term.put("@id", id);
        term.put("@type", type);
        return term;
    }
}
