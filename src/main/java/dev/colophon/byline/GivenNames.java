package dev.colophon.byline;

import dev.colophon.text.NameFolding;
import dev.colophon.text.WordLists;
import java.util.HashSet;
import java.util.Set;

/** Given names of many languages, folded; read when first asked for. */
final class GivenNames {
    private static final Set<String> NAMES = read();

    private GivenNames() {}

    /** Whether the folded word, or a part of it before a hyphen, is a given name. */
    static boolean contains(String folded) {
        int space = folded.indexOf(' ');
        return NAMES.contains(space < 0 ? folded : folded.substring(0, space));
    }

    private static Set<String> read() {
        Set<String> names = new HashSet<>();
        for (String line : WordLists.lines(GivenNames.class, "given-names.txt")) {
            for (String name : line.substring(line.indexOf(" ; ") + 3).split(" \\| ", -1)) {
                names.add(NameFolding.fold(name));
            }
        }
        return names;
    }
}
