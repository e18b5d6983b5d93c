package dev.colophon.quality;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** How far two lists of authors agree. Labels hold bylines as often as names, so both sides are cut into names first. */
final class NameScore {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
    private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
    private static final Pattern BY = Pattern.compile(
            "^(?:(?:written|edited|reported|posted|published|story|words|reviewed|updated) by|by|von|par|por|"
                    + "autor(?:in|en|es)?|author|text|автор|作者|記者|记者|文)\\s*[:：]?\\s+",
            FLAGS);
    private static final Pattern BETWEEN =
            Pattern.compile("\\s*(?:;|\\||\\n|、|，|\\s&\\s|\\s(?:and|und|et|y|och|og|и|और|এবং|ve|oraz)\\s)\\s*", FLAGS);
    private static final Pattern EAST_ASIAN = Pattern.compile("[\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af]");
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

    private NameScore() {}

    /** The names of a list of bylines, in their normal form. */
    static Set<String> names(List<String> bylines) {
        Set<String> names = new TreeSet<>();
        for (String byline : bylines) {
            for (String name : split(byline)) {
                names.add(NormalText.of(BY.matcher(name.strip()).replaceFirst("")));
            }
        }
        names.remove("");
        return names;
    }

    private static List<String> split(String byline) {
        List<String> names = new ArrayList<>();
        for (String part : BETWEEN.split(NFKC.normalize(byline), -1)) {
            List<String> pieces = Arrays.stream(part.split(","))
                    .map(String::strip)
                    .filter(piece -> !piece.isEmpty())
                    .toList();
            if (pieces.size() > 1 && pieces.stream().allMatch(NameScore::isWhole)) {
                names.addAll(pieces);
            } else if (!pieces.isEmpty()) {
                names.add(withoutCommas(part.strip()));
            }
        }
        return names;
    }

    private static boolean isWhole(String name) {
        return SPACE.split(name).length >= 2 || EAST_ASIAN.matcher(name).find();
    }

    private static String withoutCommas(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && text.charAt(start) == ',') {
            start++;
        }
        while (end > start && text.charAt(end - 1) == ',') {
            end--;
        }
        return text.substring(start, end);
    }

    static int strict(Set<String> gold, Set<String> predicted) {
        return (int) gold.stream().filter(predicted::contains).count();
    }

    /** Names of which one has all the words of the other, and at least two, count as the same. */
    static int lenient(Set<String> gold, Set<String> predicted) {
        List<String> left = new ArrayList<>(predicted);
        int found = 0;
        for (String name : gold) {
            for (String other : left) {
                if (name.equals(other) || share(name, other)) {
                    left.remove(other);
                    found++;
                    break;
                }
            }
        }
        return found;
    }

    private static boolean share(String name, String other) {
        Set<String> words = new TreeSet<>(List.of(name.split(" ")));
        Set<String> others = new TreeSet<>(List.of(other.split(" ")));
        return (words.containsAll(others) || others.containsAll(words)) && Math.min(words.size(), others.size()) >= 2;
    }
}
