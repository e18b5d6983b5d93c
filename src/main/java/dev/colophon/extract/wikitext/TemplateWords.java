package dev.colophon.extract.wikitext;

import dev.colophon.text.WordLists;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** What readers see of templates that stand for words: {@code {{lang|no|Bergen}}} → {@code Bergen}. */
final class TemplateWords {
    private static final int LONGEST_NAME = 40;
    /** A function that sets a number in the language's form. */
    private static final String NUMBER = "formatnum:";

    private static final Map<String, String> PARAMETERS = parameters();

    private TemplateWords() {}

    private static Map<String, String> parameters() {
        Map<String, String> parameters = new HashMap<>();
        for (String line : WordLists.lines(TemplateWords.class, "templates.tsv")) {
            int tab = line.indexOf('\t');
            parameters.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return parameters;
    }

    /**
     * The words of a template; empty where it holds none that are known.
     *
     * @param out holds the template's content from {@code start} on, markup in it undone
     */
    static String of(StringBuilder out, int start) {
        int bar = out.indexOf("|", start);
        int end = bar < 0 ? out.length() : bar;
        if (end > start + LONGEST_NAME) {
            return "";
        }
        String name = out.substring(start, end).strip().replace('_', ' ').toLowerCase(Locale.ROOT);
        int hyphen = name.indexOf('-');
        String parameter = PARAMETERS.get(name);
        if (parameter == null && hyphen > 0) {
            parameter = PARAMETERS.get(name.substring(0, hyphen + 1) + '*');
        }
        if (parameter == null) {
            return name.startsWith(NUMBER) && bar < 0 ? name.substring(NUMBER.length()) : "";
        }
        if (parameter.startsWith("\"")) {
            return parameter.substring(1, parameter.length() - 1);
        }
        return bar < 0 ? "" : values(out.substring(bar + 1).split("\\|", -1), parameter);
    }

    private static String values(String[] stated, String parameters) {
        StringJoiner words = new StringJoiner(" ");
        for (String parameter : parameters.split(" ", -1)) {
            String value = value(stated, parameter);
            if (!value.isEmpty()) {
                words.add(value);
            }
        }
        return words.toString();
    }

    private static String value(String[] stated, String parameter) {
        Map<Integer, String> values = new HashMap<>();
        int unnamed = 0;
        int last = 0;
        for (String each : stated) {
            int equals = each.indexOf('=');
            int number =
                    equals < 0 ? ++unnamed : number(each.substring(0, equals).strip());
            values.put(number, each.substring(equals + 1).strip());
            last = Math.max(last, number);
        }
        int index = parameter.equals("last") ? last : Integer.parseInt(parameter);
        return index < 1 ? "" : values.getOrDefault(index, "");
    }

    /** The number that stands for a name; 0 for other names. */
    private static int number(String name) {
        return name.length() == 1 && name.charAt(0) >= '1' && name.charAt(0) <= '9' ? name.charAt(0) - '0' : 0;
    }
}
