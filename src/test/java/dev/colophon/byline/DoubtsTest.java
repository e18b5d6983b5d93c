package dev.colophon.byline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoubtsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Photo: File",
                "Photo: Courtesy",
                "Photo: Screenshot",
                "Foto: privat",
                "Foto: Archiv",
                "Bild: Symbolbild",
                "Photo : Archives",
                "Foto: Cortesía",
                "Foto: Divulgação",
                "Foto: Arquivo pessoal",
                "Foto: archivio",
                "Foto: archiwum prywatne",
                "Foto: Pressebild",
                "Фото: пресс-служба",
                "Фото: из открытых источников",
                "Foto: Istimewa",
                "Ảnh: minh họa",
                "ছবি: সংগৃহীত",
                "ছবি: প্রতীকী ছবি",
                "फोटो: सोशल मीडिया",
                "تصوير: أرشيفية",
                "사진: 자료사진",
                "写真: 本人提供",
                "图：微博截图",
            })
    void aPictureFromAnArchiveHasNoPhotographer(String line) {
        assertThat(described(line)).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mit Freunden teilen",
                "mit EU",
                "MIT Sloan School of Management",
                "MIT License",
                "Edition: International",
                "EDITION: U.S.",
                "Graphics: Nvidia GeForce GTX 770 2GB / AMD Radeon R9 280 3GB",
                "Last edited by Herm; 12-28-05 at 10:28 PM.",
                "Corresponsal en Atenas",
                "15 de Abril de 2020 | 16:05",
                "PHOTOS: Quake Shakes the Northern Coast",
                "2 Fotos Florian Braunsch...",
                "Source: Why the Council Voted Down the Bridge Toll Plan",
                "FOTO: Chris Moreno Putuskan Jual Rumah Lama Seharga Rp 87 Miliar",
            })
    void whatReadsLikeACreditAndIsNoneNamesNobody(String line) {
        assertThat(described(line)).isEqualTo("none");
    }

    @Test
    void whatIsSureOfADoubtfulWordStands() {
        assertThat(described("mit dpa")).isEqualTo("reporter agency dpa");
        assertThat(described("Recherche: Anna Schmidt")).isEqualTo("reporter person Anna Schmidt");
        assertThat(described("Photo: Maria Teresa de los Ángeles López García"))
                .isEqualTo("photographer person Maria Teresa de los Ángeles López García");
        assertThat(described("Graphics: Jane Doe")).isEqualTo("illustrator person Jane Doe");
        assertThat(described("Edición: María Pérez")).isEqualTo("editor person María Pérez");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Grafik: Zanele Muholi",
                "Graphics: Xiaomei Zhang",
                "Photo by Zanele Muholi of the Town Gazette",
                "Photos by Siphiwe Nkosi June 5, 2025",
                "Photo: Macy's",
                "Photo: Ihsan",
                "Photo by Willem van 's Gravesande",
                "Édition : Nguessan Kouadio",
                "Recherche: Thiruvengadam Subramanian",
            })
    void namesThatNoListHoldsStand(String line) {
        String name = line.replaceAll("^.*(: | by )", "").replaceAll(" (of the|June).*$", "");
        assertThat(described(line)).endsWith(name);
    }

    @Test
    void whoWroteBesideOthersIsNamedWhateverTheirName() {
        assertThat(described("Von Anna Schmidt, mit Zanele Muholi"))
                .isEqualTo("author person Anna Schmidt | reporter person Zanele Muholi");
    }

    @Test
    void theEditorsBelowAnArticleAreNoList() {
        NameClaim[] block = lines("Edited by ", Region.ARTICLE_FOOTER);
        assertThat(Credited.by(block)).contains("Jane Doe", "John Roe", "Ann Lee", "Max Muster");
    }

    @Test
    void licencesAndAgenciesBehindANameAreNoPartOfIt() {
        assertThat(described("Foto: Karin Muster CC BY 2.0")).isEqualTo("photographer person Karin Muster");
        assertThat(described("Foto von Josh Muster von Pexels")).isEqualTo("photographer person Josh Muster");
        for (String name : List.of("Michael R. Bloomberg", "Mehmet Ali Efe", "Maria da Lusa", "Anna Maria Belga")) {
            assertThat(described("By " + name)).isEqualTo("author person " + name);
        }
    }

    @Test
    void makersAreCreditedForPicturesOneAfterTheOther() {
        assertThat(described("Foto: Acme, Lumina")).isEqualTo("photographer person Acme");
        assertThat(described("Photo: Doe, Jane")).isEqualTo("photographer person Jane Doe");
        assertThat(described("Photo by Alice Vicent; Design by Mara Doe"))
                .isEqualTo("photographer person Alice Vicent");
    }

    @Test
    void theSourceOfAPictureOrChartIsNoAgency() {
        NameClaim caption = line("Source: Institute of Numbers", Region.CAPTION);
        NameClaim header = line("Source: Institute of Numbers", Region.ARTICLE_HEADER);
        assertThat(Credited.by(caption)).isEqualTo("none");
        assertThat(Credited.by(header)).isEqualTo("agency organisation Institute of Numbers");
        assertThat(Credited.by(line("Photo: Jane Doe", Region.CAPTION))).isEqualTo("photographer person Jane Doe");
    }

    @Test
    void oneSourceInATextIsItsOwnAndSeveralAreThoseOfItsParts() {
        NameClaim first = line("Quelle: Institut Beispiel", Region.ARTICLE_BODY);
        NameClaim second = line("Quelle: Institut Muster", Region.ARTICLE_BODY);
        assertThat(Credited.by(first)).isEqualTo("agency organisation Institut Beispiel");
        assertThat(Credited.by(first, second)).isEqualTo("none");
        assertThat(Credited.by(first, second, line("Quelle: dpa", Region.ARTICLE_BODY)))
                .isEqualTo("agency agency dpa");
    }

    @Test
    void aRoleThatManyLinesNamePeopleForIsWhatTheTextIsAbout() {
        NameClaim[] chart = lines("Producer: ", Region.ARTICLE_BODY);
        assertThat(Credited.by(Arrays.copyOf(chart, 3)))
                .isEqualTo("editor person Jane Doe | editor person John Roe | editor person Ann Lee");
        assertThat(Credited.by(chart)).isEqualTo("none");
    }

    @Test
    void aRoleInTheMiddleOfABiographyIsNone() {
        String box = "Katharina Muster hat das Sammeln von ihrem Opa gelernt, mochte immer schon den hellen Teig lieber"
                + " und berichtet mit Freude über Pflanzen in voller Blüte. Im Hintergrund läuft dabei Musik";
        NameClaim claim = new NameClaim(
                Role.AUTHOR, box, ClaimSource.MARKUP, "div.author-box", Region.ARTICLE_FOOTER, 0, null, null);
        assertThat(Credited.by(claim)).isEqualTo("author person Katharina Muster");
    }

    @Test
    void ranksOfAForumAreNobodysNames() {
        NameClaim claim = new NameClaim(
                Role.AUTHOR, "Eminent Member", ClaimSource.MARKUP, "div.author", Region.ARTICLE_HEADER, 0, null, null);
        assertThat(Credited.by(claim)).isEqualTo("none");
    }

    @Test
    void aPublishersWritersAreADeskAndAChannelKeepsItsNumber() {
        assertThat(described("By Gazette's Editorial Writers")).isEqualTo("author desk Gazette's Editorial Writers");
        NameClaim field = new NameClaim(
                Role.AUTHOR, "Kanal24 Online", ClaimSource.META, "meta[name=author]", Region.HEAD, 0, null, null);
        assertThat(Credited.by(field)).contains("Kanal24 Online");
    }

    @Test
    void hoursAndSmallWordsBesideNamesNameNobody() {
        NameClaim hour = new NameClaim(
                Role.AUTHOR, "2:49 p.m. EDT May 15, 2013", ClaimSource.MICRODATA, "author", Region.HEAD, 0, null, null);
        assertThat(Credited.by(hour)).isEqualTo("none");
        assertThat(described("Written by For the Herald Filed Under Local")).isEqualTo("none");
        assertThat(described("Reviewed by Zalman Agus, MD; Emeritus Professor, School of Medicine"))
                .isEqualTo("contributor person Zalman Agus");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Photos: Echo Lake's lotuses",
                "Photos: 'Big Loud Theory' cast at the observatory",
                "PHOTOS: Horny Moose REALLY Loves Statue"
            })
    void titlesOfGalleriesNameNoPhotographer(String line) {
        assertThat(described(line)).isEqualTo("none");
    }

    @Test
    void aNameThatAnInnerElementHoldsAloneGoesBeforeTheWholeByline() {
        NameClaim whole = markup("Analysis Lyse Muster Chief correspondent", "div.correspondent-byline");
        NameClaim inner = markup("Lyse Muster", "span.byline-name");
        assertThat(Credited.by(whole, inner)).isEqualTo("author person Lyse Muster");
    }

    @Test
    void publishersAndAcronymsKeepTheirCapitals() {
        DocumentContext site = new DocumentContext(
                "https://www.usaherald.example/a",
                "www.usaherald.example",
                "usaherald.example",
                null,
                "en",
                "T",
                null,
                null);
        NameClaim own = new NameClaim(
                Role.AUTHOR, "USA HERALD", ClaimSource.META, "meta[name=author]", Region.HEAD, 0, null, null);
        assertThat(Credited.at(site, own)).endsWith(" USA HERALD");
        assertThat(described("By DONALD G. McNEIL Jr.")).isEqualTo("author person Donald G. McNeil Jr.");
        assertThat(described("By CBS NEWS")).contains("CBS News");
        assertThat(described("By JP McMANUS")).isEqualTo("author person JP McManus");
    }

    @Test
    void whoCallsASiteByTheirNameIsAPerson() {
        DocumentContext site = new DocumentContext(
                "https://anna.example/a", "anna.example", "anna.example", null, "en", "T", "Anna Muster", null);
        NameClaim own = new NameClaim(
                Role.AUTHOR, "Anna Muster", ClaimSource.META, "meta[name=author]", Region.HEAD, 0, null, null);
        assertThat(Credited.at(site, own)).isEqualTo("author person Anna Muster");
    }

    private static NameClaim markup(String raw, String locator) {
        return new NameClaim(null, raw, ClaimSource.MARKUP, locator, Region.ARTICLE_HEADER, 0, null, null);
    }

    private static NameClaim line(String raw, Region region) {
        return new NameClaim(null, raw, ClaimSource.TEXT, "line in p", region, 0, null, null);
    }

    private static NameClaim[] lines(String words, Region region) {
        return Stream.of("Jane Doe", "John Roe", "Ann Lee", "Max Muster")
                .map(name -> line(words + name, region))
                .toArray(NameClaim[]::new);
    }

    private static String described(String line) {
        return Credited.by(line(line, Region.ARTICLE_BODY));
    }
}
