package dev.colophon.date;

import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Publisher;
import dev.colophon.text.WordLists;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a page comes from, as far as its context tells. */
final class Countries {
    /** Country domains that are used all over the world for other reasons. */
    private static final Set<String> GENERIC = Set.copyOf(WordLists.lines(Countries.class, "generic-domains.txt"));

    /** By which registries part their domains, as the Public Suffix List (publicsuffix.org) has them. */
    private static final Set<String> KINDS =
            Set.of("com", "net", "org", "edu", "gov", "gob", "gouv", "mil", "nom", "co", "ac");

    /** Languages other than English with their countries, as the CLDR has locales of them: {@code hy-AM}. */
    private static final Set<String> SPOKEN = Arrays.stream(ULocale.getAvailableLocales())
            .filter(locale -> !locale.getLanguage().equals("en"))
            .map(locale -> locale.getLanguage() + "-" + locale.getCountry())
            .collect(Collectors.toUnmodifiableSet());

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
            country = ofHost(context.host(), languageTag);
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
        return context.host() == null ? null : ofHost(context.host(), context.language());
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

    private static @Nullable String ofHost(String host, @Nullable String languageTag) {
        String top = host.substring(host.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String country = top.equals("uk") ? "GB" : top.toUpperCase(Locale.ROOT);
        boolean generic = GENERIC.contains(top)
                && !isOfCountrysOwn(host)
                && !SPOKEN.contains(language(languageTag) + "-" + country);
        return generic || !COUNTRIES.contains(country) ? null : country;
    }

    /** {@code eltiempo.com.co}: what a registry parts by kinds of owners is bought at home. */
    private static boolean isOfCountrysOwn(String host) {
        String[] labels = host.split("\\.", -1);
        return labels.length > 2 && KINDS.contains(labels[labels.length - 2].toLowerCase(Locale.ROOT));
    }
}
