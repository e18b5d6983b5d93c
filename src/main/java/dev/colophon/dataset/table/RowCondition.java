package dev.colophon.dataset.table;

import dev.colophon.dataset.parquet.ColumnType;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.Table;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * What must hold for a row: {@code date-rules < 7}, {@code publisher = tv9bangla}.
 *
 * @param field name of the field as people write it
 * @param comparison how the row's value is compared with {@code value}
 * @param value a number where the field is a version
 */
public record RowCondition(String field, Comparison comparison, String value) {
    /** How two values are compared. */
    public enum Comparison {
        AT_MOST("<="),
        AT_LEAST(">="),
        OTHER("!="),
        BELOW("<"),
        ABOVE(">"),
        EQUAL("=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        private boolean holds(int order) {
            return switch (this) {
                case AT_MOST -> order <= 0;
                case AT_LEAST -> order >= 0;
                case OTHER -> order != 0;
                case BELOW -> order < 0;
                case ABOVE -> order > 0;
                case EQUAL -> order == 0;
            };
        }
    }

    private static final String SIGNS = "<>=!";
    private static final String QUOTES = "'\"`";
    private static final Map<String, String> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("pipeline", "pipeline_version");
        COLUMNS.put("extractor", "extractor_version");
        COLUMNS.put("date-rules", "date_rules_version");
        COLUMNS.put("name-rules", "name_rules_version");
        COLUMNS.put("publisher", "publisher");
        COLUMNS.put("host", "host");
        COLUMNS.put("language", "language");
        COLUMNS.put("media-type", "media_type");
    }

    public RowCondition {
        String column = COLUMNS.get(field);
        if (column == null) {
            throw new IllegalArgumentException(
                    "expected one of " + COLUMNS.keySet() + " before the comparison, found '" + field + "'");
        }
        if (value.isEmpty()) {
            throw new IllegalArgumentException("expected a value behind " + field + ' ' + comparison.sign);
        }
        if (isNumber(column)) {
            requireNumber(field, value);
        } else if (comparison != Comparison.EQUAL && comparison != Comparison.OTHER) {
            throw new IllegalArgumentException("expected = or != behind " + field + ", found " + comparison.sign);
        }
    }

    private static void requireNumber(String field, String value) {
        try {
            Integer.parseInt(value);
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException(
                    "expected a number to compare " + field + " with, found '" + value + "'", none);
        }
    }

    /**
     * Reads a condition. What only looks like one, and would fit no row, is refused: {@code publisher == tv9bangla}, values in
     * quotes, two conditions in one.
     *
     * @throws IllegalArgumentException where it is none; the message says what was expected
     */
    public static RowCondition parse(String text) {
        int at = 0;
        while (at < text.length() && SIGNS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        for (Comparison comparison : Comparison.values()) {
            if (text.startsWith(comparison.sign, at)) {
                String field = text.substring(0, at).strip();
                String value = text.substring(at + comparison.sign.length()).strip();
                requirePlain(text, field + ' ' + comparison.sign, value);
                return new RowCondition(field, comparison, value);
            }
        }
        throw new IllegalArgumentException(
                "expected a condition such as 'date-rules < 7' or 'publisher = example', found '" + text + "'");
    }

    private static void requirePlain(String text, String before, String value) {
        if (value.isEmpty()) {
            return;
        }
        if (SIGNS.indexOf(value.charAt(0)) >= 0) {
            throw new IllegalArgumentException(
                    "expected one of <=, >=, !=, <, > and = as in 'publisher = example'," + " found '" + text + "'");
        }
        if (QUOTES.indexOf(value.charAt(0)) >= 0) {
            throw new IllegalArgumentException(
                    "expected a value without quotes, as in \"" + before + " example\", found " + text);
        }
        if (value.toLowerCase(Locale.ROOT).contains(" and ")) {
            throw new IllegalArgumentException("expected one condition, such as 'language = bn', found '" + text
                    + "'; write each behind a --where of its own: the same row must fit all of them");
        }
    }

    /** The column that it looks at. */
    String column() {
        return Objects.requireNonNull(COLUMNS.get(field));
    }

    /** Whether a table has that column. */
    boolean appliesTo(Table<?> table) {
        return table.columns().stream().anyMatch(column -> column.name().equals(column()));
    }

    /** Whether it holds for a row of a table that has the column; a missing value is only ever other. */
    boolean holds(Table<?> table, Row row) {
        int position = table.position(column());
        Object found = row.value(position);
        if (found == null) {
            return comparison == Comparison.OTHER;
        }
        return comparison.holds(
                found instanceof Integer version
                        ? version.compareTo(Integer.valueOf(value))
                        : Objects.requireNonNull(row.string(position)).compareTo(value));
    }

    private static boolean isNumber(String column) {
        return Tables.DOCUMENTS.columns().get(Tables.DOCUMENTS.position(column)).type() == ColumnType.INT32;
    }

    @Override
    public String toString() {
        return field + ' ' + comparison.sign + ' ' + value;
    }
}
