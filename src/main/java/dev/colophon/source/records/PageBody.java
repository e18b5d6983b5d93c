package dev.colophon.source.records;

import dev.colophon.source.format.Rejects;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a record's page and their type.
 *
 * @param type its Content-Type; without a charset where the page itself has to tell it
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record PageBody(byte[] bytes, String type) {
    private static final String UTF_8 = "; charset=utf-8";
    private static final String HTML = "text/html";

    /**
     * The page that a field holds.
     *
     * @param usual the type of what such fields hold
     * @param stated the Content-Type that the record gives; null where it gives none
     * @param encoded whether the record says that the field holds Base64
     */
    static PageBody of(String content, String usual, @Nullable String stated, boolean encoded) {
        byte[] decoded = encoded ? Base64Text.decode(content) : Base64Text.decodePage(content);
        if (decoded == null) {
            String type = usual.equals(HTML) ? typeOf(content, stated) : usual;
            return new PageBody(Utf8.bytes(content), type + UTF_8);
        }
        String type = stated != null ? stated : encoded ? usual : HTML;
        return new PageBody(decoded, type);
    }

    /** What a field of HTML holds: pictures and scripts too where a browser's traffic was recorded. */
    private static String typeOf(String content, @Nullable String stated) {
        String base = stated == null ? HTML : base(stated);
        boolean markup = content.stripLeading().startsWith("<");
        boolean other = !base.contains("html") && (!markup || base.contains("xml"));
        return other ? base : HTML;
    }

    /** The value where it names a media type; null for others that stand under such a name. */
    static @Nullable String mediaType(@Nullable String value) {
        if (value == null) {
            return null;
        }
        int slash = value.indexOf('/');
        boolean type = slash > 0
                && slash < value.length() - 1
                && value.indexOf(' ') != slash + 1
                && value.substring(0, slash).chars().allMatch(unit -> unit < 0x80 && Character.isLetter(unit));
        return type ? Rejects.printable(value) : null;
    }

    /** The type without parameters, in lower case. */
    static String base(String type) {
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
