package dev.colophon.extract.title;

import dev.colophon.extract.page.SpokenWords;
import dev.colophon.extract.page.TextMatch;
import dev.colophon.text.Urls;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chooses between the heading that a page shows and what it says that it is called. */
public final class TitleChoice {
    /** Headings that agree less show something else than the page's title. Measured on labelled pages, by site. */
    private static final double AGREES = 0.45;
    /** How far the mark moves where the address's own words agree with one of them by so much more. */
    private static final double MARGIN = 0.2;

    private static final double FOR_STATED = 0.1;
    private static final double FOR_SHOWN = 0.25;

    /** The part of a heading's words that the text below it uses. */
    private static final double SPOKEN_OF = 0.34;

    /** A word or two may be any part's of the page. */
    private static final int SHORTEST_SPOKEN = 16;

    private TitleChoice() {}

    /**
     * The title: the heading, unless that shows something else.
     *
     * @param shown the heading's words
     * @param titles what the page says that it is called
     * @param address the page's address; null where unknown
     * @param hidden first-level headings that are not shown
     * @param text how the page's text begins
     */
    public static String of(
            String shown, StatedTitles titles, @Nullable String address, Collection<String> hidden, String text) {
        String best = titles.best(hidden);
        if (best == null || titles.site().match(best) || Placeholders.is(best)) {
            return shown;
        }
        double margin = TextMatch.similarity(slug(address), best) - TextMatch.similarity(slug(address), shown);
        if (speaksOnlyOf(shown, best, text)) {
            return shown;
        }
        boolean elsewhere = titles.site().match(shown) || (margin > MARGIN && titles.isBeside(shown, best));
        return !elsewhere && agrees(shown, titles.alone(List.of(shown)), slug(address)) ? shown : best;
    }

    /** Whether the text is about what the heading says, and uses no word of what the page says that it is called. */
    private static boolean speaksOnlyOf(String shown, String stated, String text) {
        SpokenWords said = SpokenWords.of(List.of(stated));
        return shown.length() >= SHORTEST_SPOKEN
                && !said.isEmpty()
                && said.shareIn(text) == 0
                && SpokenWords.of(List.of(shown)).shareIn(text) >= SPOKEN_OF;
    }

    /** Whether the heading is the page's title, though nothing says quite the same. */
    private static boolean agrees(String shown, Collection<String> stated, String slug) {
        double margin = likeness(slug, stated) - TextMatch.similarity(slug, shown);
        return likeness(shown, stated) >= AGREES + lean(margin);
    }

    private static double lean(double margin) {
        if (margin > MARGIN) {
            return FOR_STATED;
        }
        return margin < -MARGIN ? -FOR_SHOWN : 0;
    }

    private static double likeness(String text, Collection<String> titles) {
        return titles.stream()
                .mapToDouble(title -> TextMatch.similarity(text, title))
                .max()
                .orElse(0);
    }

    /** The longer of the address's last two steps; empty where there is none. */
    static String slug(@Nullable String address) {
        int scheme = address == null ? -1 : address.indexOf("://");
        int start = address == null || scheme < 0 ? -1 : address.indexOf('/', scheme + 3);
        if (address == null || start < 0) {
            return "";
        }
        String path = address.substring(start, Urls.endOfPath(address, start));
        String last = "";
        String before = "";
        for (String step : path.split("/", -1)) {
            if (!step.isEmpty()) {
                before = last;
                last = step;
            }
        }
        return before.length() > last.length() ? before : last;
    }
}
