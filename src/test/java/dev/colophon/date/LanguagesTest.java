package dev.colophon.date;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.text.WordLists;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Dates of a hundred languages: some are still read otherwise than their readers do, but never more of them. */
class LanguagesTest {
    /** Of 1,413. */
    private static final int READ_RIGHT = 1_410;

    private static final Instant CAPTURED = Instant.parse("2026-11-01T12:00:00Z");

    private record Case(String text, String language, String country, String expected, String meanings) {
        static Case of(String row) {
            String[] cells = row.split("\t", -1);
            return new Case(cells[0], cells[1], cells[2], cells[3], cells.length > 4 ? cells[4] : "");
        }

        boolean isRight() {
            ReadingHints hints = new ReadingHints(orNull(language), orNull(country), null, 2026, CAPTURED, null, false);
            DateReader.Result read = DateReader.read(text, hints);
            if (read.dates().isEmpty()) {
                DateReading relative = RelativeDates.read(text, hints);
                return expected.equals(relative == null ? read.refusal() : relative.iso());
            }
            List<DateReading> own = read.dates().stream()
                    .filter(date -> date.certainty() > DateReading.OF_ANOTHER)
                    .toList();
            String found = own.stream().map(DateReading::iso).collect(Collectors.joining(" "));
            String said = own.stream().map(date -> letter(date.introduced())).collect(Collectors.joining());
            return found.equals(expected) && (meanings.isEmpty() || said.equals(meanings));
        }

        private static @Nullable String orNull(String cell) {
            return cell.isEmpty() ? null : cell;
        }

        private static String letter(@Nullable Meaning meaning) {
            return meaning == Meaning.MODIFIED ? "m" : meaning == Meaning.AS_OF ? "a" : "p";
        }
    }

    @Test
    void noDateIsReadOtherwiseThanBefore() {
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
}
