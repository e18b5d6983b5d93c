package dev.colophon.source.feed;

import dev.colophon.source.format.xml.XmlElement;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plain text of a feed's titles and descriptions, which are HTML more often than they say. */
final class FeedText {
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,30}));");

    /** A tag that a line of text may hold: none of {@code List<String>}. */
    private static final Pattern TAG = Pattern.compile(
            "</?(?:a|abbr|b|big|cite|code|del|em|font|i|ins|mark|q|s|small|span|strike|strong|sub|sup|tt|u)(?:\\s[^<>]*)?/?>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BREAK =
            Pattern.compile("</?(?:br|div|h[1-6]|img|p|wbr)(?:\\s[^<>]*)?/?>", Pattern.CASE_INSENSITIVE);
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

    /** HTML's names for the characters from U+00A0 on. */
    private static final List<String> LATIN = List.of(
            ("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro"
                            + " para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring"
                            + " AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc"
                            + " Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde"
                            + " auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve"
                            + " oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml")
                    .split(" "));

    private static final Map<String, String> NAMES = names();

    private FeedText() {}

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < LATIN.size(); i++) {
            names.put(LATIN.get(i), Character.toString(0xA0 + i));
        }
        names.putAll(Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'"));
        names.putAll(Map.of("lsquo", "‘", "rsquo", "’", "sbquo", "‚", "ldquo", "“", "rdquo", "”", "bdquo", "„"));
        names.putAll(Map.of("ndash", "–", "mdash", "—", "hellip", "…", "bull", "•", "euro", "€", "trade", "™"));
        names.putAll(Map.of("lsaquo", "‹", "rsaquo", "›", "minus", "−", "OElig", "Œ", "oelig", "œ"));
        names.putAll(Map.of("Scaron", "Š", "scaron", "š", "Zcaron", "Ž", "zcaron", "ž", "Yuml", "Ÿ"));
        names.putAll(Map.of("ensp", " ", "emsp", " ", "thinsp", " "));
        return Map.copyOf(names);
    }

    /** Whether a text refers to a character as HTML does. */
    static boolean holdsReference(String text) {
        return REFERENCE.matcher(text).find();
    }

    /** What an element says, without tags and references unless it is said to be no HTML. */
    static String plain(XmlElement element) {
        String type = element.attribute("type").toLowerCase(Locale.ROOT);
        boolean literal = !element.markup() && (type.equals("text") || type.equals("text/plain"));
        return literal ? element.text().strip() : plain(element.text());
    }

    private static String plain(String html) {
        String untagged = TAG.matcher(BREAK.matcher(html).replaceAll(" ")).replaceAll("");
        String decoded =
                REFERENCE.matcher(untagged).replaceAll(reference -> Matcher.quoteReplacement(character(reference)));
        return decoded.equals(html)
                ? html.strip()
                : SPACES.matcher(decoded).replaceAll(" ").strip();
    }

    private static String character(MatchResult reference) {
        if (reference.group(3) != null) {
            return NAMES.getOrDefault(reference.group(3), reference.group());
        }
        boolean decimal = reference.group(1) != null;
        int code = Integer.parseInt(reference.group(decimal ? 1 : 2), decimal ? 10 : 16);
        return character(code, reference.group());
    }

    /** The character of a number, which is one of Windows's where HTML has a control; the reference where it is none. */
    private static String character(int code, String reference) {
        if (code >= 0x80 && code < 0xA0) {
            return new String(new byte[] {(byte) code}, WINDOWS);
        }
        boolean surrogate = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
        boolean known = Character.isValidCodePoint(code) && !surrogate && code >= ' ';
        return known ? Character.toString(code) : reference;
    }
}
