package dev.colophon.extract.script;

import dev.colophon.extract.page.SpokenWords;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The article that a page holds as data of its scripts, for a browser to draw: the state that Next.js, Nuxt, Arc, Apollo
 * and others leave in it. Of all strings of one name in one script the longest prose is taken, where it speaks of what the
 * page is called; so notices about cookies, messages and teasers of other pages are not.
 */
public final class ScriptedText {
    /** Characters of all scripts that are read. */
    private static final int MOST_READ = 8_000_000;

    private static final int LONGEST = 300_000;
    /** Less is no article. */
    private static final int SHORTEST = 400;
    /** A shorter string without markup is no paragraph. */
    private static final int SHORTEST_PARAGRAPH = 25;

    private static final int FEWEST_WORDS = 4;
    /** The part of the words of what the page is called that its article uses. */
    private static final double SPOKEN_OF = 0.34;

    private final List<String> texts;
    private final String address;

    private ScriptedText(List<String> texts, String address) {
        this.texts = texts;
        this.address = address;
    }

    /**
     * The article in a page's scripts; null where they hold none.
     *
     * @param page the page; its scripts are read, nothing is changed
     * @param called what the page is called and how it is described
     */
    public static @Nullable ScriptedText of(Document page, List<String> called) {
        SpokenWords words = SpokenWords.of(called);
        List<String> best = words.isEmpty() ? List.of() : longest(page, words);
        return best.isEmpty() ? null : new ScriptedText(best, page.baseUri());
    }

    /** Its words, markup left out: to compare with, not to be shown. */
    public String words() {
        StringBuilder words = new StringBuilder();
        for (String text : texts) {
            boolean tag = false;
            for (int i = 0; i < text.length() && words.length() < LONGEST; i++) {
                char unit = text.charAt(i);
                tag = unit == '<' || (tag && unit != '>');
                words.append(tag || unit == '>' ? ' ' : unit);
            }
            words.append('\n');
        }
        return words.toString();
    }

    private static List<String> longest(Document page, SpokenWords words) {
        List<String> best = List.of();
        int longest = SHORTEST - 1;
        int read = 0;
        for (Element script : page.getElementsByTag("script")) {
            String code = script.data();
            read += code.length();
            if (script.hasAttr("src") || read > MOST_READ) {
                continue;
            }
            for (List<String> named : byName(code)) {
                int length = named.stream().mapToInt(String::length).sum();
                if (length > longest && words.shareIn(String.join(" ", named)) >= SPOKEN_OF) {
                    best = named;
                    longest = length;
                }
            }
        }
        return best;
    }

    /** The strings that are paragraphs, or hold some, together with those of the same name. */
    private static Iterable<List<String>> byName(String code) {
        Map<String, Set<String>> named = new LinkedHashMap<>();
        for (ScriptStrings.Value value : ScriptStrings.of(code)) {
            boolean markup = isMarkup(value.text());
            if (markup || (!value.key().isEmpty() && isProse(value.text()))) {
                named.computeIfAbsent(value.key(), key -> new LinkedHashSet<>()).add(value.text());
            }
        }
        return named.values().stream().map(List::copyOf).toList();
    }

    private static boolean isMarkup(String text) {
        return text.contains("</p>") || text.contains("<br>") || text.contains("<br/>") || text.contains("<br />");
    }

    /** Words between spaces that end as sentences do, or as many signs of a script without spaces. */
    private static boolean isProse(String text) {
        if (text.length() < SHORTEST_PARAGRAPH || text.startsWith("http") || text.indexOf('{') >= 0) {
            return false;
        }
        int spaces = 0;
        int unspaced = 0;
        for (int i = 0; i < text.length(); i++) {
            spaces += text.charAt(i) == ' ' ? 1 : 0;
            unspaced += SpokenWords.isUnspaced(text.charAt(i)) ? 1 : 0;
        }
        return spaces >= FEWEST_WORDS || 2 * unspaced > text.length();
    }

    /** A page that shows it. */
    public Document page() {
        Document page = Document.createShell(address);
        int length = 0;
        for (String text : texts) {
            length += text.length();
            if (length > LONGEST) {
                break;
            }
            if (text.indexOf('<') >= 0) {
                page.body().append("<div>" + text + "</div>");
            } else {
                paragraphs(text)
                        .forEach(paragraph -> page.body().appendElement("p").text(paragraph));
            }
        }
        return page;
    }

    private static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String tidy = Spaces.collapse(line);
            if (!tidy.isEmpty()) {
                paragraphs.add(tidy);
            }
        }
        return paragraphs;
    }
}
