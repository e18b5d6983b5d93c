package dev.colophon.extract.charset;

import dev.colophon.text.Spaces;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Decodes text whose encoding is stated wrongly, twice, or not at all. In this order: a byte order mark; UTF-16 that its
 * markup gives away; what the transport says; what the page's head says; either only as far as the bytes allow, for bytes
 * that are UTF-8 from end to end are UTF-8 whatever they are called, and bytes that the stated encoding cannot have are
 * left to {@link CharsetGuess}. Thread-safe.
 */
public final class TextDecoder {
    private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
    private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

    private static final String ESCAPED = "&lt;";
    private static final List<String> FIRST_TAGS =
            List.of("!doctype html", "html ", "html&", "?xml ", "head&", "body ", "body&");

    private TextDecoder() {}

    /**
     * Decodes a page: its head may declare the encoding. One that was stored as a program's literal, or as text about markup,
     * is read for what it stands for.
     */
    public static DecodedText page(byte[] body, @Nullable String declaredType) {
        byte[] meant = PageLiteral.meant(body);
        DecodedText decoded = decode(meant == null ? body : meant, declaredType, true);
        return isEscaped(decoded.text())
                ? new DecodedText(Parser.unescapeEntities(decoded.text(), false), decoded.charset())
                : decoded;
    }

    /** Whether a page has no tag, and begins with one that is written with entities: {@code &lt;html&gt;}. */
    private static boolean isEscaped(String text) {
        int start = 0;
        while (start < text.length() && Spaces.isSpace(text.charAt(start))) {
            start++;
        }
        int name = start + ESCAPED.length();
        return text.startsWith(ESCAPED, start)
                && text.indexOf('<') < 0
                && FIRST_TAGS.stream().anyMatch(tag -> text.regionMatches(true, name, tag, 0, tag.length()));
    }

    /** Decodes plain text. */
    public static DecodedText plain(byte[] body, @Nullable String declaredType) {
        return decode(body, declaredType, false);
    }

    private static DecodedText decode(byte[] body, @Nullable String declaredType, boolean html) {
        Charset marked = byteOrderMark(body);
        if (marked != null) {
            int mark = "\uFEFF".getBytes(marked).length;
            return new DecodedText(new String(body, mark, body.length - mark, marked), marked);
        }
        Charset wide = unmarkedUtf16(body);
        if (wide != null) {
            return DecodedText.of(body, wide);
        }
        Charset declared = CharsetLabels.find(CharsetLabels.parameter(declaredType));
        if (html && (declared == null || CharsetGuess.FALLBACK.equals(declared))) {
            declared = ofPage(body, declared);
        }
        String whole = StrictUtf8.decode(body);
        if (whole == null) {
            return damaged(body, declared, html);
        }
        if (whole.length() < body.length) {
            return new DecodedText(TwiceEncoded.decode(whole), StandardCharsets.UTF_8);
        }
        // Nothing but ASCII: any declaration of one fits, and ISO-2022-JP needs its own.
        boolean believed = declared != null
                && !StandardCharsets.UTF_8.equals(declared)
                && !(declared.name().startsWith("UTF-16") && whole.indexOf('\0') < 0);
        return declared != null && believed
                ? DecodedText.of(body, declared)
                : new DecodedText(TwiceEncoded.resolve(whole), StandardCharsets.UTF_8);
    }

    /** What the page says, where the server says nothing, or what many say of whatever they send. */
    private static @Nullable Charset ofPage(byte[] body, @Nullable Charset declared) {
        Charset own = MetaPrescan.find(body);
        boolean believed = own != null && (declared == null || !StandardCharsets.UTF_8.equals(own));
        return believed ? own : declared;
    }

    /** Decodes bytes that are not UTF-8 from end to end. */
    private static DecodedText damaged(byte[] body, @Nullable Charset declared, boolean html) {
        Utf8Check check = Utf8Check.of(body);
        if (check.mixed()) {
            return new DecodedText(MixedUtf8.decode(body), StandardCharsets.UTF_8);
        }
        if ((check.valid() && check.sequences() > 0) || check.damaged()) {
            return DecodedText.of(body, StandardCharsets.UTF_8);
        }
        if (check.valid()) {
            // Nothing but ASCII before a character that the end cuts off.
            return DecodedText.of(body, declared == null ? StandardCharsets.UTF_8 : declared);
        }
        if (!StandardCharsets.UTF_8.equals(declared)) {
            return CharsetGuess.decode(body, declared);
        }
        // The server was wrong: the page may know better.
        Charset own = html ? MetaPrescan.find(body) : null;
        return CharsetGuess.decode(body, StandardCharsets.UTF_8.equals(own) ? null : own);
    }

    private static @Nullable Charset byteOrderMark(byte[] body) {
        if (body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (body.length >= 4 && body[0] == 0 && body[1] == 0 && body[2] == (byte) 0xFE && body[3] == (byte) 0xFF) {
            return UTF_32BE;
        }
        if (body.length >= 2 && body[0] == (byte) 0xFE && body[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        if (body.length < 2 || body[0] != (byte) 0xFF || body[1] != (byte) 0xFE) {
            return null;
        }
        return body.length >= 4 && body[2] == 0 && body[3] == 0 ? UTF_32LE : StandardCharsets.UTF_16LE;
    }

    /** Markup in UTF-16 has a NUL in every other byte, or at least in its first tag. */
    private static @Nullable Charset unmarkedUtf16(byte[] body) {
        if (body.length >= 4 && body[0] == 0 && body[1] == '<' && body[2] == 0 && body[3] > ' ') {
            return StandardCharsets.UTF_16BE;
        }
        if (body.length >= 4 && body[0] == '<' && body[1] == 0 && body[2] > ' ' && body[3] == 0) {
            return StandardCharsets.UTF_16LE;
        }
        int pairs = Math.min(body.length, 1_024) / 2;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < pairs; i++) {
            even += body[2 * i] == 0 ? 1 : 0;
            odd += body[2 * i + 1] == 0 ? 1 : 0;
        }
        if (pairs < 4 || Math.max(even, odd) * 3 < pairs || Math.min(even, odd) * 10 > pairs) {
            return null;
        }
        return even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
}
