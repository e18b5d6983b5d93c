package dev.colophon.dataset.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.storage.LocalStorage;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier version wrote is read by a later one with more columns. */
class RowReaderTest {
    private record Person(String name) {}

    private record Page(String title, List<Person> people) {}

    private static final Column<Person> NAME = Column.required("name", ColumnType.STRING, Person::name);
    private static final Column<Person> MAIL = Column.optional("mail", ColumnType.STRING, person -> null);
    private static final Column<Page> TITLE = Column.required("title", ColumnType.STRING, Page::title);
    private static final Column<Page> TAGS = Column.required("tags", ColumnType.STRINGS, page -> List.of());
    private static final Column<Page> SECTION = Column.optional("section", ColumnType.STRING, page -> null);

    private static final Table<Page> EARLIER = Table.of("pages", "", List.of(TITLE, people(NAME)));

    @TempDir
    Path folder;

    private Storage storage = new LocalStorage(Path.of("."));

    private static Column<Page> people(Column<?>... fields) {
        return Column.structures("people", List.of(fields), Page::people);
    }

    @BeforeEach
    void write() throws IOException {
        storage = new LocalStorage(folder);
        try (RowWriter writer = new RowWriter(storage, "pages.parquet", EARLIER, RowWriter.Profile.RUN)) {
            writer.write(EARLIER.row(new Page("Tides", List.of(new Person("Ann Lee"), new Person("Jo Roe")))));
            writer.write(EARLIER.row(new Page("Nets", List.of())));
            writer.finish();
        }
    }

    private Map<String, @Nullable Object> first(Table<Page> table) throws IOException {
        try (RowCursor rows = RowReader.open(storage, "pages.parquet", table)) {
            return table.readable(Objects.requireNonNull(rows.next()));
        }
    }

    @Test
    void columnsAndFieldsThatMayBeNullAreNullAndListsAreEmpty() throws IOException {
        Table<Page> later = Table.of("pages", "", List.of(SECTION, TITLE, people(NAME, MAIL), TAGS));
        Map<String, @Nullable Object> row = first(later);
        assertThat(row).containsEntry("title", "Tides").containsEntry("section", null);
        assertThat(row.get("tags")).isEqualTo(List.of());
        assertThat(String.valueOf(row.get("people")))
                .isEqualTo("[{name=Ann Lee, mail=null}, {name=Jo Roe, mail=null}]");
    }

    @Test
    void aFileWithoutNumbersOfColumnsIsReadAsOneWithThem() throws IOException {
        Map<String, @Nullable Object> row = first(EARLIER);
        String schema = ParquetFile.inspect(storage, "pages.parquet").schema();
        NumberlessFile.rewrite(folder.resolve("pages.parquet"));
        assertThat(first(EARLIER)).isEqualTo(row);
        assertThat(ParquetFile.inspect(storage, "pages.parquet").schema()).isEqualTo(schema);
        assertThat(ParquetFile.columns(storage, "pages.parquet", EARLIER)).containsExactly("people", "title");
    }

    @Test
    void aColumnThatMustBeThereIsMissed() {
        Column<Page> number = Column.required("number", ColumnType.INT64, page -> 1L);
        Table<Page> other = Table.of("pages", "", List.of(TITLE, number));
        assertThatThrownBy(() -> first(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("written by another version")
                .hasMessageContaining("number");
    }

    @Test
    void aColumnOfAnotherTypeIsRefused() {
        Column<Page> title = Column.optional("title", ColumnType.INT64, page -> 1L);
        assertThatThrownBy(() -> first(Table.of("pages", "", List.of(title))))
                .isInstanceOf(IllegalStateException.class);
    }
}
