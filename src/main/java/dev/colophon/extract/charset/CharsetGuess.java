package dev.colophon.extract.charset;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import dev.colophon.text.Scripts;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Decodes bytes that are not UTF-8: as declared where that explains them; else, where Mozilla's detector sees one of the
 * encodings of East Asia, as it says; else as ICU's says, which tells the encodings of one byte apart by the letter triples
 * of more languages (Mozilla's takes Arabic for Cyrillic); else as windows-1252, which the web falls back to.
 */
final class CharsetGuess {
    static final Charset FALLBACK = Charset.forName("windows-1252");
    /** Enough for the detectors, and cheap. */
    private static final int SAMPLE = 131_072;
    /** Of ICU's 100: a text of a few words reaches it, markup with a stray byte does not. */
    private static final int LEAST_CONFIDENCE = 25;
    /** Bytes beyond ASCII below which ICU's statistics say nothing. */
    private static final int LEAST_EVIDENCE = 12;

    private static final int FIRST_NOT_ASCII = 0x80;

    private CharsetGuess() {}

    /** @param declared what header or head say; null where they say nothing, or UTF-8, which it is not */
    static DecodedText decode(byte[] body, @Nullable Charset declared) {
        if (declared == null) {
            return DecodedText.of(body, guess(body));
        }
        DecodedText stated = DecodedText.of(body, declared);
        int lost = lost(stated);
        if (lost * 20L <= beyondAscii(body)) {
            return FALLBACK.equals(declared) && isDense(body) ? unlessOfOtherLetters(body, stated) : stated;
        }
        DecodedText guessed = DecodedText.of(body, guess(body));
        return lost(guessed) < lost ? guessed : stated;
    }

    /** Whether most bytes beyond ASCII stand beside each other, as accents do not. */
    private static boolean isDense(byte[] body) {
        int beside = 0;
        int all = 0;
        for (int i = 0; i < body.length; i++) {
            boolean beyond = body[i] < 0;
            all += beyond ? 1 : 0;
            beside += beyond && ((i > 0 && body[i - 1] < 0) || (i + 1 < body.length && body[i + 1] < 0)) ? 1 : 0;
        }
        return all >= LEAST_EVIDENCE && beside * 2L > all;
    }

    /** What is stated, which every byte fits, unless the detectors see an encoding of other letters than Latin. */
    private static DecodedText unlessOfOtherLetters(byte[] body, DecodedText stated) {
        Charset found = guess(body);
        DecodedText guessed = DecodedText.of(body, found);
        String script = Scripts.dominant(guessed.text()
                .codePoints()
                .filter(point -> point >= FIRST_NOT_ASCII)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append));
        return lost(guessed) == 0 && script != null && !script.equals("Latn") ? guessed : stated;
    }

    private static int lost(DecodedText decoded) {
        return (int) decoded.text().chars().filter(unit -> unit == '\uFFFD').count();
    }

    private static int beyondAscii(byte[] body) {
        int count = 0;
        for (byte unit : body) {
            count += unit < 0 ? 1 : 0;
        }
        return count;
    }

    private static Charset guess(byte[] body) {
        byte[] sample = sample(body);
        Charset mozilla = mozilla(sample);
        if (mozilla != null && !ofOneByte(mozilla)) {
            return mozilla;
        }
        Charset icu = icu(sample);
        if (icu != null) {
            return icu;
        }
        return mozilla == null ? FALLBACK : mozilla;
    }

    /** Markup at the start tells nothing: the sample begins shortly before the first byte that does. */
    private static byte[] sample(byte[] body) {
        int start = 0;
        while (start < body.length && body[start] >= 0) {
            start++;
        }
        int from = Math.max(0, start - 1_024);
        return Arrays.copyOfRange(body, from, Math.min(body.length, from + SAMPLE));
    }

    static boolean ofOneByte(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() == 1;
    }

    private static @Nullable Charset mozilla(byte[] sample) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(sample);
        detector.dataEnd();
        return nonUnicode(detector.getDetectedCharset());
    }

    private static @Nullable Charset icu(byte[] sample) {
        if (beyondAscii(sample) < LEAST_EVIDENCE) {
            return null;
        }
        CharsetDetector detector = new CharsetDetector();
        detector.enableInputFilter(true);
        CharsetMatch match = detector.setText(sample).detect();
        if (match == null || match.getConfidence() < LEAST_CONFIDENCE) {
            return null;
        }
        return nonUnicode(match.getName());
    }

    private static @Nullable Charset nonUnicode(@Nullable String name) {
        Charset found = CharsetLabels.find(name);
        return found == null || found.name().startsWith("UTF-") ? null : found;
    }
}
