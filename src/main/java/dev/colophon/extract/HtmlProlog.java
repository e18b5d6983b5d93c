package dev.colophon.extract;

import dev.colophon.text.WordLists;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands before a page's first element: an XML declaration, comments, a document type. Pages that begin with one of
 * the first two look like XML, and many are no well-formed one: {@code <!-- $Id$ --><h1>Notes</h1><p>One<br>two}.
 */
final class HtmlProlog {
    /** How far a page's first element is looked for. */
    private static final int LONGEST = 16_384;

    private static final Set<String> ALWAYS = names("always");
    private static final Set<String> UNDECLARED = names("undeclared");

    /** Elements that a reader of HTML ends at their end tags alone: empty ones of XML swallow the rest of a page. */
    private static final Pattern SWALLOWING =
            Pattern.compile("<(?:title|script|style|textarea|iframe)(?:\\s[^<>]*)?/>");

    private static final Pattern NAMESPACE = Pattern.compile("\\sxmlns\\s*=\\s*[\"']([^\"'<>]*)");
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private final String text;
    private int at;
    /** Whether an XML declaration stands before what is looked at. */
    private boolean declared;

    private HtmlProlog(byte[] body) {
        this.text = new String(body, 0, Math.min(body.length, LONGEST), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        this.at = Math.max(0, text.indexOf('<'));
    }

    private static Set<String> names(String when) {
        return WordLists.lines(HtmlProlog.class, "html-first-elements.tsv").stream()
                .filter(line -> line.endsWith("\t" + when))
                .map(line -> line.substring(0, line.indexOf('\t')))
                .collect(Collectors.toUnmodifiableSet());
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
            declared |= text.startsWith("<?xml", at);
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
        boolean known = ALWAYS.contains(name) || (UNDECLARED.contains(name) && (!declared || isFollowed(name)));
        return known && isWord(name, at + 1) && !isForeign(end) && !(declared && swallows());
    }

    /** Whether another element follows the first, as none does in XML: {@code <title>Geese</title><h1>}. */
    private boolean isFollowed(String name) {
        int inner = text.indexOf('<', at + 1);
        String close = "</" + name + ">";
        if (inner < 0 || !text.startsWith(close, inner)) {
            return false;
        }
        int next = text.indexOf('<', inner + close.length());
        return next >= 0 && next + 1 < text.length() && Character.isLetter(text.charAt(next + 1));
    }

    /** Whether the first element is of another namespace than XHTML's. */
    private boolean isForeign(int end) {
        int close = text.indexOf('>', end);
        Matcher namespace = NAMESPACE.matcher(text.substring(end, close < 0 ? text.length() : close));
        return namespace.find() && !namespace.group(1).strip().equals(XHTML);
    }

    private boolean swallows() {
        return SWALLOWING.matcher(text).find(at);
    }

    /** Whether the word stands there and ends as names in markup do: {@code p:sld} is no {@code p}. */
    private boolean isWord(String word, int from) {
        int end = from + word.length();
        return text.startsWith(word, from) && (end == text.length() || " \t\r\n/>".indexOf(text.charAt(end)) >= 0);
    }
}
