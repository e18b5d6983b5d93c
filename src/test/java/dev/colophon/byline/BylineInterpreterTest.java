package dev.colophon.byline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.Contributor;
import dev.colophon.model.ContributorKind;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Evidence;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BylineInterpreterTest {
    private static final DocumentContext SITE = new DocumentContext(
            "https://www.thegazette.example/a",
            "www.thegazette.example",
            "thegazette.example",
            null,
            "en",
            "A headline",
            "The Gazette",
            null);

    private final BylineInterpreter interpreter = new BylineInterpreter();

    static List<String> bylines() {
        return TestLines.of("bylines.txt");
    }

    static List<String> lines() {
        return TestLines.of("lines.txt");
    }

    @ParameterizedTest
    @MethodSource("bylines")
    void aBylineGivesRolesKindsAndNames(String row) {
        String[] cells = row.split(" ; ", 3);
        assertThat(cells).hasSize(3);
        NameClaim claim = byline(cells[1].replace("\\n", "\n"));
        assertThat(described(
                        interpreter.interpret(SITE, List.of(claim)).credits().contributors()))
                .isEqualTo(cells[2]);
    }

    @Test
    void bylinesOfManyLanguagesAreReadRightButForTwoPercent() {
        List<String> rows = Stream.of("bylines.txt", "forms.txt", "hard.txt")
                .flatMap(file -> TestLines.of(file).stream())
                .toList();
        List<String> wrong =
                rows.stream().filter(row -> !isReadRight(row.split(" ; ", 3))).toList();
        assertThat(rows).hasSizeGreaterThan(850);
        assertThat(wrong).hasSizeLessThanOrEqualTo(rows.size() / 50);
    }

    private boolean isReadRight(String[] cells) {
        NameClaim claim = byline(cells[1].replace("\\n", "\n"));
        return described(interpreter.interpret(SITE, List.of(claim)).credits().contributors())
                .equals(cells[2]);
    }

    @Test
    void aNameGivenAloneGoesBeforeAReadingThatPassesItOver() {
        BylineInterpreter.Decision decision =
                interpreter.interpret(SITE, List.of(byline("By Shared Links near Jane Doe"), author("Jane Doe", null)));
        assertThat(described(decision.credits().contributors())).isEqualTo("author person Jane Doe");
    }

    @Test
    void aNameThatATemplateLeftOutIsNobody() {
        BylineInterpreter.Decision decision =
                interpreter.interpret(SITE, List.of(author(", The Morning Star & Gazette", null), byline("Jane Doe")));
        assertThat(described(decision.credits().contributors())).isEqualTo("author person Jane Doe");
    }

    @Test
    void thePublishersNameGoesWithItsArticle() {
        DocumentContext site =
                new DocumentContext(null, null, "opapel.example", null, "pt", "Um título", "O Papel", null);
        assertThat(described(interpreter
                        .interpret(site, List.of(author("Ana Souto O Papel", null)))
                        .credits()
                        .contributors()))
                .isEqualTo("author person Ana Souto");
        assertThat(described(interpreter
                        .interpret(site, List.of(author("Jornal O Papel", null)))
                        .credits()
                        .contributors()))
                .isEqualTo("author organisation Jornal O Papel");
    }

    @Test
    void anEditorWhomReadersSeeIsNoAuthorBesideOne() {
        BylineInterpreter.Decision decision = interpreter.interpret(
                SITE,
                List.of(
                        byline("Written by Jane Doe | Edited by John Roe"),
                        author("Jane Doe", null),
                        author("John Roe", null)));
        assertThat(described(decision.credits().contributors()))
                .isEqualTo("author person Jane Doe | editor person John Roe");
    }

    @Test
    void anEditorWhomMetadataCallAuthorTooIsNone() {
        NameClaim editor =
                new NameClaim(Role.EDITOR, "王小明", ClaimSource.META, "meta[name=editor]", Region.HEAD, 2, null, null);
        BylineInterpreter.Decision decision =
                interpreter.interpret(SITE, List.of(author("王小明", null), editor, byline("（编辑：王小明 李华）")));
        assertThat(described(decision.credits().contributors())).isEqualTo("editor person 王小明 | editor person 李华");
    }

    @Test
    void aSourceWhomMetadataCallAuthorIsNoneBesideOne() {
        BylineInterpreter.Decision decision =
                interpreter.interpret(SITE, List.of(author("日报网", null), byline("2025-06-05 12:11 来源：日报网 作者：王小明")));
        assertThat(described(decision.credits().contributors()))
                .isEqualTo("author person 王小明 | agency organisation 日报网");
    }

    @Test
    void whoMadeAWebsiteWroteNothing() {
        BylineInterpreter.Decision decision =
                interpreter.interpret(SITE, List.of(author("Web Design & Development - Harbour Studio", null)));
        assertThat(described(decision.credits().contributors())).isEqualTo("none");
    }

    @Test
    void whoWroteAReportIsNamedBesideWhoTheBylineNames() {
        NameClaim end = new NameClaim(
                null,
                "(Reporting by Chidi Obi; Writing by Kate Moor; Editing by Hugh Lawson)",
                ClaimSource.TEXT,
                "line in p",
                Region.ARTICLE_FOOTER,
                9,
                null,
                null);
        assertThat(described(interpreter
                        .interpret(SITE, List.of(byline("By Mara Ellison"), end))
                        .credits()
                        .contributors()))
                .isEqualTo("author person Mara Ellison | reporter person Chidi Obi"
                        + " | contributor person Kate Moor | editor person Hugh Lawson");
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineIsABylineOrText(String row) {
        String[] cells = row.split(" ; ", 2);
        assertThat(BylineInterpreter.holdsByline(cells[1])).isEqualTo(cells[0].equals("+"));
    }

    @Test
    void theEditorOfATextDumpIsTheOnlyContributor() {
        BylineInterpreter.Decision decision =
                interpreter.interpret(SITE, List.of(byline("| Edited By: Avra Chattopadhyay")));
        assertThat(decision.credits().bylineRaw()).isEqualTo("| Edited By: Avra Chattopadhyay");
        assertThat(described(decision.credits().contributors())).isEqualTo("editor person Avra Chattopadhyay");
        assertThat(decision.credits().first(Role.AUTHOR)).isNull();
    }

    @Test
    void aVisiblePersonGoesBeforeThePublisherInStructuredData() {
        BylineInterpreter.Decision decision =
                interpreter.interpret(SITE, List.of(author("The Gazette", null), byline("By Jane Doe")));
        assertThat(described(decision.credits().contributors())).isEqualTo("author person Jane Doe");
    }

    @Test
    void thePublisherIsKnownWithItsArticleAndWithout() {
        DocumentContext site = new DocumentContext(
                "https://zeitung.example/a", "zeitung.example", "zeitung.example", null, "de", null, "Zeitung", null);
        assertThat(described(interpreter
                        .interpret(site, List.of(author("Die Zeitung", null), byline("Von Käthe Übler")))
                        .credits()
                        .contributors()))
                .isEqualTo("author person Käthe Übler");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gazette Admin", "wordpressadmin", "admin"})
    void whoRunsTheSiteIsNobody(String account) {
        BylineInterpreter.Decision decision = interpreter.interpret(SITE, List.of(author(account, null)));
        assertThat(decision.credits().contributors()).isEmpty();
        assertThat(decision.evidence()).extracting(Evidence::rule).containsExactly("nobody");
    }

    @Test
    void aListOfOtherArticlesNamesNobody() {
        List<NameClaim> teasers = Stream.of("Ann Doe", "Bob Doe", "Cyd Doe", "Dan Doe")
                .map(name -> new NameClaim(
                        Role.AUTHOR, name, ClaimSource.MARKUP, "span.by", Region.UNKNOWN, name.hashCode(), null, null))
                .toList();
        assertThat(interpreter.interpret(SITE, teasers).credits().contributors())
                .isEmpty();
    }

    @Test
    void anAccountIsSpelledAsReadersSeeItsName() {
        NameClaim shown =
                new NameClaim(null, "By Jane Doe", ClaimSource.MARKUP, "span.author", Region.RELATED, 1, null, null);
        BylineInterpreter.Decision decision = interpreter.interpret(SITE, List.of(author("jane_doe", null), shown));
        assertThat(described(decision.credits().contributors())).isEqualTo("author person Jane Doe");
    }

    @Test
    void aNameAloneIsTakenOnlyWhereNobodyIsCredited() {
        NameClaim alone = new NameClaim(
                null, "Nora Quist", ClaimSource.TEXT, "name alone in p", Region.ARTICLE_HEADER, 3, null, null);
        assertThat(described(
                        interpreter.interpret(SITE, List.of(alone)).credits().contributors()))
                .isEqualTo("author person Nora Quist");
        assertThat(described(interpreter
                        .interpret(SITE, List.of(alone, byline("By Jane Doe")))
                        .credits()
                        .contributors()))
                .isEqualTo("author person Jane Doe");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann-Marie Lee",
                "Thomas van der Berg",
                "Dr. Käthe Übler",
                "MARIA O'NEILL",
                "Ольга Петрова",
                "Γιώργος Παππάς",
                "Kovács István",
                "王小明",
                "김서연",
                "山田太郎",
                "David Levi"
            })
    void aNameAloneOnItsLineIsKnown(String line) {
        assertThat(BylineInterpreter.isNameLine(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "World News",
                "Real Estate",
                "Read More",
                "Maria Lee is a writer",
                "Maria Lee, 5 June",
                "Sports Desk",
                "maria lee",
                "New York",
                "Maria",
                "记者",
                "文化"
            })
    void otherLinesAreNoNames(String line) {
        assertThat(BylineInterpreter.isNameLine(line)).isFalse();
    }

    @Test
    void thePublisherIsTheAuthorWhereNobodyElseIs() {
        BylineInterpreter.Decision decision = interpreter.interpret(SITE, List.of(author("The Gazette", null)));
        assertThat(described(decision.credits().contributors())).isEqualTo("author organisation The Gazette");
    }

    @Test
    void oneSpellingOfAPersonIsKeptAndItIsTheVisibleOne() {
        BylineInterpreter.Decision decision =
                interpreter.interpret(SITE, List.of(author("Solcyre Burga", null), byline("By Solcyré Burga")));
        assertThat(decision.credits().contributors())
                .singleElement()
                .satisfies(one -> assertThat(one.name()).isEqualTo("Solcyré Burga"));
    }

    @Test
    void claimsOfOtherArticlesAreRefusedWithTheirReason() {
        NameClaim related =
                new NameClaim(null, "By John Roe", ClaimSource.MARKUP, "div.teaser", Region.RELATED, 1, null, null);
        BylineInterpreter.Decision decision = interpreter.interpret(
                SITE, List.of(byline("By Jane Doe"), related, author("https://a.example/x", null)));
        assertThat(decision.credits().contributors())
                .extracting(Contributor::name)
                .containsExactly("Jane Doe");
        assertThat(decision.evidence())
                .extracting(Evidence::rule)
                .containsExactly("markup.author", "url", "related-region");
        assertThat(decision.evidence()).extracting(Evidence::rank).containsExactly(1, 2, 3);
        assertThat(decision.evidence()).extracting(Evidence::chosen).containsExactly(true, false, false);
    }

    @Test
    void aFieldMayHoldAnAccountName() {
        assertThat(described(interpreter
                        .interpret(SITE, List.of(author("freeman1984", null)))
                        .credits()
                        .contributors()))
                .isEqualTo("author person freeman1984");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jane Doe\nProfessor of Engineering, University of Lagos",
                "Jane Doe, Dean of Engineering and Technology",
                "Jane Doe - VP of Engineering"
            })
    void anOfficeBehindANameIsNobody(String field) {
        assertThat(described(interpreter
                        .interpret(SITE, List.of(author(field, null)))
                        .credits()
                        .contributors()))
                .isEqualTo("author person Jane Doe");
    }

    @Test
    void surnamesBeforeInitialsAreTurnedAround() {
        assertThat(described(interpreter
                        .interpret(SITE, List.of(author("Smith, J. A.; Jones, B.; Øster, K.", null)))
                        .credits()
                        .contributors()))
                .isEqualTo("author person J. A. Smith | author person B. Jones | author person K. Øster");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Per Erik Olsen", "Di Wu", "José da Silva", "Ana Costa e Silva", "José Ortega y Gasset"})
    void aFieldThatNamesOnePersonIsNotTakenApart(String name) {
        assertThat(described(interpreter
                        .interpret(SITE, List.of(author(name, null)))
                        .credits()
                        .contributors()))
                .isEqualTo("author person " + name);
    }

    @Test
    void theKindThatThePlaceStatesIsBelieved() {
        NameClaim claim = author("Acme Rockets", ContributorKind.ORGANISATION);
        assertThat(described(
                        interpreter.interpret(SITE, List.of(claim)).credits().contributors()))
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
        assertThat(described(interpreter
                        .interpret(site, List.of(author(written, null)))
                        .credits()
                        .contributors()))
                .isEqualTo("author person " + name);
    }

    @Test
    void anIdDependsOnNothingButKindScopeAndFoldedName() {
        String one = id("By José Peña", SITE);
        assertThat(one).hasSize(32).matches("[0-9a-f]+");
        assertThat(id("Por JOSE PENA", SITE)).isEqualTo(one);
        DocumentContext other = new DocumentContext(null, null, "other.example", null, null, null, null, null);
        assertThat(id("By José Peña", other)).isNotEqualTo(one);
    }

    private String id(String byline, DocumentContext context) {
        return interpreter
                .interpret(context, List.of(byline(byline)))
                .credits()
                .contributors()
                .get(0)
                .id();
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

    @ParameterizedTest
    @ValueSource(strings = {"By ", "a, ", "(", "Jane Doe, ", "and ", "\n", "記者", "x@y ", "5 ", "ক্", "Foto: "})
    void longTextIsReadInLinearTime(String piece) {
        String text = piece.repeat(100_000 / piece.length());
        long start = System.nanoTime();
        interpreter.interpret(SITE, List.of(byline(text), author(text, null)));
        BylineInterpreter.isBylineLine(text);
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @Test
    void noClaimsGiveNobody() {
        BylineInterpreter.Decision decision = interpreter.interpret(SITE, List.of());
        assertThat(decision.credits().contributors()).isEmpty();
        assertThat(decision.credits().bylineRaw()).isNull();
        assertThat(decision.evidence()).isEmpty();
    }

    @Test
    void theOrderOfNamesIsTheOrderOfTheByline() {
        List<String> names = new ArrayList<>(Stream.of("Ann", "Bob", "Cyd", "Dan", "Eve")
                .map(given -> given + " Doe")
                .toList());
        String byline = "By " + String.join(", ", names);
        assertThat(interpreter
                        .interpret(SITE, List.of(byline(byline)))
                        .credits()
                        .contributors())
                .extracting(Contributor::name)
                .containsExactlyElementsOf(names);
    }

    private static NameClaim byline(String raw) {
        return new NameClaim(null, raw, ClaimSource.MARKUP, "p.byline", Region.ARTICLE_HEADER, 0, null, null);
    }

    private static NameClaim author(String raw, @Nullable ContributorKind kind) {
        return new NameClaim(
                Role.AUTHOR, raw, ClaimSource.JSON_LD, "json-ld:NewsArticle.author", Region.HEAD, 5, kind, null);
    }

    private static String described(List<Contributor> contributors) {
        return contributors.isEmpty()
                ? "none"
                : contributors.stream()
                        .map(one -> one.role().label() + " " + one.kind().label() + " " + one.name())
                        .collect(Collectors.joining(" | "));
    }

    @Test
    void thePageOfAPersonIsKeptWhereAClaimGivesItForThemAlone() {
        NameClaim both = claimWithPage("Jane Doe and John Roe", "https://thegazette.example/staff");
        NameClaim jane = claimWithPage("Jane Doe", "https://thegazette.example/author/jane-doe/");
        assertThat(interpreter.interpret(SITE, List.of(both, jane)).credits().contributors())
                .extracting(Contributor::name, Contributor::reference)
                .containsExactly(
                        tuple("Jane Doe", "https://thegazette.example/author/jane-doe"), tuple("John Roe", null));
    }

    private static NameClaim claimWithPage(String raw, String page) {
        return new NameClaim(Role.AUTHOR, raw, ClaimSource.MARKUP, "div.byline", Region.ARTICLE_HEADER, 0, null, page);
    }
}
