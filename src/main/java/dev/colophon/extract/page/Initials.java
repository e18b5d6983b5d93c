package dev.colophon.extract.page;

import com.google.common.base.Ascii;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import dev.colophon.text.WordLists;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The letters that are set large before a text and in an element of their own: {@code <div>A</div><p>nother day}. */
final class Initials {
    /** Names of elements, and words of classes and ids behind a full stop. */
    private static final Set<String> NO_INITIALS = Set.copyOf(WordLists.lines(Initials.class, "no-initials.txt"));

    private static final int ELSEWHERE =
            Trait.FRAME | Trait.TAGS.bit() | Trait.BYLINE.bit() | Trait.MESSAGE.bit() | Trait.SIGNATURE.bit();

    private static final String HYPHENS = "-\u2010\u2011";

    private Initials() {}

    /** The letter that a text lacks at its beginning and that stands right before it; empty where there is none. */
    static String before(PageOutline page, PageBlock text) {
        if (text.index() == 0 || !isCut(text.text())) {
            return "";
        }
        PageBlock before = page.blocks().get(text.index() - 1);
        String letter = before.text();
        boolean initial = letter.length() == 1
                && UCharacter.isUpperCase(letter.charAt(0))
                && before.linkWeight() == 0
                && isBeside(before, text.area())
                && !isElsewhere(before.area());
        return initial ? letter : "";
    }

    /** Whether a text begins in the middle of a word: no {@code iPhone}, no {@code al-Qaida}. */
    private static boolean isCut(String text) {
        int end = 0;
        while (end < text.length() && UCharacter.isLetter(text.charAt(end))) {
            end++;
        }
        String word = text.substring(0, end);
        return !word.isEmpty()
                && word.equals(UCharacter.toLowerCase(ULocale.ROOT, word))
                && (end == text.length() || HYPHENS.indexOf(text.charAt(end)) < 0);
    }

    /** Whether one area follows the other in the same element, or holds it behind the letter alone. */
    private static boolean isBeside(PageBlock letter, Area text) {
        Area area = letter.area();
        boolean alone = area.end() == area.first() + 1 && area.parent() == text.parent();
        return alone || (area == text.parent() && area.first() == letter.index());
    }

    private static boolean isElsewhere(Area letter) {
        for (Area at = letter; at != null; at = at.parent()) {
            if ((at.traits() & ELSEWHERE) != 0 || NO_INITIALS.contains(at.tag()) || isNamedSo(at.element())) {
                return true;
            }
        }
        boolean alone = letter.end() == letter.first() + 1;
        return alone
                && letter.element().stream()
                        .anyMatch(inner -> NO_INITIALS.contains(inner.normalName()) || isNamedSo(inner));
    }

    private static boolean isNamedSo(Element element) {
        String names = Ascii.toLowerCase(element.className() + ' ' + element.id());
        int start = 0;
        for (int i = 0; i <= names.length(); i++) {
            if (i == names.length() || !Ascii.isLowerCase(names.charAt(i))) {
                if (i > start && NO_INITIALS.contains("." + names.substring(start, i))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }
}
