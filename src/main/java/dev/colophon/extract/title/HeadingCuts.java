package dev.colophon.extract.title;

import dev.colophon.extract.page.TextMatch;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * A heading's words and where its elements cut them: {@code <h1><span>Report</span>Rain in Dhaka</h1>} is cut behind
 * {@code Report}.
 *
 * @param text the words, a space behind each element
 * @param places where an element begins or ends, in order
 */
record HeadingCuts(String text, List<Integer> places) {
    /** Less of a heading than this is no title of its own. */
    private static final int SHORTEST = 12;

    /** What may stand between a kicker and its title. */
    private static final String MARKS = " :|/-–—·•";

    private static final int LONGEST = 2_000;
    private static final int MOST = 24;

    static HeadingCuts of(Element heading) {
        StringBuilder text = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        heading.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words && text.length() < LONGEST) {
                    text.append(words.getWholeText());
                }
                cut(node);
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element && node != heading) {
                    cut(node);
                    text.append(' ');
                }
            }

            private void cut(Node node) {
                if (node instanceof Element && places.size() < MOST) {
                    places.add(text.length());
                }
            }
        });
        return new HeadingCuts(text.toString(), List.copyOf(places));
    }

    /**
     * What stands before a cut and says the same, or behind one where no mark parts the words; empty where nothing does. A
     * kicker that a mark parts from the title stays in it.
     *
     * @param wanted a title, {@linkplain TextMatch#fold folded}
     */
    String part(String wanted) {
        if (wanted.length() < SHORTEST) {
            return "";
        }
        for (int place : places) {
            if (TextMatch.fold(text.substring(0, place)).equals(wanted)) {
                return Spaces.collapse(text.substring(0, place));
            }
            if (isUnmarked(place) && TextMatch.fold(text.substring(place)).equals(wanted)) {
                return withoutMarks(Spaces.collapse(text.substring(place)));
            }
        }
        return "";
    }

    private static String withoutMarks(String title) {
        int start = 0;
        while (start < title.length() && MARKS.indexOf(title.charAt(start)) >= 0) {
            start++;
        }
        return title.substring(start);
    }

    /** Whether styles alone part the words at the cut: nothing stands between them but space, or not even that. */
    private boolean isUnmarked(int place) {
        if (place == 0 || place + 1 >= text.length()) {
            return false;
        }
        String before = text.substring(0, place).strip();
        boolean word = !before.isEmpty() && TextMatch.isWord(before.codePointBefore(before.length()));
        return word || (!Spaces.isSpace(text.charAt(place - 1)) && !Spaces.isSpace(text.charAt(place + 1)));
    }
}
