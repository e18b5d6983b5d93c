package dev.colophon.extract.page;

import dev.colophon.text.WordLists;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Class names by which style sheets hide an element from sight. Those that hide what runs over, or hide on some screens only,
 * hide nothing: {@code overflow-hidden}, {@code md:hidden}, {@code hidden sm:inline}.
 */
final class HidingClasses {
    private static final Set<String> HIDING = new HashSet<>();
    private static final Set<String> DISPLAYS = new HashSet<>();

    static {
        for (String line : WordLists.lines(HidingClasses.class, "hiding-classes.tsv")) {
            int tab = line.indexOf('\t');
            (line.startsWith("hides\t") ? HIDING : DISPLAYS).add(line.substring(tab + 1));
        }
    }

    private HidingClasses() {}

    /** Whether an element of these classes is hidden on every screen. */
    static boolean areIn(String classes) {
        boolean hidden = false;
        StringTokenizer names = new StringTokenizer(classes.toLowerCase(Locale.ROOT), " \t\n\f\r");
        while (names.hasMoreTokens()) {
            String name = names.nextToken();
            if (isShownSomewhere(name)) {
                return false;
            }
            hidden |= HIDING.contains(name);
        }
        return hidden;
    }

    /** {@code sm:inline}, {@code d-md-block}, {@code md:not-sr-only}: a way to display it behind the size of a screen. */
    private static boolean isShownSomewhere(String name) {
        int display = 0;
        for (int i = 1; i < name.length() - 1; i++) {
            display = name.charAt(i) == ':' || (name.charAt(i) == '-' && display == 0 && name.startsWith("d-") && i > 1)
                    ? i + 1
                    : display;
        }
        return display > 0 && DISPLAYS.contains(name.substring(display));
    }
}
