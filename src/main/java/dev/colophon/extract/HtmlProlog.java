package dev.colophon.extract;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/**
 * What stands before a page's first element: an XML declaration, comments, a document type. Pages that begin with one of
 * the first two look like XML, and many are no well-formed one: {@code <!-- $Id$ --><h1>Notes</h1><p>One<br>two}.
 */
final class HtmlProlog {
    /** How far a page's first element is looked for. */
    private static final int LONGEST = 16_384;

    /** Elements that HTML begins with and other languages of markup hardly do. */
    private static final Set<String> FIRST = Set.of(
            "html",
            "head",
            "body",
            "title",
            "meta",
            "link",
            "script",
            "style",
            "div",
            "p",
            "h1",
            "h2",
            "h3",
            "table",
            "hr",
            "br",
            "ul",
            "ol",
            "dl",
            "pre",
            "center",
            "font",
            "article",
            "section",
            "main",
            "nav",
            "span",
            "a",
            "img",
            "blockquote");

    private final String text;
    private int at;

    private HtmlProlog(byte[] body) {
        this.text = new String(body, 0, Math.min(body.length, LONGEST), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        this.at = Math.max(0, text.indexOf('<'));
    }

    /** Whether the document type or the first element is HTML's. */
    static boolean isHtml(byte[] body) {
        return new HtmlProlog(body).isHtml();
    }

    private boolean isHtml() {
        while (at >= 0 && at < text.length()) {
            if (text.startsWith("<!doctype", at)) {
                return isHtmlType();
            }
            if (!skips("<!--", "-->") && !skips("<?", ">")) {
                return isFirst();
            }
        }
        return false;
    }

    private boolean skips(String start, String end) {
        if (!text.startsWith(start, at)) {
            return false;
        }
        int close = text.indexOf(end, at + start.length());
        at = close < 0 ? -1 : text.indexOf('<', close + end.length());
        return true;
    }

    /** {@code <!DOCTYPE html>}, {@code <!DOCTYPE HTML PUBLIC …>} */
    private boolean isHtmlType() {
        int name = at + "<!doctype".length();
        while (name < text.length() && text.charAt(name) <= ' ') {
            name++;
        }
        return isWord("html", name);
    }

    private boolean isFirst() {
        int end = at + 1;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        String name = text.substring(at + 1, end);
        return FIRST.contains(name) && isWord(name, at + 1);
    }

    /** Whether the word stands there and ends as names in markup do: {@code p:sld} is no {@code p}. */
    private boolean isWord(String word, int from) {
        int end = from + word.length();
        return text.startsWith(word, from) && (end == text.length() || " \t\r\n/>".indexOf(text.charAt(end)) >= 0);
    }
}
