package dev.colophon.byline;

import static dev.colophon.byline.Credited.author;
import static dev.colophon.byline.Credited.byline;
import static dev.colophon.byline.Credited.decide;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a page credits where several places of it name somebody, and what its evidence says of the others. */
class CreditsTest {
    @Test
    void aNameGivenAloneGoesBeforeAReadingThatPassesItOver() {
        assertThat(Credited.by(byline("By Shared Links near Jane Doe"), author("Jane Doe")))
                .isEqualTo("author person Jane Doe");
    }

    @Test
    void aNameThatATemplateLeftOutIsNobody() {
        assertThat(Credited.by(author(", The Morning Star & Gazette"), byline("Jane Doe")))
                .isEqualTo("author person Jane Doe");
    }

    @Test
    void anEditorWhomReadersSeeIsNoAuthorBesideOne() {
        assertThat(Credited.by(
                        byline("Written by Jane Doe | Edited by John Roe"), author("Jane Doe"), author("John Roe")))
                .isEqualTo("author person Jane Doe | editor person John Roe");
    }

    @Test
    void anEditorWhomMetadataCallAuthorTooIsNone() {
        NameClaim editor =
                new NameClaim(Role.EDITOR, "王小明", ClaimSource.META, "meta[name=editor]", Region.HEAD, 2, null, null);
        assertThat(Credited.by(author("王小明"), editor, byline("（编辑：王小明 李华）")))
                .isEqualTo("editor person 王小明 | editor person 李华");
    }

    @Test
    void aSourceWhomMetadataCallAuthorIsNoneBesideOne() {
        assertThat(Credited.by(author("日报网"), byline("2025-06-05 12:11 来源：日报网 作者：王小明")))
                .isEqualTo("author person 王小明 | agency organisation 日报网");
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
        assertThat(Credited.by(byline("By Mara Ellison"), end))
                .isEqualTo("author person Mara Ellison | reporter person Chidi Obi"
                        + " | contributor person Kate Moor | editor person Hugh Lawson");
    }

    @Test
    void theEditorOfATextDumpIsTheOnlyContributor() {
        NameClaim dumped = byline("| Edited By: Avra Chattopadhyay");
        assertThat(decide(dumped).credits().bylineRaw()).isEqualTo("| Edited By: Avra Chattopadhyay");
        assertThat(Credited.by(dumped)).isEqualTo("editor person Avra Chattopadhyay");
        assertThat(decide(dumped).credits().first(Role.AUTHOR)).isNull();
    }

    @Test
    void aVisiblePersonGoesBeforeThePublisherInStructuredData() {
        assertThat(Credited.by(author("The Gazette"), byline("By Jane Doe"))).isEqualTo("author person Jane Doe");
    }

    @Test
    void thePublisherIsKnownWithItsArticleAndWithout() {
        DocumentContext site = new DocumentContext(
                "https://zeitung.example/a", "zeitung.example", "zeitung.example", null, "de", null, "Zeitung", null);
        assertThat(Credited.at(site, author("Die Zeitung"), byline("Von Käthe Übler")))
                .isEqualTo("author person Käthe Übler");
    }

