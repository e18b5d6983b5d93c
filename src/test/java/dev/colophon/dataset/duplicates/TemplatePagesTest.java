package dev.colophon.dataset.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.dataset.duplicates.Nights.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that have most of their text from one template, as notices and timetables do, and are no copies of each other. */
class TemplatePagesTest {
    @TempDir
    Path folder;

    /** Every so many pages one has the words of the one before it, and two more. */
    private static List<Page> pages(int count, int perCopy) {
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean copy = i % perCopy == perCopy - 1;
            int story = copy ? i - 1 : i;
            Random random = new Random(story);
            String own = words(random, 5 + random.nextInt(7));
            String template = words(new Random(-1 - story % 2), 40);
            pages.add(new Page("page-" + i, null, i, template + own + (copy ? "in full" : "")));
        }
        return pages;
    }

    private static String words(Random random, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(Integer.toString(46_656 + random.nextInt(1_000_000), 36))
                    .append(' ');
        }
        return words.toString();
    }

    @Test
    void thoseThatAreAlikeAreFoundAndNoOthers() throws Exception {
        List<Page> pages = pages(600, 6);
        try (Nights once = nights("once").add("all", pages)) {
            assertThat(once.duplicates()).isEqualTo(Oracle.duplicates(pages)).hasSizeGreaterThan(30);
        }
    }

    @Test
    void smallTasksFindTheSame() throws Exception {
        List<Page> pages = pages(600, 6);
        try (Nights once = nights("once").small(50, 200).add("all", pages)) {
            assertThat(once.duplicates()).isEqualTo(Oracle.duplicates(pages)).hasSizeGreaterThan(30);
        }
    }

    @Test
    void nightsGiveWhatOneRunGives() throws Exception {
        List<Page> pages = pages(400, 5);
        try (Nights once = nights("once").add("all", pages);
                Nights parts = nights("parts")) {
            for (int night = 0; night < 4; night++) {
                int number = night;
                parts.add(
                        "night-" + night,
                        IntStream.range(0, pages.size())
                                .filter(i -> i * 7 % 4 == number)
                                .mapToObj(pages::get)
                                .toList());
            }
            assertThat(parts.duplicates()).isEqualTo(once.duplicates()).hasSizeGreaterThan(20);
        }
    }

    @Test
    void fourTimesAsManyDoNotCostSixteenTimesAsMuch() throws Exception {
        try (Nights few = nights("few").add("all", pages(1_000, 1_000_000));
                Nights many = nights("many").add("all", pages(4_000, 1_000_000))) {
            assertThat(many.updateNanos()).isLessThan(8 * few.updateNanos());
        }
    }

    private Nights nights(String name) throws Exception {
        return new Nights(folder.resolve(name));
    }
}
