package dev.colophon.byline.people;

import com.ibm.icu.lang.UCharacter;
import dev.colophon.text.NameFolding;
import dev.colophon.text.NormalForm;
import java.util.ArrayList;
import java.util.List;

/** Tells names that differ in an accent that one of them leaves out from names with different accents. */
final class Accents {
    private static final String CEDILLA = "\u0327";
    private static final String COMMA_BELOW = "\u0326";

    private Accents() {}

    /**
     * Whether both have an accent on one letter, and not the same: {@code Trần Thị Hà} and {@code Trần Thị Hạ} are two people.
     * Romanian is written with cedillas for commas.
     */
    static boolean conflict(String one, String other) {
        List<String> first = marks(one);
        List<String> second = marks(other);
        for (int i = 0; first.size() == second.size() && i < first.size(); i++) {
            boolean both = !first.get(i).isEmpty() && !second.get(i).isEmpty();
            if (both && !first.get(i).equals(second.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** The marks behind each letter. */
    private static List<String> marks(String name) {
        List<String> marks = new ArrayList<>();
        String plain = NormalForm.NFD.of(name).replace(CEDILLA, COMMA_BELOW);
        for (int i = 0; i < plain.length(); ) {
            int point = plain.codePointAt(i);
            i += Character.charCount(point);
            if (UCharacter.isLetter(point)) {
                marks.add("");
            } else if (NameFolding.isMark(point) && !marks.isEmpty()) {
                int last = marks.size() - 1;
                marks.set(last, marks.get(last) + Character.toString(point));
            }
        }
        return marks;
    }
}
