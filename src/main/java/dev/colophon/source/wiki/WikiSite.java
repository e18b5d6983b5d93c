package dev.colophon.source.wiki;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the beginning of a dump says of its wiki.
 *
 * @param name its name; null where it is not stated
 * @param pages address that pages' titles follow: {@code https://en.wikipedia.org/wiki/}; null where it is not stated
 * @param language its language's tag; null where it is not stated
 */
record WikiSite(
        @Nullable String name,
        @Nullable String pages,
        @Nullable String language) {
    /** Characters that MediaWiki leaves as they are, letters and digits aside. */
    private static final String PLAIN = "-_.~;@$!*(),/:";

    static WikiSite of(Map<String, String> head) {
        String base = head.get("base");
        return new WikiSite(
                head.get("sitename"),
                base == null || base.lastIndexOf('/') < 8 ? null : base.substring(0, base.lastIndexOf('/') + 1),
                head.getOrDefault("mediawiki@xml:lang", head.get("mediawiki@lang")));
    }

    /** The address of a page; null where the wiki's is not known. */
    @Nullable
    String address(String title) {
        if (pages == null) {
            return null;
        }
        StringBuilder address = new StringBuilder(pages);
        for (byte unit : title.replace(' ', '_').getBytes(StandardCharsets.UTF_8)) {
            boolean plain = unit > 0 && (Character.isLetterOrDigit(unit) || PLAIN.indexOf(unit) >= 0);
            if (plain) {
                address.append((char) unit);
            } else {
                address.append('%').append(HexFormat.of().withUpperCase().toHexDigits(unit));
            }
        }
        return address.toString();
    }
}
