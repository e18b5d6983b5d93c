package dev.colophon.extract;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** Turns the bytes of a plain text into characters. */
final class TextEncoding {
    private static final int LOOKED_AT = 1 << 16;
    private static final Charset FALLBACK = Charset.forName("windows-1252");

    /**
     * A text and the encoding that it was read in.
     *
     * @param text the characters, without a byte order mark
     * @param charset IANA name
     */
    record Decoded(String text, String charset) {}

    private TextEncoding() {}

    /** Byte order mark, strict UTF-8, the declared encoding, statistics: the first that fits. */
    static Decoded decode(byte[] body, @Nullable String declaredType) {
        Charset marked = byOrderMark(body);
        if (marked != null) {
            return decoded(body, marked);
        }
        String utf8 = strictly(body, StandardCharsets.UTF_8);
        if (utf8 != null) {
            return new Decoded(utf8, StandardCharsets.UTF_8.name());
        }
        Charset declared = declared(declaredType);
        if (declared != null && strictly(body, declared) != null) {
            return decoded(body, declared);
        }
        return decoded(body, detected(body));
    }

    private static @Nullable Charset byOrderMark(byte[] body) {
        if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
            return StandardCharsets.UTF_8;
        }
        if (startsWith(body, 0xFF, 0xFE, 0, 0)) {
            return Charset.forName("UTF-32LE");
        }
        if (startsWith(body, 0, 0, 0xFE, 0xFF)) {
            return Charset.forName("UTF-32BE");
        }
        if (startsWith(body, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        return startsWith(body, 0xFE, 0xFF) ? StandardCharsets.UTF_16BE : unmarkedUtf16(body);
    }

    /** UTF-16 without a mark shows in the zero bytes of its spaces and line ends, all at even or all at odd places. */
    private static @Nullable Charset unmarkedUtf16(byte[] body) {
        int[] zeros = new int[2];
        int looked = Math.min(body.length, LOOKED_AT);
        for (int i = 0; i < looked; i++) {
            zeros[i & 1] += body[i] == 0 ? 1 : 0;
        }
        if (Math.max(zeros[0], zeros[1]) * 20 < looked || Math.min(zeros[0], zeros[1]) * 50 > looked) {
            return null;
        }
        return zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    private static boolean startsWith(byte[] body, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= body.length || (body[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String strictly(byte[] body, Charset charset) {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(body)).toString();
        } catch (CharacterCodingException other) {
            return null;
        }
    }

    private static @Nullable Charset declared(@Nullable String type) {
        String label = "charset=";
        int at = type == null ? -1 : type.toLowerCase(Locale.ROOT).indexOf(label);
        if (type == null || at < 0) {
            return null;
        }
        String value = type.substring(at + label.length());
        int end = value.indexOf(';');
        return named(
                (end < 0 ? value : value.substring(0, end)).replace('"', ' ').strip());
    }

    private static @Nullable Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return null;
        }
    }

    private static Charset detected(byte[] body) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(body, 0, Math.min(body.length, LOOKED_AT));
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        Charset charset = name == null ? null : named(name);
        return charset == null ? FALLBACK : charset;
    }

    private static Decoded decoded(byte[] body, Charset charset) {
        String text = new String(body, charset);
        boolean marked = !text.isEmpty() && text.charAt(0) == '\uFEFF';
        return new Decoded(marked ? text.substring(1) : text, charset.name());
    }
}
