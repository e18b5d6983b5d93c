package dev.colophon.extract.metadata;

import com.google.common.base.Ascii;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import dev.colophon.text.WordLists;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Elements whose class or id names no writer though a word in it could: those that a program names after the heading or the
 * member of a programming language that stands in them.
 */
final class CodeNames {
    private static final int LONGEST = 200;
    /** So many words are a heading's wherever the text goes on behind them. */
    private static final int HEADING = 3;

    private static final List<Pattern> SIGNATURES = WordLists.lines(CodeNames.class, "code-signatures.txt").stream()
            .map(Pattern::compile)
            .toList();

    private CodeNames() {}

    /** Whether a text is a member's signature: {@code #each(&) : Nil}, {@code Editor::close()}. */
    static boolean isCode(String text) {
        return text.length() <= LONGEST
                && SIGNATURES.stream()
                        .anyMatch(signature -> signature.matcher(text).find());
    }

    /**
     * Whether the element's id or a class says what its text begins with, and nothing else in them says that it names a
     * writer: {@code <section id="contrib-scripts"><h3>Contrib Scripts</h3>}, but not {@code <p class="author
     * author-ann-lee">Ann Lee</p>}. A label repeats its class too, and goes on: {@code <p class="submitted-by">Submitted by
     * Ann Lee}.
     */
    static boolean repeats(Element element, String text) {
        Set<String> names = new LinkedHashSet<>(element.classNames());
        names.add(element.id());
        for (String name : names) {
            int own = repeated(name, text);
            if (own >= 0) {
                List<String> others = new ArrayList<>(names);
                others.remove(name);
                others.add(String.join("-", words(name).subList(0, own)));
                if (!MarkupWords.signs(String.join(" ", others)).isName()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The first of a name's words that the text begins with; -1 where it begins otherwise. */
    private static int repeated(String name, String text) {
        if (name.length() > LONGEST) {
            return -1;
        }
        List<String> words = words(name);
        if (words.size() > 1 && text.length() <= LONGEST && text.endsWith(name)) {
            return 0;
        }
        for (int from = 0; from + 1 < words.size(); from++) {
            int end = endOf(String.join("", words.subList(from, words.size())), text);
            boolean whole = end == text.length() || (end > 0 && !isLabel(text, end));
            if (end > 0 && (whole || words.size() - from >= HEADING)) {
                return from;
            }
        }
        return -1;
    }

    /** Whether what is before there introduces what follows on the same line. */
    private static boolean isLabel(String text, int end) {
        char next = text.charAt(end);
        return next == ' ' || next == ':' || next == '\uff1a';
    }

    /** Where the letters end with which the text begins, whatever stands between them; -1 where it begins otherwise. */
    private static int endOf(String letters, String text) {
        int found = 0;
        for (int i = 0; i < text.length() && found < letters.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isLetterOrDigit(unit)) {
                if (Character.toLowerCase(unit) != letters.charAt(found)) {
                    return -1;
                }
                found++;
                if (found == letters.length()) {
                    boolean ends = i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
                    return ends ? i + 1 : -1;
                }
            }
        }
        return -1;
    }

    /** The words in lower case: {@code setAuthor} is set, author. */
    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            boolean part = i < name.length() && Character.isLetterOrDigit(name.charAt(i));
            boolean hump =
                    part && i > start && Ascii.isUpperCase(name.charAt(i)) && Ascii.isLowerCase(name.charAt(i - 1));
            if ((!part || hump) && i > start) {
                words.add(UCharacter.toLowerCase(ULocale.ROOT, name.substring(start, i)));
            }
            start = part ? (hump ? i : start) : i + 1;
        }
        return words;
    }
}
