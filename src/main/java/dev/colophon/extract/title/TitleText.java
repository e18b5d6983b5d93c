package dev.colophon.extract.title;

import dev.colophon.extract.page.TextMatch;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the site's name and section off a title: {@code Rain in Dhaka - The Daily | News} → {@code Rain in Dhaka}. */
final class TitleText {
    private static final int LONGEST_TAIL = 40;
    private static final int MOST_WORDS = 5;
    private static final int MOST_SECTION_WORDS = 3;
    private static final int MOST_PARTS = 8;

    private TitleText() {}

    /** The title without the parts at its end that are known to name the site. */
    static String withoutTail(TitleParts parts, SiteNames site) {
        int end = parts.size();
        while (end > 1 && site.match(parts.parts().get(end - 1).text())) {
            end--;
        }
        return parts.join(0, end);
    }

    /** The title without the parts at either end that are known to name the site. */
    private static String withoutKnown(TitleParts parts, SiteNames site) {
        TitleParts rest = TitleParts.of(withoutTail(parts, site));
        int from = 0;
        while (from + 1 < rest.size() && site.match(rest.parts().get(from).text())) {
            from++;
        }
        return rest.join(from, rest.size());
    }

    /** The title without the parts that are known to name the site, where there are some; empty where there are none. */
    static String withoutSite(String title, SiteNames site) {
        String known = withoutKnown(TitleParts.of(title), site);
        return known.length() < title.length() ? known : "";
    }

    /**
     * The title alone, where nothing but its shape may tell what names the site.
     *
     * @param title as it stands
     * @param site what the site is called
     * @param others what else the page is called, {@linkplain TextMatch#fold folded}: some of it may go without the site
     * @param whole what another title of the page is without the site that it names, folded: no shape cuts that
     */
    static String alone(String title, SiteNames site, Set<String> others, Set<String> whole) {
        TitleParts parts = SystemWords.without(TitleParts.of(title));
        if (parts.size() > 1 && whole.contains(TextMatch.fold(title))) {
            return title;
        }
        String agreed = agreed(parts, site, others);
        if (agreed != null) {
            return agreed;
        }
        TitleParts known = TitleParts.of(withoutKnown(parts, site));
        boolean tail =
                known.title().length() < parts.join(0, parts.size()).length() ? isSection(known, parts) : isTail(known);
        return tail ? known.join(0, known.size() - 1) : known.title();
    }

    /** Whether the last part stands between a title and the site's name, the same mark on either side. */
    private static boolean isSection(TitleParts rest, TitleParts whole) {
        int last = rest.size() - 1;
        if (last == 0 || whole.size() <= rest.size() || !whole.title().startsWith(rest.title())) {
            return false;
        }
        TitleParts.Part section = rest.parts().get(last);
        return section.mark().equals(whole.parts().get(last + 1).mark())
                && isTail(rest)
                && words(section.text()) <= MOST_SECTION_WORDS
                && section.text().length() * 3 <= rest.join(0, last).length();
    }

    /** The longest run of parts that another title consists of, rather at the beginning; null where there is none. */
    private static @Nullable String agreed(TitleParts parts, SiteNames site, Set<String> others) {
        for (int length = Math.min(parts.size() - 1, MOST_PARTS); length > 0; length--) {
            for (int from = 0; from + length <= parts.size(); from++) {
                String run = parts.join(from, from + length);
                // What stands behind may be a site's name as well as a title.
                boolean holds = from == 0 || run.length() * 2 > parts.title().length();
                if (holds && others.contains(TextMatch.fold(run)) && !site.match(run)) {
                    return run;
                }
            }
        }
        return null;
    }

    /** Whether the last part looks like a name beside a title. */
    private static boolean isTail(TitleParts parts) {
        if (parts.size() == 1) {
            return false;
        }
        TitleParts.Part last = parts.parts().get(parts.size() - 1);
        int head = parts.join(0, parts.size() - 1).length();
        return !last.mark().equals(":")
                && last.text().length() <= LONGEST_TAIL
                && last.text().length() * 2 <= head
                && last.text().codePoints().anyMatch(Character::isLetter)
                && words(last.text()) <= MOST_WORDS;
    }

    private static int words(String text) {
        return TextMatch.fold(text).split(" ", -1).length;
    }
}
