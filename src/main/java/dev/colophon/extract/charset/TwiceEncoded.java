package dev.colophon.extract.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Undoes what happens to a page whose UTF-8 is taken for an encoding of one byte and written as UTF-8 again: {@code don’t}
 * becomes {@code donâ€™t}. HTTP clients do so that take a page for ISO 8859-1 where its header names no encoding, as RFC 2616
 * (3.7.1) had it.
 *
 * <p>A page is such a one where each of its characters beyond ASCII belongs to a sequence that is UTF-8 when taken back. In
 * other pages, into which such text was pasted, only those sequences are taken back that nobody writes but to show them: those
 * with a control character of ISO 6429 (U+0080 to U+009F), and the beginnings of punctuation and of emoji.
 */
final class TwiceEncoded {
    private static final List<TwiceEncoded> READINGS =
            List.of(new TwiceEncoded("windows-1252", 0x80), new TwiceEncoded("windows-1251", 0x100));

    /** Beyond the last character that an encoding of one byte has: the trade mark sign. */
    private static final int END = '™' + 1;

    private static final String PUNCTUATION = "â€";
    private static final String EMOJI = "ðŸ";
    private static final int LONGEST = 4;
    /** Different sequences that nobody writes by chance. */
    private static final int ENOUGH = 3;

    /** Of each character the byte that it was read from, 0 for none. */
    private final byte[] bytes = new byte[END];

    /** @param latin from where on ISO 8859-1 is understood too, which clients mean as often as windows-1252 */
    private TwiceEncoded(String charset, int latin) {
        for (int unit = latin; unit < 0x100; unit++) {
            bytes[unit] = (byte) unit;
        }
        Charset read = Charset.forName(charset);
        for (int value = 0x80; value < 0x100; value++) {
            char unit = new String(new byte[] {(byte) value}, read).charAt(0);
            if (unit < END) {
                bytes[unit] = (byte) value;
            }
        }
    }

    /**
     * Takes back what was encoded twice.
     *
     * @param text of a page in UTF-8
     * @return the same text where nothing was
     */
    static String decode(String text) {
        for (TwiceEncoded reading : READINGS) {
            if (reading.isWhole(text)) {
                return reading.takeBack(text, false);
            }
        }
        return hasNobodys(text) ? READINGS.get(0).takeBack(text, true) : text;
    }

    /**
     * Takes back what was encoded twice in a text of nothing but ASCII, which writes such characters as numbers:
     * {@code &#226;&#128;&#153;}. That is how XML libraries write a page down that they were given so.
     *
     * @return the same text where nothing was
     */
    static String resolve(String ascii) {
        int at = ascii.indexOf("&#");
        if (at < 0) {
            return ascii;
        }
        StringBuilder out = new StringBuilder(ascii.length());
        int done = 0;
        for (; at >= 0; at = ascii.indexOf("&#", at + 2)) {
            int end = at + 2;
            int number = 0;
            while (end < ascii.length() && end < at + 5 && ascii.charAt(end) >= '0' && ascii.charAt(end) <= '9') {
                number = number * 10 + ascii.charAt(end++) - '0';
            }
            if (number >= 0x80 && number < 0x100 && end < ascii.length() && ascii.charAt(end) == ';') {
                out.append(ascii, done, at).append((char) number);
                done = end + 1;
            }
        }
        String resolved = out.append(ascii, done, ascii.length()).toString();
        return READINGS.get(0).isWhole(resolved) ? READINGS.get(0).takeBack(resolved, false) : ascii;
    }

    /**
     * Whether all characters beyond ASCII belong to such sequences: to several, or to those of Western letters and
     * punctuation. A single {@code É®} or {@code ß…} may be what it looks like.
     */
    private boolean isWhole(String text) {
        Set<String> found = new HashSet<>();
        boolean western = true;
        for (int at = 0; at < text.length(); ) {
            int length = text.charAt(at) < 0x80 ? 1 : sequence(text, at);
            if (length == 0) {
                return false;
            }
            if (length > 1 && found.size() < ENOUGH) {
                found.add(text.substring(at, at + length));
                western &= isWestern(text, at);
            }
            at += length;
        }
        return found.size() >= ENOUGH || (western && !found.isEmpty());
    }

    private static boolean isWestern(String text, int at) {
        return "ÂÃ".indexOf(text.charAt(at)) >= 0
                || text.startsWith(PUNCTUATION, at)
                || text.startsWith(EMOJI, at)
                || text.startsWith("\u00e2\u0080", at)
                || text.startsWith("\u00f0\u009f", at);
    }

    private String takeBack(String text, boolean strict) {
        StringBuilder out = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int length = text.charAt(at) < 0x80 ? 1 : sequence(text, at);
            if (length > 1 && (!strict || isNobodys(text, at, length))) {
                out.append(new String(bytesAt(text, at), 0, length, StandardCharsets.UTF_8));
                at += length;
            } else {
                out.append(text.charAt(at++));
            }
        }
        return out.toString();
    }

    private static boolean hasNobodys(String text) {
        return text.contains(PUNCTUATION) || text.contains(EMOJI) || hasControl(text, 0, text.length());
    }

    private static boolean isNobodys(String text, int at, int length) {
        return text.startsWith(PUNCTUATION, at) || text.startsWith(EMOJI, at) || hasControl(text, at, at + length);
    }

    private static boolean hasControl(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) >= 0x80 && text.charAt(i) < 0xA0) {
                return true;
            }
        }
        return false;
    }

    /** Length of the sequence at {@code at}; 0 where there is none. */
    private int sequence(String text, int at) {
        return Utf8Check.sequence(bytesAt(text, at), 0);
    }

    private byte[] bytesAt(String text, int at) {
        byte[] found = new byte[LONGEST];
        for (int i = 0; i < LONGEST && at + i < text.length(); i++) {
            char unit = text.charAt(at + i);
            found[i] = unit < END ? bytes[unit] : 0;
        }
        return found;
    }
}
