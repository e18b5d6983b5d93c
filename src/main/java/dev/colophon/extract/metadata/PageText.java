package dev.colophon.extract.metadata;

import com.google.common.base.Splitter;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import dev.colophon.text.Scripts;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/** The visible words of elements and attribute values. */
final class PageText {
    private static final int LONGEST_NAME = 12;
    private static final int MAX_KEYWORDS = 100;
    /** Two words may be a name: those of Japanese people have a space. */
    private static final int FEWEST_SPACED = 3;

    private static final int LONGEST_LABEL = 10;

    private static final String SEPARATORS = ",;،、，；|";

    private PageText() {}

    /**
     * The visible text of an element: lines where blocks, {@code <br>}, a {@linkplain #seam seam} or classes of words of a
     * script without capitals part it, white space as it stands. Hidden text is left out.
     */
    static String lines(Element element) {
        StringBuilder out = new StringBuilder();
        element.traverse(new NodeVisitor() {
            /** Whether an element with a class and words has ended right before another one. */
            private boolean styled;
            /** Depth of the last text, or of the outermost element that has ended with it. */
            private int ended;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode text) {
                    if (!isHidden(node.parent())) {
                        String shown = text.getWholeText();
                        String seam = seam(out, shown);
                        boolean parted = styled && seam.isEmpty() && isPartedByStyle(out, shown, text.parent());
                        out.append(parted ? "\n" : seam).append(flat(shown));
                    }
                    styled = false;
                    ended = depth;
                } else if (node instanceof Element inner) {
                    out.append(inner.isBlock() || inner.nameIs("br") ? "\n" : "");
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element inner) {
                    out.append(inner.isBlock() ? "\n" : "");
                    styled |= depth < ended && inner.hasAttr("class");
                    ended = Math.min(ended, depth);
                }
            }
        });
        return out.toString();
    }

    /**
     * What parts two texts of neighbouring elements that only the style sheet keeps apart: a line break between a small
     * letter, a digit or a closing bracket and a capital, as in {@code <b>Ann Lee</b><i>Reporter</i>}; a space between two
     * digits, as in {@code <b>Feb 18</b><i>2009</i>}, and before a label of a script without capitals, as in
     * {@code <i>来源：新华社</i><i>作者：王小明</i>} and {@code <i>王小明</i><i>发布于 2025-06-05</i>}; nothing otherwise.
     */
    static String seam(StringBuilder before, String after) {
        if (before.isEmpty() || after.isEmpty()) {
            return "";
        }
        int last = before.codePointBefore(before.length());
        int first = after.codePointAt(0);
        boolean dated = isWord(last) && DateLabels.begin(after);
        if ((UCharacter.isDigit(last) && UCharacter.isDigit(first)) || isLabel(after) || dated) {
            return " ";
        }
        boolean ends = last == ')' || UCharacter.isLowerCase(last) || UCharacter.isDigit(last);
        return ends && UCharacter.isUpperCase(first) ? "\n" : "";
    }

    /**
     * {@code <i class=role>প্রতিনিধি</i><i class=town>কুড়িগ্রাম</i>}: words of a script that has spaces and no capitals, in a class
     * each. A letter alone is how a word begins.
     */
    private static boolean isPartedByStyle(StringBuilder before, String after, @Nullable Node parent) {
        int size = before.length();
        return size > 1
                && after.length() > 1
                && parent instanceof Element element
                && element.hasAttr("class")
                && isSpacedWord(before.charAt(size - 1))
                && isSpacedWord(before.charAt(size - 2))
                && isSpacedWord(after.charAt(0))
                && isSpacedWord(after.charAt(1));
    }

    /** A letter of a script whose words are not split: those of Korean and Tibetan are by syllables, others have no spaces. */
    private static boolean isSpacedWord(char unit) {
        int script = UScript.getScript(unit);
        return isWord(unit) && !Scripts.isUnspaced(script) && script != UScript.HANGUL && script != UScript.TIBETAN;
    }

    /** Whether a text begins with a word or two in a script without capitals and a colon. */
    private static boolean isLabel(String text) {
        for (int i = 0; i < text.length() && i <= LONGEST_LABEL; i++) {
            char unit = text.charAt(i);
            if (unit == ':' || unit == '：') {
                return i > 1;
            }
            if (!isWord(unit) && unit != ' ') {
                return false;
            }
        }
        return false;
    }

    /** Letters of scripts without capitals, and the marks that belong to them. */
    private static boolean isWord(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.OTHER_LETTER
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static String flat(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }

    /** Whether the text right below an element is for machines. */
    static boolean isHidden(@Nullable Node parent) {
        return parent instanceof Element element
                && switch (element.normalName()) {
                    case "script", "style", "noscript", "template", "title" -> true;
                    default -> false;
                };
    }

    /**
     * Text without character references and tags, {@code "Tom &amp; <b>Ann</b>"} → {@code "Tom & Ann"}, and without those
     * that were escaped twice, {@code "Se&amp;aacute;n"} → {@code "Seán"}.
     */
    @SuppressWarnings("EscapedEntity") // the entity is the example
    static String plain(String text) {
        String once = decoded(text);
        String decoded = holdsLetter(once) ? decoded(once) : once;
        if (decoded.indexOf('<') < 0 || decoded.indexOf('>') < 0) {
            return decoded;
        }
        return lines(Jsoup.parse(brokenAtBlankLines(decoded)).body()).strip();
    }

    /** A text whose paragraphs blank lines part may have tags for links alone. */
    private static String brokenAtBlankLines(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int line = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', line)) {
            out.append(text, line, end).append(text.substring(line, end).isBlank() && line > 0 ? "<br>\n" : "\n");
            line = end + 1;
        }
        return out.append(text, line, text.length()).toString();
    }

    /** Whether a name of a letter is left: {@code &aacute;}, but not {@code &lt;}, which may be what the text is about. */
    private static boolean holdsLetter(String text) {
        for (int start = text.indexOf('&'); start >= 0; start = text.indexOf('&', start + 1)) {
            String head = text.substring(start, Math.min(text.length(), start + LONGEST_NAME + 1));
            int end = head.indexOf(';');
            String letter = end < 0 ? "" : Parser.unescapeEntities(head.substring(0, end + 1), false);
            if (!letter.isEmpty() && Character.isLetter(letter.charAt(0))) {
                return true;
            }
        }
        return false;
    }

    private static String decoded(String text) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    }

    /** The members of a list of keywords, parted by commas or their like in any script. */
    static List<String> keywords(String text) {
        List<String> keywords = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length() && keywords.size() < MAX_KEYWORDS; i++) {
            if (i == text.length() || SEPARATORS.indexOf(text.charAt(i)) >= 0) {
                String keyword = Spaces.collapse(text.substring(start, i));
                if (!keyword.isEmpty()) {
                    keywords.add(keyword);
                }
                start = i + 1;
            }
        }
        return keywords;
    }

    /** The same of keywords for search engines, which Chinese pages part by spaces. */
    static List<String> searchKeywords(String text) {
        boolean han = text.codePoints().allMatch(codePoint -> codePoint == ' ' || Character.isIdeographic(codePoint));
        List<String> words = Splitter.on(' ')
                .omitEmptyStrings()
                .splitToStream(han ? text : "")
                .limit(MAX_KEYWORDS)
                .toList();
        return words.size() < FEWEST_SPACED ? keywords(text) : words;
    }
}
