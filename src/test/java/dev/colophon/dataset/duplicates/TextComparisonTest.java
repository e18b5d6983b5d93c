package dev.colophon.dataset.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.dataset.duplicates.Nights.Page;
import dev.colophon.dedup.ShingleSet;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextComparisonTest {
    @TempDir
    Path folder;

    private static List<byte[]> pairs(DocumentRows rows, Holdings holdings) throws Exception {
        List<byte[]> places = new ArrayList<>();
        rows.all(holdings.batches().get(0), DocumentKeys.COLUMNS, (row, document) -> {
            Entry entry = DocumentKeys.entry(document, row, 0);
            if (entry != null) {
                places.add(DocumentRows.place(entry));
            }
        });
        List<byte[]> pairs = new ArrayList<>();
        for (byte[] one : places) {
            for (byte[] other : places) {
                pairs.add(ByteBuffer.allocate(Comparisons.PAIR)
                        .put(one)
                        .put(other)
                        .array());
            }
        }
        return pairs;
    }

    @Test
    void textsThatTakeTooMuchAtOnceAreReadInParts() throws Exception {
        List<Page> pages = IntStream.range(0, 12)
                .mapToObj(i -> new Page("p" + i, null, i, Texts.LATIN.copy(i / 3, 200, i, 0.01)))
                .toList();
        try (Nights archive = new Nights(folder).add("all", pages)) {
            Holdings holdings = Holdings.of(archive.dataset.current());
            DocumentRows rows = new DocumentRows(archive.dataset.storage(), "", holdings);
            List<byte[]> pairs = pairs(rows, holdings);
            double[] atOnce = new TextComparison(rows, false).similarities(pairs);
            assertThat(pairs).hasSize(144);
            assertThat(atOnce).contains(1.0, 0.0);
            for (long most : new long[] {0, 2_000, 10_000}) {
                assertThat(new TextComparison(rows, false, most).similarities(pairs))
                        .isEqualTo(atOnce);
            }
        }
    }

    /** A document that stands in two batches has one ref, two places and two texts. */
    @Test
    void theTextsOfOneDocumentInTwoBatchesAreCompared() throws Exception {
        String text = Texts.LATIN.article(1, 200);
        String other = Texts.LATIN.copy(1, 200, 1, 0.01);
        try (Nights archive = new Nights(folder)
                .add("a", List.of(new Page("p", null, 1, text), new Page("q", null, 2, other)))
                .add("c", List.of(new Page("p", null, 1, Texts.LATIN.article(7, 200))))) {
            Holdings holdings = Holdings.of(archive.dataset.current());
            DocumentRows rows = new DocumentRows(archive.dataset.storage(), "", holdings);
            List<byte[]> pairs = pairs(rows, holdings);
            byte[] place = Arrays.copyOf(pairs.get(0), DocumentRows.PLACE);
            byte[] copy = DocumentRows.place(0, 1, DocumentRows.ref(place));
            List<byte[]> twice = List.of(
                    ByteBuffer.allocate(Comparisons.PAIR).put(place).put(copy).array());
            assertThat(new TextComparison(rows, false).similarities(twice)[0])
                    .isEqualTo(ShingleSet.of(text).jaccard(ShingleSet.of(other)));
            byte[] elsewhere = DocumentRows.place(1, 0, DocumentRows.ref(place));
            List<byte[]> apart = List.of(ByteBuffer.allocate(Comparisons.PAIR)
                    .put(place)
                    .put(elsewhere)
                    .array());
            assertThat(new TextComparison(rows, false, 0).similarities(apart)[0])
                    .isLessThan(0.1);
        }
    }

    @Test
    void nothingIsComparedWithoutPairs() throws Exception {
        DocumentRows rows = new DocumentRows(new Nights(folder).dataset.storage(), "", Holdings.NONE);
        assertThat(new TextComparison(rows, true).similarities(List.of())).isEmpty();
    }
}
