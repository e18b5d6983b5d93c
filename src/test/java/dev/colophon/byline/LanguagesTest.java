package dev.colophon.byline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.colophon.model.DocumentContext;
import dev.colophon.model.NameClaim;
import dev.colophon.text.WordLists;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Bylines of eighty languages: some are still read otherwise than their readers do, but never more of them. */
class LanguagesTest {
    /** Of 1,194. */
    private static final int READ_RIGHT = 1_163;

    private static final int MIXES = 5_000;
    private static final String[] MARKS = {
        " ", " ", " ", " ", " / ", "/", ", ", " - ", "-", ": ", " | ", "\n", "(", ")", "・", "＝", "'", "*", " & ", "."
    };

    private record Case(String text, String language, String expected, boolean field) {
        static Case of(String row) {
            String[] cells = row.split("\t", -1);
            return new Case(
                    cells[0].replace("\\n", "\n"), cells[1], cells[2], cells.length > 3 && cells[3].equals("field"));
        }

        boolean isRight() {
            DocumentContext page = new DocumentContext(
                    "https://www.thegazette.example/a",
                    "www.thegazette.example",
                    "thegazette.example",
                    null,
                    language,
                    "A headline",
                    "The Gazette",
                    null);
            NameClaim claim = field ? Credited.author(text) : Credited.byline(text);
            return sorted(Credited.at(page, claim)).equals(sorted(expected));
        }

        private static String sorted(String credits) {
            return Arrays.stream(credits.split(" \\| ", -1)).sorted().collect(Collectors.joining(" | "));
        }
    }

    @Test
    void noBylineIsReadOtherwiseThanBefore() {
        List<Case> cases = WordLists.lines(LanguagesTest.class, "languages.tsv").stream()
                .map(Case::of)
                .toList();
        List<Case> wrong = cases.stream().filter(each -> !each.isRight()).toList();
        assertThat(cases.size() - wrong.size())
                .as(
                        "read right; the others are %n%s",
                        wrong.stream().map(Case::text).collect(Collectors.joining("\n")))
                .isGreaterThanOrEqualTo(READ_RIGHT);
    }

    @Test
    void partsOfBylinesInAnyOrderAreReadWithoutFailure() {
        List<String> rows = WordLists.lines(LanguagesTest.class, "languages.tsv");
        String[] parts = rows.stream()
                .flatMap(row -> Arrays.stream(Case.of(row).text().split(" ", -1)))
                .toArray(String[]::new);
        Random random = new Random(11);
        for (int i = 0; i < MIXES; i++) {
            StringBuilder mixed = new StringBuilder();
            for (int n = random.nextInt(8); n >= 0; n--) {
                mixed.append(MARKS[random.nextInt(MARKS.length)]).append(parts[random.nextInt(parts.length)]);
            }
            Case of = Case.of(rows.get(random.nextInt(rows.size())));
            Case mix = new Case(mixed.toString(), of.language(), "", random.nextBoolean());
            assertThatCode(mix::isRight)
                    .as("%s [%s]", mix.text(), mix.language())
                    .doesNotThrowAnyException();
        }
    }
}
