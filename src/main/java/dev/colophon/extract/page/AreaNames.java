package dev.colophon.extract.page;

import dev.colophon.text.Recent;
import java.util.Arrays;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Attributes;

/**
 * What the attributes say that name an element. Pages repeat their class names, so what was made of one is remembered.
 * Immutable.
 *
 * @param traits bits of {@link Trait}
 * @param words parts of the names and the names themselves as 32-bit hashes, in ascending order, each once
 * @param kind the same for classes that differ in digits alone, which tell one post of a page from the next
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere, written to by nobody
record AreaNames(int traits, int[] words, long kind) {
    static final AreaNames NONE = new AreaNames(0, new int[0], kind(""));

    private static final int LONGEST = 1_000;
    private static final int MOST_WORDS = 40;
    private static final Set<String> KEYS = Set.of("class", "id", "itemprop", "data-testid", "data-component");
    private static final Recent<AreaNames> CLASSES = new Recent<>(1 << 11, AreaNames::ofClass);
    private static final Recent<Integer> TRAITS = new Recent<>(1 << 11, TraitWords::of);

    static AreaNames of(Attributes attributes) {
        AreaNames own = ofClasses(attributes.get("class"));
        if (!isNamedElsewhere(attributes)) {
            return own;
        }
        int traits = own.traits
                | traits(attributes.get("id"))
                | traits(attributes.get("role"))
                | traits(attributes.get("itemprop"));
        return new AreaNames(traits, words(attributes), own.kind);
    }

    /** The same of a class attribute alone. */
    static AreaNames ofClasses(String classes) {
        return classes.isEmpty() ? NONE : CLASSES.of(classes);
    }

    private static boolean isNamedElsewhere(Attributes attributes) {
        return attributes.hasKey("id")
                || attributes.hasKey("role")
                || attributes.hasKey("itemprop")
                || attributes.hasKey("data-testid")
                || attributes.hasKey("data-component");
    }

    private static AreaNames ofClass(String classes) {
        int[] words = new int[MOST_WORDS];
        int traits = classes.length() > LONGEST ? 0 : TraitWords.of(classes);
        return new AreaNames(traits, distinct(words, addAll(words, 0, classes)), kind(classes));
    }

    /** The traits that one attribute names. */
    static int traits(String names) {
        return names.isEmpty() || names.length() > LONGEST ? 0 : TRAITS.of(names);
    }

    private static int[] words(Attributes attributes) {
        int[] words = new int[MOST_WORDS];
        int count = 0;
        for (Attribute attribute : attributes) {
            if (KEYS.contains(attribute.getKey())) {
                count = addAll(words, count, attribute.getValue());
            }
        }
        return distinct(words, count);
    }

    private static int addAll(int[] words, int count, String names) {
        int at = count;
        int start = 0;
        while (start < names.length() && at < words.length) {
            int end = start;
            while (end < names.length() && names.charAt(end) > ' ') {
                end++;
            }
            at = end > start ? add(words, at, WordHashes.of(names, start, end)) : at;
            start = end + 1;
        }
        return at;
    }

    /** The parts of a name, and the name itself where it has several. */
    private static int add(int[] words, int count, long[] parts) {
        int at = count;
        for (int i = 0; i < parts.length && at < words.length; i++) {
            words[at++] = WordHashes.fold(parts[i]);
        }
        if (parts.length > 1 && at < words.length) {
            words[at++] = WordHashes.fold(WordHashes.runs(parts, parts.length)[0]);
        }
        return at;
    }

    private static int[] distinct(int[] words, int count) {
        Arrays.sort(words, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || words[i] != words[i - 1]) {
                words[kept++] = words[i];
            }
        }
        return Arrays.copyOf(words, kept);
    }

    /** A hash of a name without its digits. */
    static long kind(String name) {
        String trimmed = name.trim();
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < trimmed.length(); i++) {
            char unit = trimmed.charAt(i);
            if (unit < '0' || unit > '9') {
                hash = (hash ^ unit) * 0x100000001b3L;
            }
        }
        return hash;
    }
}
