package dev.colophon.extract.metadata;

import com.ibm.icu.lang.UCharacter;
import dev.colophon.extract.metadata.PageFacts.Place;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.Region;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * Finds dates of publication in the data that scripts carry ({@code "datePublished":"2025-06-05T23:45"}, also escaped
 * once more) and in their variables: the last resort of a page that says it nowhere else.
 */
final class ScriptDates {
    private static final List<String> DECLARING = List.of("var ", "let ", "const ");
    private static final int MAX_SCRIPT = 2_000_000;
    private static final int MAX_VALUE = 60;
    private static final int MAX_FOUND = 5;
    private static final int DAY = "2025-06-05".length();

    /** Digits of a time that is counted from 1970. */
    private static final int SECONDS = 10;

    private static final int MILLISECONDS = 13;

    private final PageFacts facts;
    private final List<Stated> found = new ArrayList<>();

    /** A value found. Several days in a page's scripts are those of a list of pages. */
    private record Stated(Vocabulary.Term term, String key, String value) {
        String day() {
            boolean epoch = (value.length() == SECONDS || value.length() == MILLISECONDS)
                    && value.chars().allMatch(unit -> unit >= '0' && unit <= '9');
            return epoch
                    ? Instant.ofEpochSecond(Long.parseLong(value.substring(0, SECONDS)))
                            .toString()
                            .substring(0, DAY)
                    : value.substring(0, Math.min(DAY, value.length()));
        }
    }

    ScriptDates(PageFacts facts) {
        this.facts = facts;
    }

    void state(List<Element> scripts) {
        for (Element script : scripts) {
            String data = script.data();
            if (!script.attr("type").contains("ld+json") && data.length() <= MAX_SCRIPT) {
                scan(data);
                scanVariables(data);
            }
        }
        long days = found.stream().map(Stated::day).distinct().count();
        for (Stated one : found) {
            boolean own = days == 1 && one.term().field().meaning() == Meaning.PUBLISHED;
            Region region = own ? Region.HEAD : Region.UNKNOWN;
            facts.state(one.term(), one.value(), new Place(ClaimSource.MARKUP, "script:" + one.key(), region, 0));
        }
    }

    /** Looks at each quoted or bare key: what stands before a colon. */
    private void scan(String data) {
        for (int colon = data.indexOf(':');
                colon >= 0 && found.size() < MAX_FOUND;
                colon = data.indexOf(':', colon + 1)) {
            String key = keyBefore(data, colon);
            Vocabulary.Term term = key.length() < 8 ? null : Vocabulary.SCRIPT.term(key);
            if (term != null) {
                state(term, key, valueAfter(data, colon));
            }
        }
    }

    /** Looks at each variable that is declared with a value: {@code var ct = "1617955200"}, as the pages of WeChat do. */
    private void scanVariables(String data) {
        for (int equals = data.indexOf('=');
                equals >= 0 && found.size() < MAX_FOUND;
                equals = data.indexOf('=', equals + 1)) {
            int end = equals > 0 && data.charAt(equals - 1) == ' ' ? equals - 1 : equals;
            String key = keyBefore(data, end);
            int start = end - key.length();
            boolean declared = !key.isEmpty() && isDeclaredAt(data, start);
            Vocabulary.Term term = declared ? Vocabulary.SCRIPT.term(key) : null;
            if (term != null) {
                state(term, key, valueAfter(data, equals));
            }
        }
    }

    private static boolean isDeclaredAt(String data, int start) {
        for (String word : DECLARING) {
            if (start >= word.length() && data.startsWith(word, start - word.length())) {
                return true;
            }
        }
        return false;
    }

    private void state(Vocabulary.Term term, String key, String value) {
        if (!value.isEmpty() && UCharacter.isDigit(value.charAt(0)) && value.length() >= 8) {
            found.add(new Stated(term, key, value));
        }
    }

    private static String keyBefore(String data, int colon) {
        int end = colon;
        while (end > 0 && isQuote(data.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < MAX_VALUE && isKey(data.charAt(start - 1))) {
            start--;
        }
        return data.substring(start, end);
    }

    private static String valueAfter(String data, int colon) {
        int start = colon + 1;
        while (start < data.length() && (isQuote(data.charAt(start)) || data.charAt(start) == ' ')) {
            start++;
        }
        int end = start;
        while (end < data.length() && end - start < MAX_VALUE && isValue(data.charAt(end))) {
            end++;
        }
        return data.substring(start, end);
    }

    private static boolean isQuote(char unit) {
        return unit == '"' || unit == '\'' || unit == '\\';
    }

    private static boolean isKey(char unit) {
        return unit == '_' || unit == '-' || (unit < 0x80 && UCharacter.isLetter(unit));
    }

    private static boolean isValue(char unit) {
        return !isQuote(unit) && "{}[]<>,;&\n".indexOf(unit) < 0;
    }
}
