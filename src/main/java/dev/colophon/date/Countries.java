package dev.colophon.date;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Publisher;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a page comes from, as far as its context tells. */
final class Countries {
    /** Country domains that are used all over the world for other reasons. */
    private static final Set<String> GENERIC = Set.of(
            "AC", "AI", "AM", "CC", "CO", "EU", "FM", "GG", "IO", "LY", "ME", "NU", "SH", "ST", "TO", "TV", "WS");

    private static final Set<String> COUNTRIES = Set.of(ULocale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(ULocale.getISOLanguages());

    private Countries() {}

    /** The primary language of a tag; null where there is none. */
    static @Nullable String language(@Nullable String tag) {
        if (tag == null) {
            return null;
        }
        String language = ULocale.forLanguageTag(tag.replace('_', '-')).getLanguage();
        return language.isEmpty() ? null : language;
    }

    /** The country of the publisher's zone, of the domain, else of the language tag; null where none tells. */
    static @Nullable String of(DocumentContext context, @Nullable String languageTag) {
        String country = ofZone(context.publisher());
        if (country == null && context.host() != null) {
            country = ofHost(context.host());
        }
        if (country == null && context.url() != null) {
            country = ofPath(context.url());
        }
        if (country == null && languageTag != null) {
            String region =
                    ULocale.forLanguageTag(languageTag.replace('_', '-')).getCountry();
            country = region.length() == 2 ? region : null;
        }
        return country;
    }

    /** The country of the domain; null where it tells none. */
    static @Nullable String ofDomain(DocumentContext context) {
        return context.host() == null ? null : ofHost(context.host());
    }

    /** The country of an edition, which the address begins with: {@code /en-gb/news/…}. */
    private static @Nullable String ofPath(String url) {
        int scheme = url.indexOf("://");
        int start = url.indexOf('/', scheme < 0 ? 0 : scheme + 3) + 1;
        int end = start + "en-gb".length();
        boolean shape = start > 0
                && end < url.length()
                && url.charAt(end) == '/'
                && (url.charAt(start + 2) == '-' || url.charAt(start + 2) == '_');
        String tag = shape ? url.substring(start, end).replace('_', '-') : "";
        String country = ULocale.forLanguageTag(tag).getCountry();
        return LANGUAGES.contains(ULocale.forLanguageTag(tag).getLanguage()) && COUNTRIES.contains(country)
                ? country
                : null;
    }

    private static @Nullable String ofZone(@Nullable Publisher publisher) {
        if (publisher == null || publisher.zone() == null) {
            return null;
        }
        try {
            String region = TimeZone.getRegion(publisher.zone());
            return region.length() == 2 ? region : null;
        } catch (IllegalArgumentException unknownZone) {
            return null;
        }
    }

    private static @Nullable String ofHost(String host) {
        String top = host.substring(host.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        if (top.length() != 2 || GENERIC.contains(top) || top.charAt(0) > 'Z' || top.charAt(0) < 'A') {
            return null;
        }
        return top.equals("UK") ? "GB" : top;
    }
}