    @Test
    void thePublisherIsTheAuthorWhereNobodyElseIs() {
        assertThat(Credited.by(author("The Gazette"))).isEqualTo("author organisation The Gazette");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gazette Admin", "wordpressadmin", "admin"})
    void whoRunsTheSiteIsNobody(String account) {
        BylineInterpreter.Decision decision = decide(author(account));
        assertThat(decision.credits().contributors()).isEmpty();
        assertThat(decision.evidence()).extracting(Evidence::rule).containsExactly("nobody");
    }

    @Test
    void aListOfOtherArticlesNamesNobody() {
        NameClaim[] teasers = Stream.of("Ann Doe", "Bob Doe", "Cyd Doe", "Dan Doe")
                .map(name -> new NameClaim(
                        Role.AUTHOR, name, ClaimSource.MARKUP, "span.by", Region.UNKNOWN, name.hashCode(), null, null))
                .toArray(NameClaim[]::new);
        assertThat(Credited.by(teasers)).isEqualTo("none");
    }

    @Test
    void anAccountIsSpelledAsReadersSeeItsName() {
        NameClaim shown =
                new NameClaim(null, "By Jane Doe", ClaimSource.MARKUP, "span.author", Region.RELATED, 1, null, null);
        assertThat(Credited.by(author("jane_doe"), shown)).isEqualTo("author person Jane Doe");
    }

    @Test
    void aNameAloneIsTakenOnlyWhereNobodyIsCredited() {
        NameClaim alone = new NameClaim(
                null, "Nora Quist", ClaimSource.TEXT, "name alone in p", Region.ARTICLE_HEADER, 3, null, null);
        assertThat(Credited.by(alone)).isEqualTo("author person Nora Quist");
        assertThat(Credited.by(alone, byline("By Jane Doe"))).isEqualTo("author person Jane Doe");
    }

    @Test
    void oneSpellingOfAPersonIsKeptAndItIsTheVisibleOne() {
        assertThat(Credited.by(author("Solcyre Burga"), byline("By Solcyré Burga")))
                .isEqualTo("author person Solcyré Burga");
    }

    @Test
    void claimsOfOtherArticlesAreRefusedWithTheirReason() {
        NameClaim related =
                new NameClaim(null, "By John Roe", ClaimSource.MARKUP, "div.teaser", Region.RELATED, 1, null, null);
        BylineInterpreter.Decision decision = decide(byline("By Jane Doe"), related, author("https://a.example/x"));
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
    void noClaimsGiveNobody() {
        BylineInterpreter.Decision decision = decide();
        assertThat(decision.credits().contributors()).isEmpty();
        assertThat(decision.credits().bylineRaw()).isNull();
        assertThat(decision.evidence()).isEmpty();
    }

    @Test
    void thePageOfAPersonIsKeptWhereAClaimGivesItForThemAlone() {
        NameClaim both = claimWithPage("Jane Doe and John Roe", "https://thegazette.example/staff");
        NameClaim jane = claimWithPage("Jane Doe", "https://thegazette.example/author/jane-doe/");
        assertThat(decide(both, jane).credits().contributors())
                .extracting(Contributor::name, Contributor::reference)
                .containsExactly(
                        tuple("Jane Doe", "https://thegazette.example/author/jane-doe"), tuple("John Roe", null));
    }

    private static NameClaim claimWithPage(String raw, String page) {
        return new NameClaim(Role.AUTHOR, raw, ClaimSource.MARKUP, "div.byline", Region.ARTICLE_HEADER, 0, null, page);
    }

    @Test
    void anIdDependsOnNothingButKindScopeAndFoldedName() {
        String one = id(Credited.SITE, "By José Peña");
        assertThat(one).hasSize(32).matches("[0-9a-f]+");
        assertThat(id(Credited.SITE, "Por JOSE PENA")).isEqualTo(one);
        DocumentContext other = new DocumentContext(null, null, "other.example", null, null, null, null, null);
        assertThat(id(other, "By José Peña")).isNotEqualTo(one);
    }

    private static String id(DocumentContext site, String raw) {
        return decide(site, byline(raw)).credits().contributors().get(0).id();
    }

    @Test
    void aNameInsideAnotherWordIsNotThatName() {
        DocumentContext sleepless = titled("Sleepless in Dhaka");
        NameClaim alone = new NameClaim(
                null, "Ann Lee", ClaimSource.TEXT, "name alone in p", Region.ARTICLE_HEADER, 3, null, null);
        assertThat(Credited.at(sleepless, alone)).isEqualTo("author person Ann Lee");
        assertThat(Credited.at(titled("Ann Lee in Dhaka"), alone)).isEqualTo("none");
    }

    @Test
    void middleNamesThatDifferAreTwoPeoples() {
        assertThat(Credited.by(byline("By J. A. Smith and John B. Smith")))
                .isEqualTo("author person J. A. Smith | author person John B. Smith");
        assertThat(Credited.by(byline("By J. A. Smith and John A. Smith"))).doesNotContain("|");
    }

    @Test
    void whoHasASiteOfTheirOwnIsAPersonWhereverItSaysSo() {
        DocumentContext own = new DocumentContext(
                "https://janedoe.example/a",
                "janedoe.example",
                "janedoe.example",
                null,
                "en",
                "A day",
                "Jane Doe",
                null);
        assertThat(Credited.at(own, author("Jane Doe", ContributorKind.PERSON))).isEqualTo("author person Jane Doe");
        assertThat(Credited.at(own, author("Jane Doe", ContributorKind.ORGANISATION)))
                .isEqualTo("author organisation Jane Doe");
    }

    private static DocumentContext titled(String title) {
        return new DocumentContext(
                "https://www.thegazette.example/a",
                "www.thegazette.example",
                "thegazette.example",
                null,
                "en",
                title,
                "The Gazette",
                null);
    }
}
