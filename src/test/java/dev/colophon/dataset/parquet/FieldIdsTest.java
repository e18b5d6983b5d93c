package dev.colophon.dataset.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.dataset.table.Tables;
import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;

/** The numbers of columns are part of the files' format: readers outside find columns by them. */
class FieldIdsTest {
    private static MessageType schema(String fields) {
        return FieldIds.in(MessageTypeParser.parseMessageType("message pages {" + fields + "}"));
    }

    @Test
    void aNumberNeverChanges() {
        assertThat(FieldIds.of("doc_id")).isEqualTo(527_593_643);
        assertThat(FieldIds.of("contributors.element.name")).isEqualTo(464_224_521);
    }

    @Test
    void everyColumnOfEveryTableHasOne() {
        for (String table : List.of("documents", "evidence", "rejects", "duplicates", "contributors", "sites")) {
            List<String> lines = Tables.named(table).schemaText().lines().toList();
            assertThat(lines.subList(1, lines.size() - 1))
                    .as(table)
                    .filteredOn(line -> !line.contains("repeated group list")
                            && !line.strip().equals("}"))
                    .allMatch(line -> line.contains(" = ") || line.endsWith("{"));
        }
    }

    @Test
    void aColumnKeepsItsNumberWhateverStandsBeforeIt() {
        MessageType one = schema("required int32 a; required group p (LIST) { repeated group list { required group"
                + " element { required int32 name; } } }");
        MessageType other = schema("required int64 z; required group p (LIST) { repeated group list { required group"
                + " element { required int64 x; required int32 name; } } } required int32 a;");
        assertThat(one.getType("a").getId()).isEqualTo(other.getType("a").getId());
        assertThat(one.getType("p", "list", "element", "name").getId().intValue())
                .isEqualTo(other.getType("p", "list", "element", "name").getId().intValue())
                .isEqualTo(FieldIds.of("p.element.name"));
    }

    @Test
    void oneNumberForTwoColumnsIsRefused() {
        assertThatThrownBy(() -> schema("required group p (LIST) { repeated group list { required int32 element; } }"
                        + " required int32 p.element;"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("have one number");
    }
}
