package dev.colophon.byline.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class PersonMatcherTest {
    private static final Set<Tie> PUBLISHER = EnumSet.of(Tie.PUBLISHER);

    private record Pair(String label, Set<Tie> ties, String one, String other) {
        static Pair of(String line) {
            String[] cells = line.split(" ; ", 4);
            Set<Tie> ties = EnumSet.noneOf(Tie.class);
            for (String tie : cells[1].split(" ")) {
                if (!tie.equals("none")) {
                    ties.add(Tie.valueOf(tie.toUpperCase(Locale.ROOT).replace('-', '_')));
                }
            }
            return new Pair(cells[0], ties, cells[2], cells[3]);
        }

        Verdict verdict() {
            return PersonMatcher.compare(one, other, ties);
        }

        boolean is(String expected) {
            return label.equals(expected);
        }
    }

    private static List<Pair> pairs() throws IOException {
        List<Pair> pairs = new ArrayList<>(pairs("pairs.txt"));
        pairs.addAll(pairs("hard-pairs.txt"));
        return pairs;
    }

    private static List<Pair> pairs(String file) throws IOException {
        InputStream stream = Objects.requireNonNull(PersonMatcherTest.class.getResourceAsStream(file));
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(Pair::of)
                    .toList();
        }
    }

    @Test
    void joinsAreRightAndMostOfThoseThatBelongTogetherAreFound() throws IOException {
        List<Pair> pairs = pairs();
        List<Pair> joined =
                pairs.stream().filter(pair -> pair.verdict() == Verdict.SAME).toList();
        List<Pair> same = pairs.stream().filter(pair -> pair.is("same")).toList();
        double right = joined.stream().filter(pair -> pair.is("same")).count();
        double proposed = same.stream()
                .filter(pair -> pair.verdict() != Verdict.DIFFERENT)
                .count();
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(500);
        assertThat(joined).filteredOn(pair -> !pair.is("same")).hasSizeLessThanOrEqualTo(1);
        assertThat(right / joined.size()).isGreaterThanOrEqualTo(0.99);
        assertThat(right / same.size()).isGreaterThanOrEqualTo(0.80);
        assertThat(proposed / same.size()).isGreaterThanOrEqualTo(0.92);
    }

    @Test
    void accentsThatDifferTellTwoPeopleApartAndAccentsLeftOutDoNot() {
        assertThat(PersonMatcher.compare("Trần Thị Hà", "Trần Thị Hạ", PUBLISHER))
                .isEqualTo(Verdict.MAYBE);
        assertThat(PersonMatcher.compare("Trần Thị Hà", "Tran Thi Ha", PUBLISHER))
                .isEqualTo(Verdict.SAME);
        assertThat(PersonMatcher.compare("Ştefan Ţurcanu", "Ștefan Țurcanu", PUBLISHER))
                .isEqualTo(Verdict.SAME);
    }

    @Test
    void arabicWithoutItsShortVowelsIsTheNameWithThemAndNoOther() {
        assertThat(PersonMatcher.compare("سمير قاسم", "Samir Qasim", PUBLISHER)).isEqualTo(Verdict.SAME);
        assertThat(PersonMatcher.compare("سمير قاسم", "Samira Qasim", PUBLISHER))
                .isNotEqualTo(Verdict.SAME);
        assertThat(PersonMatcher.compare("حسن علي منصور", "Hassan Ali Mansour", PUBLISHER))
                .isEqualTo(Verdict.SAME);
        assertThat(PersonMatcher.compare("حسن علي منصور", "Hussein Ali Mansour", PUBLISHER))
                .isNotEqualTo(Verdict.SAME);
        assertThat(PersonMatcher.compare("عبد الرحمن يوسف", "Abdulrahman Youssef", PUBLISHER))
                .isEqualTo(Verdict.SAME);
    }

    @Test
    void theOrderOfTwoNamesDoesNotMatter() throws IOException {
        assertThat(pairs())
                .allSatisfy(pair -> assertThat(PersonMatcher.compare(pair.other(), pair.one(), pair.ties()))
                        .as("%s = %s", pair.one(), pair.other())
                        .isEqualTo(pair.verdict()));
    }

    @Test
    void threeSpellingsOfOnePersonMeetAtOnePublisher() {
        Set<Tie> page = EnumSet.of(Tie.PUBLISHER, Tie.AUTHOR_PAGE);
        assertThat(PersonMatcher.compare("অভ্র চট্টোপাধ্যায়", "Avra Chattopadhyay", PUBLISHER))
                .isEqualTo(Verdict.SAME);
        assertThat(PersonMatcher.compare("A. Chattopadhyay", "Avra Chattopadhyay", page))
                .isEqualTo(Verdict.SAME);
        assertThat(PersonMatcher.compare("A. Chattopadhyay", "অভ্র চট্টোপাধ্যায়", page))
                .isEqualTo(Verdict.SAME);
    }

    @Test
    void twoPeopleOfOneNameAtTwoPublishersAreNeverJoined() {
        assertThat(PersonMatcher.compare("Jane Doe", "Jane Doe", EnumSet.noneOf(Tie.class)))
                .isEqualTo(Verdict.MAYBE);
        assertThat(PersonMatcher.compare("Jane Doe", "Jane Doe", EnumSet.of(Tie.AUTHOR_PAGE)))
                .isEqualTo(Verdict.MAYBE);
    }
}
