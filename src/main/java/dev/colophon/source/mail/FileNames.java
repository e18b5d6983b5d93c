package dev.colophon.source.mail;

import dev.colophon.source.format.Rejects;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.jspecify.annotations.Nullable;

/**
 * File names in the fields of a mail's part: {@code attachment; filename="=?utf-8?Q?K=C3=A4se.pdf?="} (RFC 2047, as
 * mail programs write them), {@code filename*=utf-8''K%C3%A4se.pdf} and
 * {@code filename*0="long"; filename*1=" name.pdf"} (RFC 2231).
 */
final class FileNames {
    private static final int MOST_CHARS = 200;
    private static final int MOST_PIECES = 20;
    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*([\\w*-]{1,40})\\s*=\\s*(?:\"((?:[^\"\\\\]++|\\\\.){0,200}+)\"|([^\\s;]{1,4000}))");

    private FileNames() {}

    /** A parameter that is a file's name, its folders left out; null where the field has none. */
    static @Nullable String parameter(String field, String name) {
        Map<String, String> values = new HashMap<>();
        Matcher parameters = PARAMETER.matcher(field);
        while (parameters.find()) {
            String value = parameters.group(2) == null
                    ? parameters.group(3)
                    : parameters.group(2).replaceAll("\\\\(.)", "$1");
            values.putIfAbsent(parameters.group(1).toLowerCase(Locale.ROOT), value);
        }
        String extended = values.get(name + '*');
        String whole = extended == null ? pieces(values, name) : decoded(extended);
        String simple = values.get(name);
        String plain =
                whole == null && simple != null ? DecoderUtil.decodeEncodedWords(simple, DecodeMonitor.SILENT) : whole;
        return plain == null ? null : safe(plain);
    }

    private static @Nullable String pieces(Map<String, String> values, String name) {
        StringBuilder joined = new StringBuilder();
        boolean encoded = values.containsKey(name + "*0*");
        for (int i = 0; i < MOST_PIECES; i++) {
            String piece = values.getOrDefault(name + '*' + i + '*', values.get(name + '*' + i));
            if (piece == null) {
                break;
            }
            joined.append(piece);
        }
        return joined.isEmpty() ? null : encoded ? decoded(joined.toString()) : joined.toString();
    }

    /** {@code utf-8'en'K%C3%A4se.pdf} → {@code Käse.pdf}. */
    private static String decoded(String value) {
        String[] parts = value.split("'", 3);
        String text = parts.length == 3 ? parts[2] : value;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            int high = text.charAt(i) == '%' && i + 2 < text.length() ? hex(text.charAt(i + 1)) : -1;
            int low = high < 0 ? -1 : hex(text.charAt(i + 2));
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(charset(parts.length == 3 ? parts[0] : ""));
    }

    private static int hex(char digit) {
        return "0123456789abcdef".indexOf(digit < 'G' ? (char) (digit | 0x20) : digit);
    }

    private static Charset charset(String name) {
        try {
            return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static @Nullable String safe(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .strip();
        String printable = Rejects.printable(last.substring(0, Math.min(last.length(), MOST_CHARS)));
        return printable.isEmpty() || printable.equals(".") || printable.equals("..") ? null : printable;
    }
}
