package dev.colophon.extract.title;

import dev.colophon.extract.page.TextMatch;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * What a heading's elements cut off it: of {@code <h1><span>Report</span>Rain in Dhaka</h1>} the words before and behind
 * the end of {@code Report}. A kicker that a mark parts from the title stays in it.
 */
final class HeadingCuts {
    /** Less of a heading than this is no title of its own. */
    private static final int SHORTEST = 12;

    /** What may stand between a kicker and its title. */
    private static final String MARKS = " :|/-–—·•";

    private static final int LONGEST = 2_000;
    private static final int MOST = 24;

    /**
     * The parts as they are printed, by what they are {@linkplain TextMatch#fold folded}; of those that say the same
     * the first.
     */
    private final Map<String, String> parts = new HashMap<>();

    private HeadingCuts(String text, List<Integer> places) {
        for (int place : places) {
            add(text.substring(0, place), Spaces::collapse);
            if (isUnmarked(text, place)) {
                add(text.substring(place), part -> withoutMarks(Spaces.collapse(part)));
            }
        }
    }

    private void add(String part, UnaryOperator<String> printed) {
        String folded = TextMatch.fold(part);
        if (folded.length() >= SHORTEST) {
            parts.computeIfAbsent(folded, unseen -> printed.apply(part));
        }
    }

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
        return new HeadingCuts(text.toString(), places);
    }

    /** What stands before a cut, or behind one where no mark parts the words, and says the same; empty where nothing does. */
    String part(String folded) {
        return parts.getOrDefault(folded, "");
    }

    private static String withoutMarks(String title) {
        int start = 0;
        while (start < title.length() && MARKS.indexOf(title.charAt(start)) >= 0) {
            start++;
        }
        return title.substring(start);
    }

    /** Whether styles alone part the words at the cut: nothing stands between them but space, or not even that. */
    private static boolean isUnmarked(String text, int place) {
        if (place == 0 || place + 1 >= text.length()) {
            return false;
        }
        String before = text.substring(0, place).strip();
        boolean word = !before.isEmpty() && TextMatch.isWord(before.codePointBefore(before.length()));
        return word || (!Spaces.isSpace(text.charAt(place - 1)) && !Spaces.isSpace(text.charAt(place + 1)));
    }
}
