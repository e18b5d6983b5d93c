package dev.colophon.dataset.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.dataset.Verification;
import dev.colophon.dataset.duplicates.Nights.Page;
import dev.colophon.dataset.table.TableInspector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the table of duplicates says of an archive, however its pages came. */
class DuplicateUpdateTest {
    @TempDir
    Path folder;

    private Nights nights(String name) throws Exception {
        return new Nights(folder.resolve(name));
    }

    private static Page page(String name, int hour, String text) {
        return new Page(name, null, hour, text);
    }

    private static Page page(String name, String url, int hour, String text) {
        return new Page(name, url, hour, text);
    }

    private static String id(String name) {
        return new Page(name, null, null, "").id();
    }

    private static String row(String earlier, String cluster, String rest) {
        return id(earlier) + " " + id(cluster) + " " + rest;
    }

    /** Pages of which many are copies of each other, or captures of one address, with and without a time. */
    private static List<Page> pages(int count, long seed) {
        Random random = new Random(seed);
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Texts script = Texts.of(random.nextInt(6));
            int story = random.nextInt(count / 4);
            double edited = List.of(0.0, 0.002, 0.005, 0.02, 0.1).get(random.nextInt(5));
            String text = random.nextInt(4) == 0
                    ? script.article(story, 150)
                    : script.copy(story, 150, random.nextInt(3), edited);
            String url = random.nextInt(3) == 0 ? null : "https://a.example/" + random.nextInt(count / 2);
            Integer hour = random.nextInt(4) == 0 ? null : Integer.valueOf(random.nextInt(count / 3));
            pages.add(new Page("page-" + i, url, hour, random.nextInt(40) == 0 ? "" : text));
        }
        return pages;
    }

    @Test
    void theTableSaysWhatComparingAllWithAllSays() throws Exception {
        List<Page> pages = pages(160, 5);
        try (Nights once = nights("once").add("all", pages)) {
            assertThat(once.duplicates())
                    .isEqualTo(Oracle.duplicates(withText(pages)))
                    .hasSizeGreaterThan(40);
        }
    }

    /** One document, two texts or one pair a task, a few, and about half of all; each task is done twice. */
    @ParameterizedTest
    @CsvSource({"1, 1", "5, 3", "1000, 40", "60, 1000"})
    void theTableIsTheSameHoweverManyTasksThereAre(int texts, int pairs) throws Exception {
        List<Page> pages = pages(160, 5);
        try (Nights once = nights("once").add("all", pages);
                Nights small = nights("small").small(texts, pairs).add("all", pages)) {
            for (String work : List.of("compare", "read keys", "look up keys")) {
                assertThat(once.tasksOf(work)).isNotEmpty().containsOnly(1);
            }
            assertThat(small.tasksOf("compare")).anyMatch(tasks -> tasks > 1);
            assertThat(small.tasksOf("read keys")).isEqualTo(small.tasksOf("look up keys"));
            assertThat(small.files("duplicates", "documents", IndexRun.TABLE))
                    .isEqualTo(once.files("duplicates", "documents", IndexRun.TABLE));
            assertThat(small.dataset.storage().list("_colophon/staging")).isEmpty();
        }
    }

    @Test
    void tasksOfManyNightsReadTheArchiveAndWhatIsStaged() throws Exception {
        List<Page> pages = pages(120, 8);
        try (Nights archive = nights("small").small(6, 4)) {
            for (int night = 0; night < 4; night++) {
                archive.add("night-" + night, pages.subList(night * 30, night * 30 + 30));
                assertThat(archive.duplicates())
                        .isEqualTo(Oracle.duplicates(withText(pages.subList(0, night * 30 + 30))));
            }
        }
    }

    private static List<Page> withText(List<Page> pages) {
        return pages.stream().filter(page -> !page.text().isEmpty()).toList();
    }

    @Test
    void nightsInAnyOrderGiveWhatOneRunOverAllGives() throws Exception {
        List<Page> pages = pages(120, 8);
        Map<String, String> expected = Oracle.duplicates(withText(pages));
        for (int order = 0; order < 2; order++) {
            List<Page> shuffled = new ArrayList<>(pages);
            Collections.shuffle(shuffled, new Random(order));
            try (Nights archive = nights("order-" + order)) {
                for (int night = 0; night < 12; night++) {
                    archive.add("night-" + (night * 7) % 12, shuffled.subList(night * 10, night * 10 + 10));
                    assertThat(archive.duplicates())
                            .isEqualTo(Oracle.duplicates(withText(shuffled.subList(0, night * 10 + 10))));
                }
                assertThat(archive.duplicates()).isEqualTo(expected);
                assertThat(Verification.verify(archive.dataset, new TableInspector()))
                        .isEmpty();
            }
        }
    }

    @Test
    void pagesThatGoOrChangeLeaveNothingBehind() throws Exception {
        List<Page> pages = new ArrayList<>(pages(90, 21));
        Random random = new Random(1);
        try (Nights archive = nights("changing")) {
            for (int night = 0; night < 3; night++) {
                archive.add("night-" + night, pages.subList(night * 30, night * 30 + 30));
            }
            for (int change = 0; change < 6; change++) {
                int night = random.nextInt(3);
                int at = night * 30 + random.nextInt(30);
                Page old = pages.get(at);
                if (change % 2 == 0) {
                    pages.set(at, new Page(old.name(), old.url(), old.hour(), ""));
                    archive.add("night-" + night, List.of(pages.get(at)));
                } else {
                    Page other = pages.get((at + 31) % 90);
                    pages.set(at, new Page(old.name(), other.url(), other.hour(), other.text()));
                    archive.add("night-" + night, List.of(pages.get(at)));
                }
                assertThat(archive.duplicates()).isEqualTo(Oracle.duplicates(withText(pages)));
            }
            archive.remove(
                    "night-1",
                    IntStream.range(30, 60).mapToObj(i -> "page-" + i).toArray(String[]::new));
            pages.subList(30, 60).clear();
            assertThat(archive.duplicates()).isEqualTo(Oracle.duplicates(withText(pages)));
        }
    }

    @Test
    void anIndexThatIsLostIsMadeAgainByteForByte() throws Exception {
        List<Page> pages = pages(60, 3);
        try (Nights archive = nights("lost");
                Nights whole = nights("whole")) {
            for (Nights each : List.of(archive, whole)) {
                each.add("a", pages.subList(0, 20))
                        .add("b", pages.subList(20, 35))
                        .add("c", pages.subList(35, 40));
            }
            assertThat(archive.files(IndexRun.TABLE)).isNotEmpty();
            archive.dataset.storage().delete("_colophon/duplicates");
            archive.add("d", pages.subList(40, 60));
            whole.add("d", pages.subList(40, 60));
            assertThat(archive.files(IndexRun.TABLE, "duplicates"))
                    .isEqualTo(whole.files(IndexRun.TABLE, "duplicates"));
            assertThat(Verification.verify(archive.dataset, new TableInspector()))
                    .isEmpty();
        }
    }

    @Test
    void theFirstCaptureStandsForItsClusterEvenWhereItComesLast() throws Exception {
        String text = Texts.LATIN.article(1, 200);
        String near = Texts.LATIN.copy(1, 200, 1, 0.001);
        try (Nights archive = nights("late")) {
            archive.add("a", List.of(page("x", 30, text), page("y", 20, text)));
            assertThat(archive.duplicates()).containsOnly(Map.entry(id("x"), row("y", "y", "exact 1.000 false")));
            archive.add("b", List.of(page("z", 10, near)));
            assertThat(archive.duplicates()).containsOnlyKeys(id("x"), id("y"));
            assertThat(archive.duplicates().values())
                    .allMatch(row -> row.startsWith(id("z") + " " + id("z") + " near 0.9"));
        }
    }

    /** As where a page is read again with other settings into another batch. */
    @Test
    void aPageThatStandsInTwoBatchesWithOtherTextsIsComparedWithItself() throws Exception {
        String text = Texts.LATIN.article(3, 200);
        String url = "https://a.example/1";
        for (String again : List.of(text + " Captions, too.", Texts.LATIN.article(4, 200))) {
            try (Nights archive = nights(again.substring(again.length() - 9))) {
                archive.add("a", List.of(page("x", url, 1, text), page("y", url, 2, text)));
                archive.add("b", List.of(page("x", url, 1, again)));
                assertThat(archive.rows()).isEqualTo(2);
                archive.add("c", List.of(page("z", 3, again)));
                assertThat(archive.rows()).isEqualTo(3);
                assertThat(Verification.verify(archive.dataset, new TableInspector()))
                        .isEmpty();
            }
        }
    }

    @Test
    void revisionsOfOneAddressAreToldFromCopiesElsewhere() throws Exception {
        String first = Texts.CYRILLIC.article(2, 300);
        String second = Texts.CYRILLIC.copy(2, 300, 4, 0.001);
        String rewritten = Texts.CYRILLIC.article(9, 300);
        try (Nights archive = nights("revisions")) {
            archive.add("a", List.of(page("v1", "https://a.example/1", 1, first)));
            archive.add(
                    "b",
                    List.of(
                            page("copy", "https://b.example/1", 2, first),
                            page("again", "https://a.example/1", 3, first),
                            page("v2", "https://a.example/1", 4, second),
                            page("v3", "https://a.example/1", 5, rewritten)));
            archive.add("c", List.of(page("copy of v3", "https://c.example/1", 6, rewritten)));
            Map<String, String> rows = archive.duplicates();
            assertThat(rows.get(id("copy"))).isEqualTo(row("v1", "v1", "exact 1.000 false"));
            assertThat(rows.get(id("again"))).isEqualTo(row("v1", "v1", "exact 1.000 true"));
            assertThat(rows.get(id("v2"))).startsWith(row("v1", "v1", "revision 0.9"));
            assertThat(rows.get(id("v3"))).isEqualTo(row("v1", "v3", "revision 0.000 true"));
            assertThat(rows.get(id("copy of v3"))).isEqualTo(row("v3", "v3", "exact 1.000 false"));
            assertThat(rows).hasSize(5);
        }
    }

    @Test
    void aNightLeavesTheFilesOfOthersAlone() throws Exception {
        List<Page> pages = IntStream.range(0, 100)
                .mapToObj(i -> page(
                        "p" + i, i, i % 5 == 4 ? Texts.ARABIC.copy(i - 4, 300, i, 0) : Texts.ARABIC.article(i, 300)))
                .toList();
        try (Nights archive = nights("alone")) {
            Map<String, String> before = Map.of();
            for (int night = 0; night < 10; night++) {
                archive.add(
                        String.format(Locale.ROOT, "night-%02d", night), pages.subList(night * 10, night * 10 + 10));
                assertThat(archive.files("documents", "duplicates")).containsAllEntriesOf(before);
                before = archive.files("documents", "duplicates");
            }
            assertThat(archive.duplicates()).hasSize(20);
            // 10, 10, 10 … join like the digits of a binary number: 8 nights and 2.
            assertThat(archive.files(IndexRun.TABLE)).hasSize(4);
        }
    }
}
