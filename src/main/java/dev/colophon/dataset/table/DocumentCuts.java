package dev.colophon.dataset.table;

import dev.colophon.dataset.parquet.Column;
import dev.colophon.dataset.parquet.ColumnType;
import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import dev.colophon.dataset.parquet.RowWriter;
import dev.colophon.dataset.parquet.RunFile;
import dev.colophon.dataset.parquet.SortedRuns;
import dev.colophon.dataset.parquet.Table;
import dev.colophon.storage.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a batch's documents end, before one of them is written, so that they can be written by many machines.
 * A part ends where its texts have so many characters, 2,000 being added for the other columns of each document. It depends on
 * the documents alone. Not thread-safe.
 */
final class DocumentCuts implements Closeable {
    /** Characters of a part: 150 MB for most languages, up to 500 for those of East Asia. */
    static final long MOST_WEIGHT = 400_000_000;

    private static final long OTHER_COLUMNS = 2_000;

    private static final String[] KEY = {"doc_id", "host", "published_date", "text_chars"};
    private static final int[] KEYS =
            Arrays.stream(KEY).mapToInt(Clusters.KEYS::position).toArray();
    private static final Table<Void> PLACES = places();
    private static final int[] PLACE =
            Arrays.stream(KEY).mapToInt(PLACES::position).toArray();
    private static final int ID = PLACES.position("doc_id");
    private static final int CHARS = PLACES.position("text_chars");
    private static final int RUN = PLACES.position("run");
    private static final int NUMBER = PLACES.position("number");

    private final Storage storage;
    private final String folder;
    private final long mostWeight;
    private final SortedRuns places;

    /** @param folder for files of its own, some of which its cuts name; the caller removes it */
    DocumentCuts(Storage storage, String folder, long mostWeight) {
        this.storage = storage;
        this.folder = folder;
        this.mostWeight = mostWeight;
        this.places = new SortedRuns(storage, folder + "/places", PLACES, Tables.DOCUMENT_ORDER.on(PLACES));
    }

    private static Table<Void> places() {
        List<Column<Void>> columns =
                new ArrayList<>(Clusters.KEYS.project("places", KEY).columns());
        columns.add(Column.bare("run", ColumnType.INT32));
        columns.add(Column.bare("number", ColumnType.INT32));
        return Table.of("places", "", columns);
    }

    /**
     * The documents of one part.
     *
     * @param rows of each file that has some, by the file's number
     * @param documents how many they are
     * @param members file of those that are members of clusters; null where none is
     */
    record Cut(
            Map<Integer, RunFile.Rows> rows,
            long documents,
            @Nullable String members) {}

    /**
     * Adds a document.
     *
     * @param file the number of the file that holds it
     * @param row its number there
     * @param key the document as a row of {@link Clusters#KEYS}
     */
    void add(int file, int row, Row key) throws IOException {
        Row place = PLACES.emptyRow();
        for (int i = 0; i < KEYS.length; i++) {
            place.set(PLACE[i], key.value(KEYS[i]));
        }
        place.set(RUN, file);
        place.set(NUMBER, row);
        places.add(place);
    }

    /** The cuts in order, at least one, which has no documents where there are none. */
    List<Cut> find(Clusters clusters) throws IOException {
        List<Cut> cuts = new ArrayList<>();
        try (RowCursor sorted = places.open();
                RowCursor members = clusters.members()) {
            Row member = members.next();
            Row place = sorted.next();
            do {
                try (Growing cut = new Growing(cuts.size())) {
                    for (; place != null && cut.weight < mostWeight; place = sorted.next()) {
                        cut.add(place);
                        if (member != null && Objects.equals(member.value(Clusters.MEMBER_ID), place.value(ID))) {
                            cut.addMember(member);
                            member = members.next();
                        }
                    }
                    cuts.add(cut.finish());
                }
            } while (place != null);
            if (member != null) {
                throw new IllegalStateException(
                        "a member of a cluster is no document: " + Clusters.MEMBERS.readable(member));
            }
        }
        return cuts;
    }

    /** A cut that takes more documents. */
    private final class Growing implements Closeable {
        private final int number;
        private final Map<Integer, RunFile.Rows> rows = new TreeMap<>();
        private long documents;
        private long weight;
        private @Nullable RowWriter members;

        Growing(int number) {
            this.number = number;
        }

        void add(Row place) {
            int row = (Integer) Objects.requireNonNull(place.value(NUMBER));
            rows.merge(
                    (Integer) Objects.requireNonNull(place.value(RUN)),
                    new RunFile.Rows(row, row + 1),
                    (before, last) -> before.behind(last));
            Integer chars = (Integer) place.value(CHARS);
            weight += OTHER_COLUMNS + (chars == null ? 0 : chars);
            documents++;
        }

        void addMember(Row member) throws IOException {
            if (members == null) {
                String path = String.format(Locale.ROOT, "%s/members-%05d.parquet", folder, number);
                members = new RowWriter(storage, path, Clusters.MEMBERS, RowWriter.Profile.RUN);
            }
            members.write(member);
        }

        Cut finish() throws IOException {
            return new Cut(
                    rows, documents, members == null ? null : members.finish().path());
        }

        @Override
        public void close() throws IOException {
            if (members != null) {
                members.close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        places.close();
    }
}
