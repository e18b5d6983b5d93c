package dev.colophon.byline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.InnerCredit;
import dev.colophon.model.InnerCredit.Part;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InnerCreditsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "WASHINGTON (AP) — The council met on Tuesday | AP",
                "CAIRO (Reuters) - The council met on Tuesday | Reuters",
                "SECAUCUS, N.J. (AP) -- The council met | AP",
                "Berlin (dpa/lni) - Der Rat tagte | dpa",
                "Paris (AFP). Le conseil | AFP",
                "KUALA LUMPUR, June 5 (Bernama) -- The council | Bernama",
                "(Reuters) - The council met | Reuters",
                "ISLAMABAD (APP): The council met | APP",
                "МОСКВА, 5 июня. /ТАСС/. Совет собрался | ТАСС",
                "МОСКВА, 5 июн - РИА Новости. Совет собрался | РИА Новости",
                "新华社北京6月5日电（记者 王小明）市议会 | 新华社",
            })
    void aReportNamesItsAgencyBesideThePlace(String head, String agency) {
        assertThat(found(head, Part.BEGINNING)).isEqualTo("AGENCY " + agency);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Americans for Prosperity (AFP), the group, met on Tuesday",
                "Associated Artists (AA) - The group met on Tuesday",
                "Berlin (Springfield) - The council met on Tuesday",
                "The council met (AP) - and went home again",
                "WASHINGTON – The council met on Tuesday",
                "Reuters said that the council met",
                "今日讯 市议会",
            })
    void otherBeginningsNameNone(String head) {
        assertThat(found(head, Part.BEGINNING)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The council went home so far. (AFP) | AFP",
                "Der Rat ging nach Hause. (dpa/lni) | dpa",
                "The council went home. — AFP | AFP",
                "— Reuters | Reuters",
                "(AFP) | AFP",
            })
    void aReportNamesItsAgencyAtItsEnd(String tail, String agency) {
        assertThat(found(tail, Part.END)).isEqualTo("AGENCY " + agency);
    }

    @Test
    void lettersInBracketsAfterTheirWordsAreNoAgency() {
        assertThat(found("It was the work of Americans for Prosperity (AFP)", Part.END))
                .isEmpty();
        assertThat(found("The council - the town's - met", Part.END)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ann Lee contributed to this report. | Ann Lee",
                "Ann Lee, Max Roe, and Ida Holm contributed to this guide. | Ann Lee, Max Roe, Ida Holm",
                "Gazette News' Ann Lee and Max Roe contributed to this report | Ann Lee, Max Roe",
                "CNN’s Ann Lee and Max Roe contributed to this story. | Ann Lee, Max Roe",
                "Associated Press writer Ann Lee contributed to this report from Lagos, Nigeria. | Ann Lee",
                "AP Sports Writers Ann Lee in Denver and Max Roe Jr. contributed to this report. | Ann Lee, Max Roe Jr.",
                "Doe reported from Atlanta, New Hampshire. Aerospace Writer Ann Lee in Cape Coral, Florida, and Max Roe in Moscow contributed to this report. | Ann Lee, Max Roe",
                "The Associated Press contributed to this report. | The Associated Press",
                "Reuters contributed to this report | Reuters",
                "Ann Lee contributed reporting from Hong Kong. | Ann Lee",
                "Ann Lee of the Town News Service contributed to this report. | Ann Lee",
                "Miami Gazette Caribbean correspondent Ann Lee contributed to this story. | Ann Lee",
                "María Pérez contribuyó a este despacho. | María Pérez",
            })
    void whoHelpedIsNamedAtTheEnd(String tail, String names) {
        String expected = List.of(names.split(", ")).stream()
                .map(name -> "CONTRIBUTOR " + name)
                .collect(Collectors.joining(", "));
        assertThat(found(tail, Part.PARAGRAPH)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Simple human error also contributed to the blackouts.",
                "Many people contributed to this report.",
                "Doe contributed to this report.",
                "The report was written by the council (see below).",
                "This story was edited last week.",
            })
    void otherSentencesCreditNobody(String tail) {
        assertThat(found(tail, Part.PARAGRAPH)).isEmpty();
    }

    @Test
    void creditsInBracketsMayBeLong() {
        String credit = "(Additional reporting by Ann Lee, Max Roe, Ida Holm, Uma Poe, Nora Quist and Jan Klein;"
                + " Writing by Tom Au; Editing by Kim Ray and Lea Wolf)";
        assertThat(found("The council went home. " + credit, Part.PARAGRAPH)).isEqualTo(credit);
        assertThat(found("The council (led by Ann Lee)", Part.PARAGRAPH)).isEmpty();
    }

    @Test
    void severalCreditsMayBeALineOfTheirOwn() {
        String credits = "Reporting by Ann Lee; additional reporting by Max Roe and Ida Holm; Editing by Uma Poe";
        assertThat(found(credits, Part.PARAGRAPH)).isEqualTo(credits);
        assertThat(found("Reporting by Ann Lee; the council met", Part.PARAGRAPH))
                .isEmpty();
    }

    @Test
    void aLineOfTheTextMayEndWithTheCreditOfItsPicture() {
        assertThat(found("Die Brücke im Juni — Foto: Anna Lee/G1", Part.PARAGRAPH))
                .isEqualTo("Foto: Anna Lee/G1");
        assertThat(found("The council met in June, said Ann Lee/Reuters", Part.PARAGRAPH))
                .isEmpty();
    }

    @Test
    void aSentenceTellsWhoEditedAnEpisode() {
        assertThat(found(
                        "This episode was produced by Ann Lee, edited by Max Roe and fact checked by Ida Holm. It was long.",
                        Part.PARAGRAPH))
                .isEqualTo("produced by Ann Lee, edited by Max Roe and fact checked by Ida Holm.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The mayor at the bridge. Photo: Ann Lee | Photo: Ann Lee",
                "The mayor at the bridge (Photo by Ann Lee/Getty Images) | Photo by Ann Lee/Getty Images",
                "Die Brücke. Foto: Anna Lee | Foto: Anna Lee",
                "The mayor (AP Photo/Ann Lee) | PHOTOGRAPHER AP, PHOTOGRAPHER Ann Lee",
                "The mayor. REUTERS/Ann Lee | PHOTOGRAPHER REUTERS, PHOTOGRAPHER Ann Lee",
                "The mayor. Ann Lee/AFP | PHOTOGRAPHER Ann Lee, PHOTOGRAPHER AFP",
                "Die Brücke © Anna Lee | PHOTOGRAPHER Anna Lee",
                "The mayor. Credit: Ann Lee/Getty Images | PHOTOGRAPHER Ann Lee, PHOTOGRAPHER Getty Images",
                "The mayor (Ann Lee/CBC) | PHOTOGRAPHER Ann Lee",
                "The bridge. [Ann Lee/Reuters] | PHOTOGRAPHER Ann Lee, PHOTOGRAPHER Reuters",
                "The bridge. (Image: Ann Lee) | PHOTOGRAPHER Ann Lee",
                "The mayor at the bridge. (AP Photo/Ann Lee) more > | PHOTOGRAPHER AP, PHOTOGRAPHER Ann Lee",
                "Ann Lee / Reuters | PHOTOGRAPHER Ann Lee, PHOTOGRAPHER Reuters",
                "AP Photo/Nkeonye Obi | PHOTOGRAPHER AP, PHOTOGRAPHER Nkeonye Obi",
                "Le pont, le 30 avril. (Photo Anne Lee. AFP) | PHOTOGRAPHER Anne Lee, PHOTOGRAPHER AFP",
                "The bridge. (Credit: AP/Ann Lee/Photo montage by Town) | PHOTOGRAPHER AP, PHOTOGRAPHER Ann Lee",
                "The bridge. [Photo by Su Zhigang/For town.example.cn] | PHOTOGRAPHER Su Zhigang",
                "The mayor.Credit...Ann Lee/Associated Press | PHOTOGRAPHER Ann Lee, PHOTOGRAPHER Associated Press",
                "The bridge in Calif.Ann Lee/The Chronicle | PHOTOGRAPHER Ann Lee",
                "The bridge. Ann Lee / Four Towns Images via AP file | PHOTOGRAPHER Ann Lee, PHOTOGRAPHER AP",
            })
    void theEndOfACaptionCreditsThePhotographer(String tail, String credit) {
        assertThat(found(tail, Part.CAPTION)).isEqualTo(credit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The mayor looks at a photo by the bridge",
                "The North/South Bridge",
                "The mayor and/or Ann Lee",
                "The bridge. Foto: Copyright © Lumina",
                "The mayor in a file photo: the bridge was new then",
                "All rights reserved © 2025",
                "The bridge. Credit: Lumina Works",
                "Ann Lee, picture via",
                "Ann Lee / Bridge Talks",
                "Town Facts / Max Roe / In the picture: Ann Lee",
                "Ann Lee (left) and Max Roe (right)",
                "Anna Lee",
            })
    void otherCaptionsCreditNobody(String tail) {
        assertThat(found(tail, Part.CAPTION)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ann Lee/CNET | PHOTOGRAPHER Ann Lee",
                "(Ann Lee / Town Times) | PHOTOGRAPHER Ann Lee",
                "© Ann Lee | PHOTOGRAPHER Ann Lee",
                "Mayor Ida Holm. • Ann Lee/Getty Images | PHOTOGRAPHER Ann Lee, PHOTOGRAPHER Getty Images",
                "Mayor Ida Holm. Image: Getty | PHOTOGRAPHER Getty",
                "Getty Images | PHOTOGRAPHER Getty Images",
                "Ann Lee/SOPA Images/LightRocket via Getty Images | PHOTOGRAPHER Ann Lee, PHOTOGRAPHER Getty Images",
                "Ann Lee for The Town Times | PHOTOGRAPHER Ann Lee",
                "Credit Ann Lee / AP | PHOTOGRAPHER Ann Lee, PHOTOGRAPHER AP",
                "Nkeonye Obi/Reuters | PHOTOGRAPHER Nkeonye Obi, PHOTOGRAPHER Reuters",
            })
    void aLineThatIsMarkedAsACreditNamesThePhotographer(String line, String credit) {
        assertThat(found(line, Part.CREDIT)).isEqualTo(credit);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Rockstar Games", "Digital Trends", "No credit card required", "NASA", "Courtesy of Hilton"})
    void whatIsNoKnownNameIsNone(String line) {
        assertThat(found(line, Part.CREDIT)).isEmpty();
    }

    private static String found(String words, Part part) {
        return BylineInterpreter.credits(words, part).stream()
                .map(InnerCreditsTest::described)
                .collect(Collectors.joining(", "));
    }

    private static String described(InnerCredit credit) {
        return credit.role() == null ? credit.words() : credit.role() + " " + credit.words();
    }
}
