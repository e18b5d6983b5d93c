package dev.colophon.extract.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding that the start of a page declares, before it is parsed, as the HTML standard's "prescan a byte stream
 * to determine its encoding" does. It looks further than the standard's 1,024 bytes, since pages put scripts first, and
 * at the XML declaration of XHTML.
 */
final class MetaPrescan {
    private static final int LIMIT = 16_384;

    private final String head;
    private int at;

    private MetaPrescan(String head) {
        this.head = head;
    }

    /** The declared encoding; null where none is declared or nobody knows it. */
    static @Nullable Charset find(byte[] body) {
        int length = Math.min(body.length, LIMIT);
        return new MetaPrescan(new String(body, 0, length, StandardCharsets.ISO_8859_1)).scan();
    }

    private @Nullable Charset scan() {
        Charset found = xmlDeclaration();
        while (found == null) {
            at = head.indexOf('<', at);
            if (at < 0) {
                return null;
            }
            found = tag();
        }
        return asBytes(found);
    }

    /** A page that was read as bytes cannot be in UTF-16, and x-user-defined is windows-1252. */
    private static Charset asBytes(Charset declared) {
        return declared.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : declared;
    }

    private @Nullable Charset xmlDeclaration() {
        if (!head.startsWith("<?xml")) {
            return null;
        }
        int end = head.indexOf("?>");
        int encoding = end < 0 ? -1 : head.substring(0, end).indexOf("encoding");
        if (encoding < 0) {
            return null;
        }
        String[] parts = head.substring(encoding, end).split("[\"']", 3);
        return parts.length < 2 ? null : CharsetLabels.find(parts[1]);
    }

    private @Nullable Charset tag() {
        if (head.startsWith("<!--", at)) {
            int end = head.indexOf("-->", at + 2);
            at = end < 0 ? head.length() : end + 3;
            return null;
        }
        boolean meta = head.regionMatches(true, at + 1, "meta", 0, 4)
                && at + 5 < head.length()
                && (isSpace(head.charAt(at + 5)) || head.charAt(at + 5) == '/');
        if (meta) {
            at += 5;
            return metaTag();
        }
        at++;
        return null;
    }

    private @Nullable Charset metaTag() {
        String charset = null;
        String content = null;
        boolean contentType = false;
        for (String[] attribute = attribute(); attribute.length > 0; attribute = attribute()) {
            switch (attribute[0]) {
                case "charset" -> charset = charset == null ? attribute[1] : charset;
                case "content" -> content = content == null ? CharsetLabels.parameter(attribute[1]) : content;
                case "http-equiv" -> contentType |= attribute[1].equalsIgnoreCase("content-type");
                default -> {}
            }
        }
        if (charset != null) {
            return CharsetLabels.find(charset);
        }
        return contentType ? CharsetLabels.find(content) : null;
    }

    /** The next attribute as lower-case name and value; an empty array at the tag's end. */
    private String[] attribute() {
        while (at < head.length() && (isSpace(head.charAt(at)) || head.charAt(at) == '/')) {
            at++;
        }
        if (at >= head.length() || head.charAt(at) == '>') {
            return new String[0];
        }
        int start = at++;
        while (at < head.length() && "= />\t\n\f\r".indexOf(head.charAt(at)) < 0) {
            at++;
        }
        String name = head.substring(start, at).toLowerCase(Locale.ROOT);
        skipSpaces();
        if (at >= head.length() || head.charAt(at) != '=') {
            return new String[] {name, ""};
        }
        at++;
        skipSpaces();
        return new String[] {name, value()};
    }

    private String value() {
        if (at >= head.length()) {
            return "";
        }
        char quote = head.charAt(at);
        if (quote == '"' || quote == '\'') {
            int end = head.indexOf(quote, at + 1);
            String value = head.substring(at + 1, end < 0 ? head.length() : end);
            at = end < 0 ? head.length() : end + 1;
            return value;
        }
        int start = at;
        while (at < head.length() && !isSpace(head.charAt(at)) && head.charAt(at) != '>') {
            at++;
        }
        return head.substring(start, at);
    }

    private void skipSpaces() {
        while (at < head.length() && isSpace(head.charAt(at))) {
            at++;
        }
    }

    private static boolean isSpace(char unit) {
        return unit == ' ' || unit == '\t' || unit == '\n' || unit == '\f' || unit == '\r';
    }
}
