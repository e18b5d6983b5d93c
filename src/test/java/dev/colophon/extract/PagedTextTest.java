package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages become a text again: what stands above and below each of them is told from it. */
class PagedTextTest {
    private static final String FULL = "The keeper of the lock opened the upper gate at dawn and let four barges";

    private static List<String> texts(PagedText pages, Passage.Form form) {
        return pages.passages().stream()
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
            pages.add(FULL + ",\n" + (i % 2 == 0 ? "and then" : "of which") + " number " + "abcdefghijkl".charAt(i - 1)
                    + " had waited in the basin for\neleven days, said the");
            pages.add(i + " / " + count);
        }
        return pages;
    }

    @Test
    void headsOfSeveralLinesAreNoText() {
        PagedText pages = pages(4, false);
        assertThat(texts(pages, Passage.Form.FURNITURE)).contains("Journal of Locks", "2", "3 / 4", "4 / 4");
        assertThat(String.join(" ", texts(pages, Passage.Form.PARAGRAPH))).doesNotContain("Journal", "/");
    }

    @Test
    void headsThatAlternateAreNoText() {
        PagedText pages = pages(12, true);
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
        assertThat(texts(pages, Passage.Form.FURNITURE)).isEmpty();
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
        assertThat(texts(pages, Passage.Form.PARAGRAPH)).hasSize(1);
    }
}
