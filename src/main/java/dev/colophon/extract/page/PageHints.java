package dev.colophon.extract.page;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a page's head says that helps to tell its text from the rest.
 *
 * @param address where it was found; null where that is unknown
 * @param types what it says that it is; may be empty
 * @param headline the heading that shows the title; null where none does
 * @param titles what the page may be called; may be empty
 * @param description the summary that the head states; null where it states none
 */
public record PageHints(
        @Nullable String address,
        Set<PageType> types,
        @Nullable PageBlock headline,
        List<String> titles,
        @Nullable String description) {
    public PageHints {
        types = Set.copyOf(types);
        titles = List.copyOf(titles);
    }
}
