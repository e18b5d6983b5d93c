package dev.colophon.extract.title;

import dev.colophon.extract.page.LeadingHeadings;
import dev.colophon.extract.page.LinkMarks;
import dev.colophon.extract.page.PageOutline;
import dev.colophon.extract.page.TextMatch;
import dev.colophon.text.Spaces;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lesser heading that a window's title names beside what the page is a part of: {@code Motivation (Stow)} above
 * {@code <h3>4.1 Motivation</h3>}, {@code Widget: Reference Manual} above {@code <h2>Widget</h2>}. Documents in many pages
 * are called so by the programs that make them, and no mark says which part of the title is whose.
 */
public final class TitleHeading {
    private static final int DEEPEST = 4;
    private static final int MOST_HEADINGS = 60;
    private static final int SHORTEST = 4;

    /** Longer ones are no titles, and have too many parts. */
    private static final int LONGEST = 1_000;

    /** Words that a heading may have beside what the title says: a number, {@code Class}, {@code Annotation Type}. */
    private static final int MORE_WORDS = 3;

    private TitleHeading() {}

    /**
     * What the heading says; null where none shows the title, or only a part of it on a page that
     * does not say that it is one of many.
     *
     * @param page the page
     * @param outline its blocks
     * @param title what the page's head calls it, without the site's name where that is known
     * @param site what its site is called, which is no page's title
     */
    public static @Nullable String of(Document page, PageOutline outline, String title, SiteNames site) {
        if (title.length() > LONGEST) {
            return null;
        }
        List<String> headings = LeadingHeadings.of(outline, DEEPEST).stream()
                .limit(MOST_HEADINGS)
                .map(block -> withoutMarks(Spaces.collapse(block.text())))
                .filter(heading -> !site.match(heading))
                .toList();
        String found = bracketed(title.strip(), headings);
        String heading = found == null ? part(title, headings) : found;
        return heading != null && (isWhole(heading, title) || ManyPages.isOne(page)) ? heading : null;
    }

    /** The heading that says what stands before the brackets that end the title, and little more. */
    private static @Nullable String bracketed(String title, List<String> headings) {
        int open = opening(title);
        String own = open <= 0 ? "" : TextMatch.fold(title.substring(0, open));
        if (own.length() < SHORTEST) {
            return null;
        }
        String found = headings.stream()
                .filter(heading -> says(TextMatch.fold(heading), own))
                .findFirst()
                .orElse(null);
        // A heading that is parted itself names other things too.
        return found == null || TitleParts.of(found).size() == 1
                ? found
                : title.substring(0, open).strip();
    }

    /** Whether a heading says all that stands before the brackets that end the title: {@code Best Books (77 books)}. */
    private static boolean isWhole(String heading, String title) {
        int open = opening(title.strip());
        return open > 0 && TextMatch.fold(title.strip().substring(0, open)).equals(TextMatch.fold(heading));
    }

    /** Where the brackets open that the title ends with; -1 where it ends otherwise. */
    private static int opening(String title) {
        int depth = 0;
        for (int i = title.length() - 1; i > 0 && title.endsWith(")"); i--) {
            char unit = title.charAt(i);
            depth += unit == ')' ? 1 : unit == '(' ? -1 : 0;
            if (depth == 0) {
                return title.charAt(i - 1) == ' ' ? i : -1;
            }
        }
        return -1;
    }

    private static boolean says(String heading, String own) {
        int at = (" " + heading + " ").indexOf(" " + own + " ");
        return at >= 0 && words(heading) - words(own) <= MORE_WORDS;
    }

    private static int words(String folded) {
        return (int) folded.chars().filter(unit -> unit == ' ').count() + 1;
    }

    /** The heading that says what the title says before or behind a mark. */
    private static @Nullable String part(String title, List<String> headings) {
        Set<String> named = parts(title);
        return headings.stream()
                .filter(heading -> named.contains(TextMatch.fold(heading)))
                .findFirst()
                .orElse(null);
    }

    /** What stands before and behind the marks that part a title, and its colons, folded. */
    private static Set<String> parts(String title) {
        TitleParts parts = TitleParts.of(title);
        Set<String> named = new HashSet<>();
        if (parts.size() == 2) {
            named.add(TextMatch.fold(parts.join(0, 1)));
            named.add(TextMatch.fold(parts.join(1, 2)));
        }
        for (int colon = title.indexOf(": "); colon > 0; colon = title.indexOf(": ", colon + 1)) {
            if (isName(title)) {
                named.add(TextMatch.fold(title.substring(0, colon)));
            }
            named.add(TextMatch.fold(title.substring(colon + 1)));
        }
        named.removeIf(part -> part.length() < SHORTEST);
        return named;
    }

    /** Whether a title ends as names do, with a capital or in a script without them: no {@code list: what it is good for}. */
    private static boolean isName(String title) {
        int last = title.strip().lastIndexOf(' ') + 1;
        return !Character.isLowerCase(title.strip().codePointAt(last));
    }

    private static String withoutMarks(String heading) {
        String text = LinkMarks.drop(heading);
        return text.endsWith(" #") ? text.substring(0, text.length() - 2).strip() : text;
    }
}
