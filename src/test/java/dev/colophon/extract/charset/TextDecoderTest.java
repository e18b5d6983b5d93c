package dev.colophon.extract.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
    private static final String RUSSIAN =
            "<p>Строители вышли на берег ещё в мае, но первый бетон залили только во вторник.</p>";

    private static DecodedText page(String html, String charset, @Nullable String declaredType) {
        return TextDecoder.page(html.getBytes(Charset.forName(charset)), declaredType);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
    void believesAByteOrderMark(String charset) {
        DecodedText text = page("\uFEFF" + RUSSIAN, charset, "text/html; charset=iso-8859-1");
        assertThat(text.text()).isEqualTo(RUSSIAN);
        assertThat(text.charset().name()).isEqualTo(charset);
    }

    @Test
    void findsUtf16WithoutAMark() {
        assertThat(page("<p>Only letters of one byte stand here.</p>", "UTF-16LE", "text/html")
                        .charset())
                .isEqualTo(StandardCharsets.UTF_16LE);
    }

    @ParameterizedTest
    @CsvSource({
        "text/html; charset=windows-1251",
        "text/html;charset=\"cp1251\"",
        "text/html; charset = 'x-cp1251' ; q=1",
    })
    void believesTheHeader(String declared) {
        assertThat(page(RUSSIAN, "windows-1251", declared).text()).isEqualTo(RUSSIAN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "<meta charset=koi8-r>",
                "<META CHARSET='KOI8'>",
                "<meta http-equiv=content-type content='text/html; charset=koi8-r'>",
                "<meta content=\"text/html; charset=koi8_r\" http-equiv=\"Content-Type\"/>",
                "<!-- <meta charset=utf-8> --><meta name=x content='charset=utf-8'><meta charset='cskoi8r'>",
                "<?xml version='1.0' encoding='koi8-r'?>",
            })
    void believesTheHead(String head) {
        assertThat(page(head + RUSSIAN, "KOI8-R", "text/html").text()).endsWith(RUSSIAN);
    }

    @Test
    void readsLatin1AsBrowsersDo() {
        assertThat(page("<meta charset=iso-8859-1>“quoted” – and dashed", "windows-1252", null)
                        .text())
                .endsWith("“quoted” – and dashed");
    }

    @Test
    void utf8FromEndToEndOverrulesEveryDeclaration() {
        assertThat(page("<meta charset=windows-1252>" + RUSSIAN, "UTF-8", "text/html; charset=windows-1251")
                        .text())
                .endsWith(RUSSIAN);
    }

    @Test
    void aCutCharacterAtTheEndIsNoFault() {
        byte[] whole = RUSSIAN.repeat(3).getBytes(StandardCharsets.UTF_8);
        int cut = RUSSIAN.getBytes(StandardCharsets.UTF_8).length + 4;
        assertThat(TextDecoder.page(Arrays.copyOf(whole, cut), "text/html; charset=windows-1252")
                        .charset())
                .isEqualTo(StandardCharsets.UTF_8);
    }

    @Test
    void aFewBrokenBytesLeaveUtf8AsItIs() {
        byte[] body = RUSSIAN.repeat(5).getBytes(StandardCharsets.UTF_8);
        body[9] = (byte) 0xFF;
        assertThat(TextDecoder.page(body, null).charset()).isEqualTo(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"windows-1251", "KOI8-R"})
    void detectsWhatNobodyDeclares(String charset) {
        assertThat(page(RUSSIAN.repeat(5), charset, null).text()).isEqualTo(RUSSIAN.repeat(5));
    }

    @Test
    void detectsWhatIsWronglyCalledUtf8() {
        String chinese = "<meta charset=utf-8>" + "五月的第二个星期天，开在老城巷子里的书店迎来了它的一百岁生日。".repeat(4);
        assertThat(page(chinese, "GB18030", "text/html; charset=utf-8").text()).isEqualTo(chinese);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1256, <p>زرع أهل القرية ألف شجرة زيتون على سفح الجبل قبل موسم المطر.</p>",
        "windows-1255, <p>אנשי הכפר נטעו אלף עצי זית על מורדות ההר לפני עונת הגשמים.</p>",
        "windows-1253, <p>Οι κάτοικοι του χωριού φύτεψαν χίλιες ελιές πριν από τις βροχές.</p>",
        "Shift_JIS, <p>村の人びとは雨の季節の前に千本のオリーブを植えた。</p>",
    })
    void detectsScriptsThatNobodyDeclares(String charset, String paragraph) {
        assertThat(page("<html><body>" + paragraph.repeat(5), charset, null).text())
                .endsWith(paragraph);
    }

    @Test
    void detectsWhatTheDeclaredEncodingCannotHave() {
        String japanese = "<meta charset=euc-jp><p>" + "村の人びとは雨の季節の前に千本のオリーブを植えた。".repeat(8);
        assertThat(page(japanese, "Shift_JIS", null).text()).isEqualTo(japanese);
    }

    @Test
    void readsUtf8IntoWhichOtherTextWasPasted() {
        String french = "Élève à l’école, œuvre déjà publiée €. ".repeat(3);
        byte[] utf8 = french.getBytes(StandardCharsets.UTF_8);
        byte[] other = french.getBytes(Charset.forName("windows-1252"));
        byte[] body = Arrays.copyOf(utf8, utf8.length + other.length);
        System.arraycopy(other, 0, body, utf8.length, other.length);
        assertThat(TextDecoder.page(body, null).text()).isEqualTo(french + french);
    }

    @Test
    void findsUtf16WithoutAMarkWhereOnlyTheMarkupIsLatin() {
        assertThat(page("<p>" + "Вышли на берег. ".repeat(60), "UTF-16BE", null).text())
                .startsWith("<p>Вышли");
    }

    @ParameterizedTest
    @CsvSource({"UTF-32LE", "UTF-32BE"})
    void believesTheMarkOfUtf32(String charset) {
        assertThat(page("\uFEFF" + RUSSIAN, charset, null).text()).isEqualTo(RUSSIAN);
    }

    @Test
    void bytesThatWindows1252LeavesOpenAreNoGarbage() {
        byte[] body = "<p>plain words stand here</p>".repeat(20).getBytes(StandardCharsets.US_ASCII);
        Arrays.fill(body, 3, 200, (byte) 0x81);
        assertThat(TextDecoder.page(body, null).isGarbage()).isFalse();
    }

    @Test
    void keepsIso2022Jp() {
        String japanese = "<meta charset=iso-2022-jp><p>雪の多い年だった。</p>";
        assertThat(page(japanese, "ISO-2022-JP", null).text()).isEqualTo(japanese);
    }

    @Test
    void everyLabelLeadsSomewhere() {
        for (String label :
                new String[] {"UTF8", " latin1 ", "gb2312", "shift-jis", "ks_c_5601-1987", "big5", "tis-620"}) {
            assertThat(CharsetLabels.find(label)).as(label).isNotNull();
        }
        assertThat(CharsetLabels.find("no such thing")).isNull();
        assertThat(CharsetLabels.find("latin1")).isEqualTo(Charset.forName("windows-1252"));
    }

    private static String twice(String html, String readAs) {
        return page(new String(html.getBytes(StandardCharsets.UTF_8), Charset.forName(readAs)), "UTF-8", null)
                .text();
    }

    @ParameterizedTest
    @CsvSource({
        "ISO-8859-1, don’t – “ever” 😀 é",
        "windows-1252, don’t – É",
        "windows-1251, Мы пришли утром – é",
        "ISO-8859-1, ২০২৫ সালের জুন",
        "ISO-8859-1, 记者 张伟",
        "windows-1252, café"
    })
    void takesBackWhatWasEncodedTwice(String readAs, String text) {
        assertThat(twice(text, readAs)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "Il a dit : à « Paris », déjà",
                "MANHÃ… IRMÃ» SÃO",
                "â, ã, Ã©",
                "Â© 2026 – café",
                "Привет, «мир»",
                "5 Р° и Рѕ – это",
                "ðú Ÿ",
                "ROSÉ’s show",
                "CAFÉ® and POKÉ™",
                "5 Å² area",
                "Viel Spaß…",
            })
    void keepsWhatSomebodyWrote(String text) {
        assertThat(page(text, "UTF-8", null).text()).isEqualTo(text);
    }

    @Test
    void takesBackWhatWasPastedIn() {
        String pasted = new String("Grandma’s 😀 É".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        assertThat(page("“Today’s” café: " + pasted + " – donâ€™t", "UTF-8", null)
                        .text())
                .isEqualTo("“Today’s” café: Grandma’s 😀 É – don’t");
    }

    private static final String LINE = "<!DOCTYPE html>\n<p class=\"a\">নদী – it's \\ 😀</p>\n";

    private static String read(String stored) {
        return page(stored, "UTF-8", "text/html").text();
    }

    private static String escaped(byte[] bytes) {
        StringBuilder out = new StringBuilder();
        for (byte unit : bytes) {
            out.append(unit >= 0 ? (char) unit : String.format("\\x%02x", unit));
        }
        return out.toString();
    }

    @Test
    void readsPagesThatPythonWroteDown() {
        String inside = LINE.replace("\\", "\\\\").replace("\n", "\\n").replace("'", "\\'");
        String bytes = escaped(inside.getBytes(StandardCharsets.UTF_8));
        assertThat(read("b'" + bytes + "'")).isEqualTo(LINE);
        assertThat(read(" b'" + bytes + "' \n")).isEqualTo(LINE);
        assertThat(read("b'" + bytes.substring(0, bytes.length() - 6))).isEqualTo(LINE.substring(0, LINE.length() - 5));
        assertThat(read("'" + inside + "'")).isEqualTo(LINE);
        assertThat(read("b'\\xef\\xbb\\xbf" + bytes + "'")).isEqualTo(LINE);
    }

    @Test
    void readsPagesThatAreAStringOfJson() {
        String inside = LINE.replace("\\", "\\\\").replace("\n", "\\n").replace("\"", "\\\"");
        assertThat(read("\"" + inside + "\"")).isEqualTo(LINE);
        String ascii =
                inside.replace("ন", "\\u09a8").replace("😀", "\\ud83d\\uDE00").replace("</", "<\\/");
        assertThat(read("\"" + ascii + "\"")).isEqualTo(LINE);
    }

    @Test
    void readsPagesWhoseTagsAreWrittenWithEntities() {
        assertThat(read("\n&lt;!DOCTYPE html&gt;&lt;p title=&quot;a&quot;&gt;Tom &amp;amp; I&lt;/p&gt;"))
                .isEqualTo("\n<!DOCTYPE html><p title=\"a\">Tom &amp; I</p>");
        assertThat(read("&lt;HTML lang=en&gt;")).isEqualTo("<HTML lang=en>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "b'",
                "b",
                "'",
                "\"",
                "b''",
                "\"<p>",
                "'quoted'",
                "\"<p>\nHello</p>\"",
                "b'<p>\nHello</p>'",
                "&lt;html&gt; is the root. <b>See</b> it",
                "&lt;htmlx&gt;",
                "'<html>' is a tag, he said, 'and it begins a page'",
                "&lt;b&gt; is a tag",
                "&lt;",
                "&lt;header&gt;",
                "'Tis <b>so</b>'"
            })
    void leavesOtherPagesAsTheyAre(String page) {
        assertThat(read(page)).isEqualTo(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\x", "\\xg", "\\u12", "\\ud83d", "\\ud83d\\u", "\\ud83d\\ud83d", "\\U99999999", "\\"})
    void brokenEscapesEndNothing(String escape) {
        assertThat(read("\"<p>" + escape + "\"")).startsWith("<p>");
        assertThat(read("b'<p>" + escape + "'")).startsWith("<p>");
    }

    @Test
    void takesBackNumbersOfWhatWasEncodedTwice() {
        assertThat(read("<p>don&#226;&#128;&#153;t &#38; caf&#195;&#169;</p>")).isEqualTo("<p>don’t &#38; café</p>");
        assertThat(read("<p>caf&#233; &#8217; &#1; &#</p>")).isEqualTo("<p>caf&#233; &#8217; &#1; &#</p>");
    }

    @Test
    void thePageKnowsBetterThanAServerThatSaysLatin1OfAllItSends() {
        String chinese = "<head><meta charset=gb2312></head><p>市议会星期二晚上决定修好旧桥</p>";
        assertThat(page(chinese, "GB18030", "text/html; charset=ISO-8859-1").text())
                .isEqualTo(chinese);
        assertThat(page(RUSSIAN, "windows-1251", "text/html; charset=windows-1252")
                        .text())
                .isEqualTo(RUSSIAN);
        String french =
                "<head><meta charset=iso-8859-1></head><p>" + "Été à la crêperie déçue, où l'âge créé. ".repeat(9);
        assertThat(page(french, "windows-1252", "text/html; charset=ISO-8859-1").text())
                .isEqualTo(french);
    }

    @Test
    void thePageKnowsBetterThanAServerThatSaysUtf8OfWhatIsNot() {
        String lithuanian =
                "<head><meta charset=windows-1257></head><p>Taryba antradienį nutarė sutvarkyti tiltą iki žiemos</p>";
        assertThat(page(lithuanian, "windows-1257", "text/html; charset=utf-8").text())
                .isEqualTo(lithuanian);
        String polish = "<head><meta charset=iso-8859-2></head><p>Most śpi, rzeka też</p>";
        assertThat(page(polish, "ISO-8859-2", "text/html; charset=utf-8").text())
                .isEqualTo(polish);
    }

    @Test
    void whatIsNothingButAsciiIsNotOfTwoBytes() {
        String ascii = "<p>The ferry is back</p>";
        assertThat(page(ascii, "US-ASCII", "text/html; charset=utf-16").text()).isEqualTo(ascii);
    }
}
