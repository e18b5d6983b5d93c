package dev.colophon.byline;

import static dev.colophon.byline.Credited.author;
import static dev.colophon.byline.Credited.byline;
import static dev.colophon.byline.Credited.decide;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Contributor;
import dev.colophon.model.ContributorKind;
import dev.colophon.model.DocumentContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a byline, or a field of the metadata, is read as. */
class BylineInterpreterTest {
    static List<String> bylines() {
        return TestLines.of("bylines.txt");
    }

    @ParameterizedTest
    @MethodSource("bylines")
    void aBylineGivesRolesKindsAndNames(String row) {
        String[] cells = row.split(" ; ", 3);
        assertThat(cells).hasSize(3);
        assertThat(read(cells)).isEqualTo(cells[2]);
    }

    private static String read(String[] cells) {
        return Credited.by(byline(cells[1].replace("\\n", "\n")));
    }

    @Test
    void bylinesOfManyLanguagesAreReadRightButForTwoPercent() {
        List<String[]> rows = Stream.of("bylines.txt", "forms.txt", "hard.txt")
                .flatMap(file -> TestLines.of(file).stream())
                .map(row -> row.split(" ; ", 3))
                .toList();
        assertThat(rows).hasSizeGreaterThan(850);
        assertThat(rows.stream().filter(cells -> !read(cells).equals(cells[2])).toList())
                .hasSizeLessThanOrEqualTo(rows.size() / 50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "tr", "bn", "ar", "fa", "th"})
    void theDefaultLocaleChangesNothing(String language) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(language));
            bylines().forEach(this::aBylineGivesRolesKindsAndNames);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void theOrderOfNamesIsTheOrderOfTheByline() {
        List<String> names = Stream.of("Ann", "Bob", "Cyd", "Dan", "Eve")
                .map(given -> given + " Doe")
                .toList();
        assertThat(decide(byline("By " + String.join(", ", names))).credits().contributors())
                .extracting(Contributor::name)
                .containsExactlyElementsOf(names);
    }

    @Test
    void thePublishersNameGoesWithItsArticle() {
        DocumentContext site =
                new DocumentContext(null, null, "opapel.example", null, "pt", "Um título", "O Papel", null);
        assertThat(Credited.at(site, author("Ana Souto O Papel"))).isEqualTo("author person Ana Souto");
        assertThat(Credited.at(site, author("Jornal O Papel"))).isEqualTo("author organisation Jornal O Papel");
    }

    @Test
    void whoMadeAWebsiteWroteNothing() {
        assertThat(Credited.by(author("Web Design & Development - Harbour Studio")))
                .isEqualTo("none");
    }

    @Test
    void aFieldMayHoldAnAccountName() {
        assertThat(Credited.by(author("freeman1984"))).isEqualTo("author person freeman1984");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane Doe\nProfessor of Engineering, University of Lagos",
                "Jane Doe, Dean of Engineering and Technology",
                "Jane Doe - VP of Engineering"
            })
    void anOfficeBehindANameIsNobody(String field) {
        assertThat(Credited.by(author(field))).isEqualTo("author person Jane Doe");
    }

    @Test
    void surnamesBeforeInitialsAreTurnedAround() {
        assertThat(Credited.by(author("Smith, J. A.; Jones, B.; Øster, K.")))
                .isEqualTo("author person J. A. Smith | author person B. Jones | author person K. Øster");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Per Erik Olsen", "Di Wu", "José da Silva", "Ana Costa e Silva", "José Ortega y Gasset"})
    void aFieldThatNamesOnePersonIsNotTakenApart(String name) {
        assertThat(Credited.by(author(name))).isEqualTo("author person " + name);
    }

    @Test
    void aNameThatStructuredDataCallAnOrganisationsIsOneElsewhereToo() {
        assertThat(Credited.by(author("दैनिक प्रभात", ContributorKind.ORGANISATION), author("दैनिक प्रभात")))
                .isEqualTo("author organisation दैनिक प्रभात");
        assertThat(Credited.by(author("Jane Doe", ContributorKind.ORGANISATION), byline("By Jane Doe")))
                .isEqualTo("author person Jane Doe");
    }

    @Test
    void aTownBehindACorrespondentIsNoName() {
        assertThat(Credited.by(byline("প্রতিনিধি\nকুড়িগ্রাম"))).isEqualTo("none");
        assertThat(Credited.by(byline("প্রতিবেদক: রফিকুল ইসলাম"))).isEqualTo("reporter person রফিকুল ইসলাম");
    }

    @Test
    void anEmptyFieldBeforeATownNamesNobody() {
        assertThat(Credited.by(byline("By: , Washington"))).isEqualTo("none");
    }

    @Test
    void wordsForByAreNoneWhateverTheirAccents() {
        assertThat(Credited.by(author("Από Γιώργος Παπαδόπουλος"))).isEqualTo("author person Γιώργος Παπαδόπουλος");
        assertThat(Credited.by(author("Philip Leder"))).isEqualTo("author person Philip Leder");
    }

    @Test
    void theKindThatThePlaceStatesIsBelieved() {
        assertThat(Credited.by(author("Acme Rockets", ContributorKind.ORGANISATION)))
                .isEqualTo("author organisation Acme Rockets");
    }

    @ParameterizedTest
    @CsvSource({
        "tr,BARIŞ ILGIN,Barış Ilgın",
        "tr-TR,NALAN IRMAK,Nalan Irmak",
        "az,ELÇİN ƏLİYEV,Elçin Əliyev",
        ",BARIŞ IŞIK,Barış Işık",
        "en,İSMAİL IŞIK,İsmail Işık",
        "ro,NICOLAE ŞERBAN,Nicolae Şerban",
        "en,IAN IRVING,Ian Irving"
    })
    void capitalsGetTheSmallLettersOfTheirLanguage(@Nullable String language, String written, String name) {
        DocumentContext site = new DocumentContext(null, null, null, null, language, null, null, null);
        assertThat(Credited.at(site, author(written))).isEqualTo("author person " + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"By ", "a, ", "(", "Jane Doe, ", "and ", "\n", "記者", "x@y ", "5 ", "ক্", "Foto: "})
    void longTextIsReadInLinearTime(String piece) {
        String text = piece.repeat(100_000 / piece.length());
        long start = System.nanoTime();
        decide(byline(text), author(text));
        BylineInterpreter.isBylineLine(text);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }
}
