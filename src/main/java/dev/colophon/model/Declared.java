package dev.colophon.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the record of a dump says of its document beside the document's own bytes, in the dump's words; nothing is
 * interpreted yet.
 *
 * @param headline title and description
 * @param language language tag or name as written; null where none is stated
 * @param siteName name of the publisher; null where none is stated
 * @param section the rubric; null where none is stated
 * @param tags keywords in order
 * @param imageUrl address of the leading image; null where none is stated
 * @param dates claims about dates; {@link DateClaim#order} counts from 0
 * @param names claims about people; {@link NameClaim#order} goes on after the dates
 */
public record Declared(
        Headline headline,
        @Nullable String language,
        @Nullable String siteName,
        @Nullable String section,
        List<String> tags,
        @Nullable String imageUrl,
        List<DateClaim> dates,
        List<NameClaim> names) {
    /** A record that says nothing but the document itself. */
    public static final Declared NOTHING =
            new Declared(Headline.NONE, null, null, null, List.of(), null, List.of(), List.of());

    public Declared {
        tags = List.copyOf(tags);
        dates = List.copyOf(dates);
        names = List.copyOf(names);
    }
}
