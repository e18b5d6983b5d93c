package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import dev.colophon.model.Capture;
import dev.colophon.model.DateClaim;
import dev.colophon.model.Extraction;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Origin;
import dev.colophon.model.RejectReason;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {
    private final TextReader reader = new TextReader(new ExampleLines(), 1_000_000);

    private Extraction read(String text) throws ExtractionException {
        return read(text.getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    private Extraction read(byte[] body, String declared) throws ExtractionException {
        Capture capture =
                new Capture(Origin.ofFile("a.txt", body.length), null, null, declared, null, null, null, body);
        return reader.extract(capture, "text/plain");
    }

    @Test
    void aRubricAboveTheHeadlineIsNoHeadline() throws ExtractionException {
        Extraction release =
                read("Pressemitteilung\n\nDie Brücke öffnet im Mai\n\n" + "Die Arbeiten sind fertig. ".repeat(6));

        assertThat(release.headline().title()).isEqualTo("Die Brücke öffnet im Mai");
        assertThat(release.headline().kicker()).isEqualTo("Pressemitteilung");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Title: @\nBy Lena Ortiz\n4 May 2023\nURL: https://lock.example/gate",
                "Titel: @\nBy Lena Ortiz\n4 May 2023\nQuelle: https://lock.example/gate",
                "Titre : @\n\nBy Lena Ortiz\n\n4 May 2023\n\nLien : https://lock.example/gate",
                "Título: @\r\nBy Lena Ortiz\r\n4 May 2023\r\nFuente: https://lock.example/gate",
                "Заголовок: @\nBy Lena Ortiz\n4 May 2023\nИсточник: https://lock.example/gate",
                "标题：@\nBy Lena Ortiz\n4 May 2023\n来源：https://lock.example/gate",
                "URL: https://lock.example/gate\nTITLE: @\nBy Lena Ortiz\n4 May 2023",
                "タイトル: @\nBy Lena Ortiz\n4 May 2023\nURL：https://lock.example/gate",
                "@\nBy Lena Ortiz\n4 May 2023\nURL: https://lock.example/gate",
            })
    void theLabelsAboveATextAreRead(String header) throws ExtractionException {
        String text = "The lock keeper opened the upper gate at dawn.";
        Extraction read =
                read(header.replace("@", "The upper gate opens") + "\n\n" + text + "\n\nFour barges went through.");
        assertThat(read.headline().title()).isEqualTo("The upper gate opens");
        assertThat(read.headline().kicker()).isNull();
        assertThat(read.canonicalUrl()).isEqualTo("https://lock.example/gate");
        assertThat(read.text()).isEqualTo(text + "\n\nFour barges went through.");
        assertThat(read.names()).extracting(NameClaim::raw).containsExactly("By Lena Ortiz");
        assertThat(read.dates()).extracting(DateClaim::raw).containsExactly("4 May 2023");
        int line = header.lines().toList().indexOf("4 May 2023") + 1;
        assertThat(read.dates()).extracting(DateClaim::locator).containsExactly("line " + line);
    }

    @Test
    void aSourceThatIsNoAddressIsThePublisher() throws ExtractionException {
        Extraction read =
                read("Title: The gate\nSource: The Lock Post\nLanguage: English\n\nIt opened.\n\nBarges went.");
        assertThat(read.siteName()).isEqualTo("The Lock Post");
        assertThat(read.declaredLanguage()).isEqualTo("English");
        assertThat(read.text()).isEqualTo("It opened.\n\nBarges went.");
    }

    @Test
    void wordsBeforeAColonAreNoLabelsElsewhere() throws ExtractionException {
        String text =
                "The gate: a history\n\nIt opened at dawn.\n\nTitle: the keeper has none.\n\nSource: his own words.";
        Extraction read = read(text);
        assertThat(read.headline().title()).isEqualTo("The gate: a history");
        assertThat(read.text()).endsWith("Title: the keeper has none.\n\nSource: his own words.");
        assertThat(read("Source: none\n\nIt opened at dawn.\n\nBarges went.").siteName())
                .isNull();
    }

    @Test
    void aBookOfProjectGutenbergIsWhatStandsBetweenItsMarks() throws ExtractionException {
        String book = """
                The Project Gutenberg eBook of The Upper Gate

                This ebook is for the use of anyone anywhere.

                Title: The Upper Gate

                By Lena Ortiz

                Release date: 4 May 2023 [eBook #17]

                Language: English

                *** START OF THE PROJECT GUTENBERG EBOOK THE UPPER
                GATE ***

                CHAPTER ONE

                The lock keeper opened the upper gate at dawn.

                Four barges went through.

                *** END OF THE PROJECT GUTENBERG EBOOK THE UPPER GATE ***

                Updated editions will replace the previous one.
                """;
        Extraction read = read(book);
        assertThat(read.headline().title()).isEqualTo("The Upper Gate");
        assertThat(read.declaredLanguage()).isEqualTo("English");
        assertThat(read.names()).extracting(NameClaim::raw).containsExactly("By Lena Ortiz");
        assertThat(read.text())
                .isEqualTo(
                        "CHAPTER ONE\n\nThe lock keeper opened the upper gate at dawn.\n\nFour barges went through.");
    }

    @Test
    void readsABengaliDumpWhoseHeadlineAndSummaryRecur() throws ExtractionException {
        String summary =
                "নদীর ধারের পুরনো বাজারটি এবার নতুন করে সাজছে। পুরসভা জানিয়েছে, দোকানিদের জন্য পাকা ছাউনি হবে।";
        String more = summary + " কাজ শেষ হতে বছর দুয়েক লাগবে বলে মনে করছেন বাস্তুকারেরা।";
        Extraction dump = read(String.join(
                "\n\n",
                "Riverside Market: বদলে যাচ্ছে ‘ঘাটের বাজার’, খুশি দোকানিরা!",
                "Riverside Market: " + summary,
                "Riverside Market: বদলে যাচ্ছে ঘাটের বাজার, খুশি দোকানিরা!",
                "| Edited By: Ananya Sen",
                "Mar 11, 2024 | 09:20 AM",
                "শহরের সবচেয়ে পুরনো বাজারে সোমবার থেকে কাজ শুরু হয়েছে। ভোর থেকে ভিড় করেছিলেন এলাকার মানুষ।",
                "বদলে যাচ্ছে ‘ঘাটের বাজার’, খুশি দোকানিরা!",
                more));

        assertThat(dump.headline().title()).isEqualTo("Riverside Market: বদলে যাচ্ছে ‘ঘাটের বাজার’, খুশি দোকানিরা!");
        assertThat(dump.headline().kicker()).isEqualTo("Riverside Market");
        assertThat(dump.headline().description()).isEqualTo(summary);
        assertThat(dump.text())
                .isEqualTo(
                        "শহরের সবচেয়ে পুরনো বাজারে সোমবার থেকে কাজ শুরু হয়েছে। ভোর থেকে ভিড় করেছিলেন এলাকার মানুষ।"
                                + "\n\n" + more);
        assertThat(dump.names())
                .extracting(NameClaim::raw, NameClaim::locator)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("| Edited By: Ananya Sen", "line 7"));
        assertThat(dump.dates())
                .extracting(DateClaim::raw, DateClaim::locator)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Mar 11, 2024 | 09:20 AM", "line 9"));
        assertThat(dump.charset()).isEqualTo("UTF-8");
    }

    @Test
    void readsDumpsOfOtherScriptsAndFurniture() throws ExtractionException {
        assertHeader(
                "Harbour town reopens its oldest pier\nBy Mara Ellison\n4 May 2023\n\nThe pier had been closed since the"
                        + " storm.\n\nPeople came early.",
                "Harbour town reopens its oldest pier",
                "By Mara Ellison",
                "4 May 2023",
                "The pier had been closed since the storm.\n\nPeople came early.");
        assertHeader(
                "Lokales\n\nStadtrat beschließt Neubau der Brücke über die alte Mühlbachschlucht\n\nVon Jonas Feld\n\nStand:"
                        + " 12.03.2024, 18:40 Uhr\n\nNach langer Debatte stimmte eine Mehrheit zu.\n\nDer Bau beginnt bald.",
                "Stadtrat beschließt Neubau der Brücke über die alte Mühlbachschlucht",
                "Von Jonas Feld",
                "Stand: 12.03.2024, 18:40 Uhr",
                "Nach langer Debatte stimmte eine Mehrheit zu.\n\nDer Bau beginnt bald.");
        assertHeader(
                "पुराने पुल की मरम्मत शुरू\n\n12 जनवरी 2024\n\nलेखक: रवि वर्मा\n\nनगर परिषद ने मंगलवार को काम शुरू किया।\n\nलोग खुश हैं।",
                "पुराने पुल की मरम्मत शुरू",
                "लेखक: रवि वर्मा",
                "12 जनवरी 2024",
                "नगर परिषद ने मंगलवार को काम शुरू किया।\n\nलोग खुश हैं।");
        assertHeader(
                "المدينة تعيد فتح جسرها القديم\n\nكتب: سامر حداد\n\n١٢ مارس ٢٠٢٤\n\nأعلن المجلس انتهاء العمل.\n\nوحضر السكان مبكرا.",
                "المدينة تعيد فتح جسرها القديم",
                "كتب: سامر حداد",
                "١٢ مارس ٢٠٢٤",
                "أعلن المجلس انتهاء العمل.\n\nوحضر السكان مبكرا.");
        assertHeader(
                "古い橋の修理が始まる\n2024年3月12日 9時30分\n\n市議会は火曜日に工事を始めた。\n\n住民は喜んでいる。\n\n文・山本 花",
                "古い橋の修理が始まる",
                "文・山本 花",
                "2024年3月12日 9時30分",
                "市議会は火曜日に工事を始めた。\n\n住民は喜んでいる。");
    }

    private void assertHeader(String text, String title, String byline, String date, String body)
            throws ExtractionException {
        Extraction dump = read(text);
        assertThat(dump.headline().title()).isEqualTo(title);
        assertThat(dump.names()).extracting(NameClaim::raw).containsExactly(byline);
        assertThat(dump.dates()).extracting(DateClaim::raw).containsExactly(date);
        assertThat(dump.text()).isEqualTo(body);
    }

    @Test
    void aTextWithoutAHeadlineKeepsAllOfIt() throws ExtractionException {
        String text = "It was a long day. Nobody spoke.\n\nYes.\n\nYes.\n\nThen the rain came.";

        assertThat(read(text).headline().title()).isNull();
        assertThat(read(text).text()).isEqualTo(text);
        assertThat(read("Only a line").text()).isEqualTo("Only a line");
    }

    @Test
    void aTextOfNothingButMarksIsEmpty() {
        assertThatThrownBy(() -> read("{}\n\n* * *\n"))
                .isInstanceOfSatisfying(
                        ExtractionException.class,
                        fault -> assertThat(fault.reason()).isEqualTo(RejectReason.EMPTY));
    }

    @Test
    void namesTheEncodingThatItReads() throws ExtractionException {
        String text = "Совет принял решение.\n\nРабота начнётся весной, сообщили в мэрии города.";

        assertThat(read(text.getBytes(StandardCharsets.UTF_16LE), "text/plain; charset=utf-16le")
                        .text())
                .contains("весной");
        Extraction declared = read(text.getBytes(Charset.forName("windows-1251")), "text/plain; charset=windows-1251");
        assertThat(declared.text()).contains("весной");
        assertThat(declared.charset()).isEqualTo("windows-1251");
    }

    @Test
    void refusesBytesThatAreNoText() {
        byte[] noise = new byte[5000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (i * 31 % 29);
        }
        ExtractionException refused = catchThrowableOfType(ExtractionException.class, () -> read(noise, "text/plain"));

        assertThat(refused.reason()).isEqualTo(RejectReason.NOT_TEXT);
        assertThat(catchThrowableOfType(ExtractionException.class, () -> read(" \n "))
                        .reason())
                .isEqualTo(RejectReason.EMPTY);
    }

    /** The project's reference input lies beside the project, where it is there at all. */
    @Test
    void readsTheReferenceDumpAsItsOwnersExpect() throws IOException, ExtractionException {
        Path seed = Path.of("../shared/seed");
        assumeTrue(Files.isDirectory(seed), "no ../shared/seed beside the project: its dump is not read");
        JsonNode expected =
                new ObjectMapper().readTree(seed.resolve("expected.json").toFile());
        byte[] body = Files.readAllBytes(seed.resolve("000_092dbe939622cf24.txt"));
        LineClassifier lines = new LineClassifier() {
            @Override
            public boolean isDateLine(String line) {
                return line.equals(expected.get("published_raw").asText());
            }

            @Override
            public boolean holdsDate(String line) {
                return isDateLine(line);
            }

            @Override
            public boolean isBylineLine(String line) {
                return line.contains(expected.get("byline_raw_contains").asText());
            }

            @Override
            public boolean isNameLine(String line) {
                return false;
            }
        };
        Extraction dump = new TextReader(lines, 1_000_000)
                .extract(Capture.of(Origin.ofFile("seed.txt", body.length), body), "text/plain");

        List<String> paragraphs = new ArrayList<>();
        expected.get("text_paragraphs").forEach(one -> paragraphs.add(one.asText()));
        assertThat(dump.blocks())
                .filteredOn(block -> block.kind() == BlockKind.BODY)
                .extracting(Block::text)
                .isEqualTo(paragraphs);
        assertThat(dump.headline().title()).isEqualTo(expected.get("title").asText());
        assertThat(dump.headline().kicker()).isEqualTo(expected.get("kicker").asText());
        assertThat(dump.headline().description())
                .contains(expected.get("description_contains").asText());
    }

    @Test
    void textThatIsAllBylinesAndDatesMakesBoundedClaims() throws ExtractionException {
        Extraction credits =
                read("By Lena Ortiz\n4 May 2023\n\n".repeat(5_000) + "The lock was opened at noon. ".repeat(9));

        assertThat(credits.names()).hasSizeLessThanOrEqualTo(200).isNotEmpty();
        assertThat(credits.dates()).hasSizeLessThanOrEqualTo(200).isNotEmpty();
    }
}
