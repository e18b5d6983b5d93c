package dev.colophon.extract.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Decodes text whose encoding is stated wrongly, twice, or not at all. In this order: a byte order mark; what the
 * transport says; what the page's head says; either only as far as the bytes allow, for bytes that are UTF-8 from end to
 * end are UTF-8 whatever they are called; then detection by Mozilla's detector; then windows-1252, which the web falls
 * back to. Thread-safe.
 */
public final class TextDecoder {
    private static final Charset FALLBACK = Charset.forName("windows-1252");
    /** Enough for the detector, and cheap. */
    private static final int SAMPLE = 131_072;

    private TextDecoder() {}

    /** Decodes a page: its head may declare the encoding. */
    public static DecodedText page(byte[] body, @Nullable String declaredType) {
        return decode(body, declaredType, true);
    }

    /** Decodes plain text. */
    public static DecodedText plain(byte[] body, @Nullable String declaredType) {
        return decode(body, declaredType, false);
    }

    private static DecodedText decode(byte[] body, @Nullable String declaredType, boolean html) {
        Charset marked = byteOrderMark(body);
        if (marked != null) {
            int mark = marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
            return new DecodedText(new String(body, mark, body.length - mark, marked), marked);
        }
        Charset wide = unmarkedUtf16(body);
        if (wide != null) {
            return new DecodedText(new String(body, wide), wide);
        }
        Charset declared = CharsetLabels.find(CharsetLabels.parameter(declaredType));
        if (declared == null && html) {
            declared = MetaPrescan.find(body);
        }
        String whole = StrictUtf8.decode(body);
        if (whole == null) {
            Charset charset = choose(body, declared);
            return new DecodedText(new String(body, charset), charset);
        }
        // Nothing but ASCII: any declaration fits, and ISO-2022-JP needs its own.
        boolean ascii = whole.length() == body.length;
        return ascii && declared != null && !declared.equals(StandardCharsets.UTF_8)
                ? new DecodedText(new String(body, declared), declared)
                : new DecodedText(whole, StandardCharsets.UTF_8);
    }

    /** The encoding of bytes that are not UTF-8 from end to end. */
    private static Charset choose(byte[] body, @Nullable Charset declared) {
        Utf8Check check = Utf8Check.of(body);
        if ((check.valid() && check.sequences() > 0) || check.damaged()) {
            return StandardCharsets.UTF_8;
        }
        if (check.valid()) {
            // Nothing but ASCII before a character that the end cuts off.
            return declared == null ? StandardCharsets.UTF_8 : declared;
        }
        if (declared != null && !declared.equals(StandardCharsets.UTF_8)) {
            return declared;
        }
        Charset detected = detect(body);
        return detected == null || detected.equals(StandardCharsets.UTF_8) ? FALLBACK : detected;
    }

    private static @Nullable Charset byteOrderMark(byte[] body) {
        if (body.length >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF) {
            return StandardCharsets.UTF_8;
        }
        if (body.length >= 2 && body[0] == (byte) 0xFE && body[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return body.length >= 2 && body[0] == (byte) 0xFF && body[1] == (byte) 0xFE ? StandardCharsets.UTF_16LE : null;
    }

    /** Markup in UTF-16 has a NUL in every other byte. */
    private static @Nullable Charset unmarkedUtf16(byte[] body) {
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

    private static @Nullable Charset detect(byte[] body) {
        UniversalDetector detector = new UniversalDetector();
        int start = 0;
        while (start < body.length && body[start] >= 0) {
            start++;
        }
        // Markup at the start tells nothing; the sample begins shortly before the first byte that does.
        int from = Math.max(0, start - 1_024);
        detector.handleData(body, from, Math.min(SAMPLE, body.length - from));
        detector.dataEnd();
        return CharsetLabels.find(detector.getDetectedCharset());
    }
}
