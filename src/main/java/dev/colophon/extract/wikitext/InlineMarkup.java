package dev.colophon.extract.wikitext;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The markup inside lines: comments, tags, templates, links, bold and italics. One pass; what is opened and never closed
 * stands as text.
 *
 * @see <a href="https://www.mediawiki.org/wiki/Help:Formatting">Help:Formatting</a>
 */
final class InlineMarkup {
    /** Tags whose content is no text of the page: https://www.mediawiki.org/wiki/Parser_extension_tags */
    private static final Set<String> WITHOUT_TEXT = Set.of(
            "ref",
            "references",
            "gallery",
            "math",
            "chem",
            "ce",
            "timeline",
            "score",
            "imagemap",
            "graph",
            "mapframe",
            "maplink",
            "templatestyles",
            "templatedata",
            "hiero",
            "inputbox",
            "categorytree",
            "style",
            "script");

    /** Tags whose content is text as it stands. */
    private static final Set<String> LITERAL = Set.of("nowiki", "pre", "syntaxhighlight", "source", "code");

    /** Elements that are paragraphs; their names end at a digit here, as those of headings do. */
    private static final Set<String> BLOCKS = Set.of(
            "p", "h", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "center", "hr", "table", "caption", "tr");

    private static final List<String> SCHEMES = List.of("http://", "https://", "//", "ftp://", "mailto:", "news:");
    private static final int LONGEST_TAG = 2_000;
    private static final int LONGEST_WORD = 40;
    private static final int MOST_BLANKS = 1_000;
    /** Deeper brackets are text: each level's end copies its content once. */
    private static final int DEEPEST = 40;

    /** What is open: a template or a link, and where its content begins in the output. */
    private record Open(boolean template, int start) {}

    private final String text;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<String> categories = new LinkedHashSet<>();
    private final ClosingTags closing;
    private int at;
    /** From the last bracket that was looked at to here, none closes. */
    private int bracketless;

    private int templates;

    InlineMarkup(String text) {
        this.text = text;
        this.closing = new ClosingTags(text);
    }

    List<String> categories() {
        return List.copyOf(categories);
    }

    /** The text without this markup; the lines are as they were. */
    String plain() {
        while (at < text.length()) {
            if (!markup()) {
                out.append(text.charAt(at++));
            }
        }
        return out.toString();
    }

    /** Reads the markup that begins here; false where none does. */
    private boolean markup() {
        return switch (text.charAt(at)) {
            case '<' -> comment() || tag();
            case '{' -> opens("{{", true);
            case '}' -> template();
            case '[' -> opens("[[", false) || externalLink();
            case ']' -> link();
            case '\'' -> apostrophes();
            case '_' -> behaviourSwitch();
            default -> false;
        };
    }

    private boolean comment() {
        if (!text.startsWith("<!--", at)) {
            return false;
        }
        int end = text.indexOf("-->", at + 4);
        at = end < 0 ? text.length() : end + 3;
        return true;
    }

    private boolean tag() {
        int end = tagEnd();
        if (end < 0) {
            return false;
        }
        String name = tagName(at + 1);
        boolean empty = text.charAt(end - 1) == '/';
        boolean closes = text.charAt(at + 1) == '/';
        at = end + 1;
        if (name.equals("br") || name.equals("div")) {
            out.append('\n');
        } else if (BLOCKS.contains(name)) {
            out.append(isInMarkedLine() ? " " : "\n\n");
        } else if (name.equals("td") || name.equals("th")) {
            out.append(' ');
        } else if (!empty && !closes && (WITHOUT_TEXT.contains(name) || LITERAL.contains(name))) {
            passElement(name);
        }
        return true;
    }

    /** Whether the line so far is a table's row or a heading, which a block in it does not part. */
    private boolean isInMarkedLine() {
        int least = Math.max(0, out.length() - LONGEST_TAG);
        int start = out.length();
        while (start > least && out.charAt(start - 1) != '\n') {
            start--;
        }
        boolean begins = start == 0 || out.charAt(start - 1) == '\n';
        return begins && start < out.length() && "|!=".indexOf(out.charAt(start)) >= 0;
    }

    /** Where the tag that begins here has its {@code >}; -1 where none begins. */
    private int tagEnd() {
        int name = at + 1 < text.length() && text.charAt(at + 1) == '/' ? at + 2 : at + 1;
        if (name >= text.length() || !isAsciiLetter(text.charAt(name))) {
            return -1;
        }
        int most = Math.min(text.length(), at + LONGEST_TAG);
        for (int i = name; i < most; i++) {
            char unit = text.charAt(i);
            if (unit == '>') {
                return i;
            }
            if (unit == '<') {
                return -1;
            }
        }
        return -1;
    }

