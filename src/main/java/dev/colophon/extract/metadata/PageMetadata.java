package dev.colophon.extract.metadata;

import dev.colophon.model.DateClaim;
import dev.colophon.model.NameClaim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an HTML page says of itself in structured data, meta tags and marked-up bylines.
 *
 * @param titles candidates for the title, the most trusted first: JSON-LD headline, og:title, …; without
 *     {@code <title>} and headings
 * @param kicker the words before the title that the page marks as such; null where it does not
 * @param description the summary; null where none is stated
 * @param language language tag as written ({@code html lang}, {@code og:locale}, JSON-LD inLanguage); null where none
 * @param siteName the site's name; null where none is stated
 * @param canonicalUrl absolute canonical address; null where none is stated
 * @param section the rubric; null where none is stated
 * @param tags keywords in order, without repeats
 * @param imageUrl the leading image; null where none is stated
 * @param articleBody the text as JSON-LD gives it; null where it does not. An anchor to compare with, not the text.
 * @param dates claims about dates, in reading order, head first
 * @param names claims about people, in reading order, head first
 */
public record PageMetadata(
        List<String> titles,
        @Nullable String kicker,
        @Nullable String description,
        @Nullable String language,
        @Nullable String siteName,
        @Nullable String canonicalUrl,
        @Nullable String section,
        List<String> tags,
        @Nullable String imageUrl,
        @Nullable String articleBody,
        List<DateClaim> dates,
        List<NameClaim> names) {
    public PageMetadata {
        titles = List.copyOf(titles);
        tags = List.copyOf(tags);
        dates = List.copyOf(dates);
        names = List.copyOf(names);
    }
}
