package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages become a text again: what stands above and below each of them is told from it. */
class PagedTextTest {
    private static final String FULL = "The keeper of the lock opened the upper gate at dawn and let four barges";

    private static List<String> texts(List<Passage> passages, Passage.Form form) {
        return passages.stream()
                .filter(passage -> passage.form() == form)
                .map(Passage::text)
                .toList();
    }

    private static PagedText pages(int count, boolean alternating) {
        PagedText pages = new PagedText();
        for (int i = 1; i <= count; i++) {
            pages.startPage();
            if (i > 1) {
                pages.add(alternating ? (i % 2 == 0 ? "The upper gate" : "Lena Ortiz") : i + "\nJournal of Locks");
            }
            String letter = "abcdefghijkl".substring(i - 1, i);
            pages.add(FULL + " of " + letter + ",\nof which number " + letter
                    + " had waited in the basin for\neleven days, said " + letter);
            pages.add(i + " / " + count);
        }
        return pages;
    }

    @Test
    void headsOfSeveralLinesAreNoText() {
        List<Passage> pages = pages(4, false).passages();
        assertThat(texts(pages, Passage.Form.FURNITURE)).contains("Journal of Locks", "2", "3 / 4", "4 / 4");
        assertThat(String.join(" ", texts(pages, Passage.Form.PARAGRAPH))).doesNotContain("Journal", "/");
    }

    @Test
    void headsThatAlternateAreNoText() {
        List<Passage> pages = pages(12, true).passages();
        assertThat(String.join(" ", texts(pages, Passage.Form.PARAGRAPH)))
                .doesNotContain("The upper gate", "Lena Ortiz");
    }

    @Test
    void aNumberAtTheEndOfOnePageIsText() {
        PagedText pages = new PagedText();
        for (String last : List.of("2019.", "as nobody had thought.", "(1,234.5)")) {
            pages.startPage();
            pages.add("Of those that came in the year of number " + last + " nobody had seen the last,\n"
                    + "which had waited (" + last.length() + " weeks) since the ice came in " + last + " and in\n"
                    + last);
        }
        assertThat(texts(pages.passages(), Passage.Form.FURNITURE)).isEmpty();
    }

    private static PagedText book(IntFunction<String> head, IntFunction<String> foot) {
        PagedText pages = new PagedText();
        for (int i = 0; i < 24; i++) {
            pages.startPage();
            String letter = String.valueOf((char) ('a' + i));
            pages.add(head.apply(i) + "\nNobody had seen the lock of " + letter.repeat(3)
                    + " until the ice had gone, and nobody\n"
                    + "would go to " + letter.repeat(4) + " before then, said the\nkeeper of " + letter.repeat(5)
                    + ", who had"
                    + "\nseen it once from the tower of the mill when " + letter.repeat(6) + " was there.");
            pages.add(foot.apply(i));
        }
        return pages;
    }

    @Test
    void headingsWithNumbersAreText() {
        List<Passage> pages = book(
                        i -> i % 3 == 0 ? "Chapter " + (i / 3 + 1) : "And so it went on.", i -> "- " + i + " -")
                .passages();
        assertThat(String.join(" ", texts(pages, Passage.Form.PARAGRAPH))).contains("Chapter 1", "Chapter 7");
        assertThat(texts(pages, Passage.Form.FURNITURE)).contains("- 7 -");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(%d)", "%d.", "© 2020", "§ %d", "Page %d of 24"})
    void whatStandsBelowEveryPageIsNoText(String foot) {
        List<Passage> pages = book(i -> "So " + "abcdefghijklmnopqrstuvwx".charAt(i), i -> foot.formatted(i))
                .passages();
        assertThat(texts(pages, Passage.Form.FURNITURE)).hasSize(24);
    }

    @Test
    void ofNumbersBelowAPageOneIsThePages() {
        List<Passage> pages = book(
                        i -> "So " + "abcdefghijklmnopqrstuvwx".charAt(i), i -> i == 3 ? "15\n18\n3" : "" + i)
                .passages();
        assertThat(String.join(" ", texts(pages, Passage.Form.PARAGRAPH))).contains("15", "18");
    }

    @Test
    void aShortLastLineOfAScriptWithoutCapitalsEndsTheParagraph() {
        PagedText pages = new PagedText();
        String line = "ผู้ดูแลประตูน้ำเปิดประตูบนในตอนเช้าและปล่อยเรือสี่ลำผ่านไปในวันนั้นเอง";
        for (int i = 0; i < 2; i++) {
            pages.startPage();
            pages.add(line + "\n" + line + "\nแล้ว");
        }
        assertThat(texts(pages.passages(), Passage.Form.PARAGRAPH)).hasSize(2);
    }

    @Test
    void aParagraphOfAScriptWithoutCapitalsGoesOnOnTheNextPage() {
        PagedText pages = new PagedText();
        for (String page : List.of(
                "ভোরবেলা তালাঘরের রক্ষক উপরের ফটক খুলে দিলেন এবং চারটি নৌকা যেতে দিলেন, যার শেষটি",
                "উত্তরের ঘাটে এগারো দিন অপেক্ষা করছিল কারণ নদীর বরফ তাকে আটকে রেখেছিল বলে জানা গেছে।")) {
            pages.startPage();
            pages.add(page);
        }
        assertThat(texts(pages.passages(), Passage.Form.PARAGRAPH)).hasSize(1);
    }
}