    private String tagName(int from) {
        int start = text.charAt(from) == '/' ? from + 1 : from;
        int end = start;
        while (end < text.length() && isAsciiLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isAsciiLetter(char unit) {
        return (unit >= 'a' && unit <= 'z') || (unit >= 'A' && unit <= 'Z');
    }

    private void passElement(String name) {
        int end = closing.after(name, at);
        if (end < 0) {
            return;
        }
        if (LITERAL.contains(name)) {
            out.append(text, at, end);
        }
        int close = text.indexOf('>', end);
        at = close < 0 ? text.length() : close + 1;
    }

    private boolean opens(String mark, boolean template) {
        if (!text.startsWith(mark, at) || open.size() == DEEPEST) {
            return false;
        }
        open.push(new Open(template, out.length()));
        templates += template ? 1 : 0;
        at += 2;
        return true;
    }

    /** A template's end: its content is parameters, and goes but for the words that it stands for. */
    private boolean template() {
        if (!text.startsWith("}}", at) || templates == 0) {
            return false;
        }
        Open last = open.pop();
        while (!last.template()) {
            last = open.pop();
        }
        templates--;
        String words = TemplateWords.of(out, last.start());
        out.setLength(last.start());
        out.append(words);
        at += 2;
        return true;
    }

    private boolean link() {
        Open last = open.peek();
        if (!text.startsWith("]]", at) || last == null || last.template()) {
            return false;
        }
        open.pop();
        at += 2;
        String content = out.substring(last.start());
        out.setLength(last.start());
        out.append(shown(content));
        return true;
    }

    /** What a link shows: {@code Rome|the city} → {@code the city}. */
    private String shown(String content) {
        int bar = content.indexOf('|');
        String target = (bar < 0 ? content : content.substring(0, bar)).strip();
        String label =
                bar < 0 ? "" : content.substring(content.lastIndexOf('|') + 1).strip();
        if (MediaNames.isMedia(target)) {
            return "";
        }
        if (target.startsWith(":")) {
            return label.isEmpty() ? target.substring(1) : label;
        }
        int colon = namespaceEnd(target);
        if (colon > 0 && standsAlone()) {
            categories.add(target.substring(colon + 1).strip());
            return "";
        }
        return label.isEmpty() ? target : label;
    }

    /** Where the colon is behind a link's namespace or language; -1 where there is none: titles write a space behind it. */
    private static int namespaceEnd(String target) {
        int colon = target.indexOf(':');
        boolean prefix =
                colon > 0 && colon + 1 < target.length() && colon <= LONGEST_WORD && target.charAt(colon + 1) != ' ';
        return prefix ? colon : -1;
    }

    /** Whether the link that ended here has its line for itself or shares it with its like. */
    private boolean standsAlone() {
        for (int i = out.length() - 1; i >= 0 && out.charAt(i) != '\n'; i--) {
            if (out.charAt(i) > ' ' || out.length() - i > MOST_BLANKS) {
                return false;
            }
        }
        int next = at;
        int most = Math.min(text.length(), at + MOST_BLANKS);
        while (next < most && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
        return next == text.length()
                || text.charAt(next) == '\n'
                || text.startsWith("[[", next)
                || text.startsWith("<!--", next)
                || text.startsWith("}}", next);
    }

    private boolean externalLink() {
        if (SCHEMES.stream().noneMatch(scheme -> text.startsWith(scheme, at + 1))) {
            return false;
        }
        int end = closingBracket();
        if (end < 0) {
            return false;
        }
        String inside = text.substring(at + 1, end);
        String shown = inside.indexOf(' ') < 0 ? "" : inside.substring(inside.indexOf(' ') + 1);
        out.append(new InlineMarkup(shown).plain());
        at = end + 1;
        return true;
    }

    /** Where the bracket closes that opens here, on the same line; -1 where it does not. */
    private int closingBracket() {
        for (int i = Math.max(at + 1, bracketless); i < text.length(); i++) {
            if (text.charAt(i) == ']') {
                return i;
            }
            bracketless = i;
            if (text.charAt(i) == '\n') {
                return -1;
            }
        }
        return -1;
    }

    /** Two or more are italics and bold. */
    private boolean apostrophes() {
        int end = at;
        while (end < text.length() && text.charAt(end) == '\'') {
            end++;
        }
        if (end - at < 2) {
            return false;
        }
        at = end;
        return true;
    }

    /** {@code __NOTOC__} and its like in any script. */
    private boolean behaviourSwitch() {
        if (!text.startsWith("__", at)) {
            return false;
        }
        int end = at + 2;
        while (end < text.length() && end - at < LONGEST_WORD && Character.isLetter(text.charAt(end))) {
            end++;
        }
        boolean word = end > at + 2 && text.startsWith("__", end);
        at = word ? end + 2 : at;
        return word;
    }
}
