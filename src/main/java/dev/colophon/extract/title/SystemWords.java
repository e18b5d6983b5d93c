package dev.colophon.extract.title;

import dev.colophon.extract.page.TextMatch;
import dev.colophon.text.WordLists;
import java.util.HashSet;
import java.util.Set;

/** Takes off a title what a system puts there of its own accord: {@code View topic - }, {@code Powered by Discuz!}. */
final class SystemWords {
    /** The title stands behind these. */
    private static final Set<String> FIRST = new HashSet<>();
    /** The title stands before these. */
    private static final Set<String> LAST = new HashSet<>();
    /** The title stands behind these and a colon. */
    private static final Set<String> LABELS = new HashSet<>();

    static {
        for (String line : WordLists.lines(SystemWords.class, "system-words.txt")) {
            (line.endsWith(":") ? LABELS : line.endsWith(">") ? FIRST : LAST).add(TextMatch.fold(line));
        }
    }

    private SystemWords() {}

    /** The title's parts behind a system's words, or before them; all where there are none. */
    static TitleParts without(TitleParts parts) {
        for (int i = parts.size() - 1; i >= 0 && parts.size() > 1; i--) {
            String part = TextMatch.fold(parts.parts().get(i).text());
            if (i + 1 < parts.size() && FIRST.contains(part)) {
                return TitleParts.of(parts.join(i + 1, parts.size()));
            }
            if (i > 0 && LAST.contains(part)) {
                return without(TitleParts.of(parts.join(0, i)));
            }
        }
        return parts;
    }

    /** What stands behind such a word and a colon; the whole where none stands first. */
    static String behind(String heading) {
        int colon = heading.indexOf(':');
        boolean label = colon > 0 && LABELS.contains(TextMatch.fold(heading.substring(0, colon)));
        String behind = label ? heading.substring(colon + 1).strip() : "";
        return behind.isEmpty() ? heading : behind;
    }
}
