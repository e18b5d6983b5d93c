package dev.colophon.extract.title;

import dev.colophon.extract.page.TextMatch;
import java.util.HashSet;
import java.util.Set;

/** Takes off a title what a system puts there of its own accord: {@code View topic - }, {@code Powered by Discuz!}. */
final class SystemWords {
    private static final Set<String> PARTS = new HashSet<>();
    private static final Set<String> BEFORE = new HashSet<>();

    static {
        for (String line : Resources.lines("system-words.txt")) {
            (line.endsWith(":") ? BEFORE : PARTS).add(TextMatch.fold(line));
        }
    }

    private SystemWords() {}

    /** The title's parts behind a system's words, or before them where they stand last; all where there are none. */
    static TitleParts without(TitleParts parts) {
        for (int i = parts.size() - 1; i >= 0 && parts.size() > 1; i--) {
            if (PARTS.contains(TextMatch.fold(parts.parts().get(i).text()))) {
                boolean last = i + 1 == parts.size();
                return TitleParts.of(last ? parts.join(0, i) : parts.join(i + 1, parts.size()));
            }
        }
        return parts;
    }

    /** What stands behind such a word and a colon; the whole where none stands first. */
    static String behind(String heading) {
        int colon = heading.indexOf(':');
        boolean word = colon > 0 && BEFORE.contains(TextMatch.fold(heading.substring(0, colon)));
        return word ? heading.substring(colon + 1).strip() : heading;
    }
}
