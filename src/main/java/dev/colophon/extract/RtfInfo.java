package dev.colophon.extract;

import com.ibm.icu.lang.UCharacter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one value of an RTF file's information group: {@code {\operator Jane Doe}}, {@code {\creatim\yr2018\mo5\dy6}}. */
final class RtfInfo {
    private static final int LOOKED_AT = 1 << 18;
    private static final int LONGEST = 1000;

    private final String rtf;
    private final Charset charset;
    private final StringBuilder out = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private int at;

    private RtfInfo(String rtf, int from) {
        this.rtf = rtf;
        this.at = from;
        this.charset = charset(rtf);
    }

    /** The value, decoded; empty where there is none. */
    static String value(byte[] body, String name) {
        String rtf = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        int info = rtf.indexOf("{\\info");
        String opening = "{\\" + name + " ";
        int start = info < 0 ? -1 : rtf.indexOf(opening, info);
        return start < 0 ? "" : new RtfInfo(rtf, start + opening.length()).read();
    }

    /**
     * A time as ISO 8601 with as much as is stated, which is never a zone: {@code 2018-05-06T10:30}; null where there is none
     * with a day.
     */
    static @Nullable String time(byte[] body, String name) {
        String rtf = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        int info = rtf.indexOf("{\\info");
        Matcher group = Pattern.compile("\\{\\s*\\\\" + name + "((?:\\s*\\\\[a-z]{2,3}\\d{1,4}){1,8})")
                .matcher(rtf);
        if (info < 0 || !group.find(info)) {
            return null;
        }
        int year = part(group.group(1), "yr");
        int month = part(group.group(1), "mo");
        int day = part(group.group(1), "dy");
        if (year < 1 || month < 1 || day < 1) {
            return null;
        }
        String date = String.format(Locale.ROOT, "%04d-%02d-%02d", year, month, day);
        int hour = part(group.group(1), "hr");
        int minute = part(group.group(1), "min");
        boolean clock = hour >= 0 && minute >= 0;
        return clock ? date + String.format(Locale.ROOT, "T%02d:%02d", hour, minute) : date;
    }

    /** The number of a part; -1 where it is not stated. */
    private static int part(String group, String name) {
        Matcher number = Pattern.compile("\\\\" + name + "(\\d+)").matcher(group);
        return number.find() ? Integer.parseInt(number.group(1)) : -1;
    }

    private static Charset charset(String rtf) {
        int page = rtf.indexOf("\\ansicpg");
        int digits = page + "\\ansicpg".length();
        try {
            return Charset.forName("Cp" + (page < 0 ? "1252" : rtf.substring(digits, numberEnd(rtf, digits))));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.ISO_8859_1;
        }
    }

    private static int numberEnd(String rtf, int from) {
        int end = from < rtf.length() && rtf.charAt(from) == '-' ? from + 1 : from;
        while (end < rtf.length() && end < from + 7 && rtf.charAt(end) >= '0' && rtf.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private String read() {
        while (at < rtf.length() && out.length() < LONGEST && rtf.charAt(at) != '}') {
            if (rtf.charAt(at) == '\\') {
                escape();
            } else if (rtf.charAt(at) == '\r' || rtf.charAt(at) == '\n' || rtf.charAt(at) == '{') {
                at++;
            } else {
                pending.write(rtf.charAt(at++));
            }
        }
        flush();
        return out.toString().strip();
    }

    private void escape() {
        if (rtf.startsWith("\\'", at) && at + 4 <= rtf.length()) {
            pending.write(UCharacter.digit(rtf.charAt(at + 2), 16) << 4 | UCharacter.digit(rtf.charAt(at + 3), 16));
            at += 4;
        } else if (rtf.startsWith("\\u", at) && numberEnd(rtf, at + 2) > at + 2) {
            unicode();
        } else if (at + 1 < rtf.length() && "\\{}".indexOf(rtf.charAt(at + 1)) >= 0) {
            pending.write(rtf.charAt(at + 1));
            at += 2;
        } else {
            skipWord();
        }
    }

    /** {@code \u8217?}: a UTF-16 unit as a signed number, and one character for readers that know no Unicode. */
    private void unicode() {
        int end = numberEnd(rtf, at + 2);
        String number = rtf.substring(at + 2, end);
        if (!number.equals("-")) {
            flush();
            out.append((char) Integer.parseInt(number));
        }
        at = end < rtf.length() && rtf.charAt(end) == ' ' ? end + 1 : end;
        if (rtf.startsWith("\\'", at)) {
            at = Math.min(at + 4, rtf.length());
        } else if (at < rtf.length() && "\\{}".indexOf(rtf.charAt(at)) < 0) {
            at++;
        }
    }

    private void skipWord() {
        at++;
        while (at < rtf.length() && (UCharacter.isLetter(rtf.charAt(at)) && rtf.charAt(at) < 0x80)) {
            at++;
        }
        at = numberEnd(rtf, at);
        at += at < rtf.length() && rtf.charAt(at) == ' ' ? 1 : 0;
    }

    private void flush() {
        out.append(pending.toString(charset));
        pending.reset();
    }
}
