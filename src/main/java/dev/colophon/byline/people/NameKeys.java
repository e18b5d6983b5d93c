package dev.colophon.byline.people;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keys that names share which {@link PersonMatcher} may find alike, so that few pairs need to be compared. Thread-safe.
 */
public final class NameKeys {
    private NameKeys() {}

    /** Keys for comparing within a publisher: one for each word that is no initial, and for the whole name. */
    public static Set<String> of(String name) {
        PersonName person = PersonName.of(name);
        Set<String> keys = new TreeSet<>(whole(person));
        for (int i = 0; i < person.size(); i++) {
            if (!person.isInitial(i)) {
                String consonants = person.skeletons().get(i).voiceless().consonants();
                keys.add("word " + (consonants.isEmpty() ? person.roman().get(i) : consonants));
            }
        }
        return keys;
    }

    /** Keys for comparing across publishers: the whole name's letters and consonants; none for a name that says little. */
    public static Set<String> ofWhole(String name) {
        PersonName person = PersonName.of(name);
        boolean saysLittle = person.writesVowels() && person.size() < 2;
        return saysLittle || hasInitial(person) ? Set.of() : whole(person);
    }

    /** Whether a word of the name is but an initial. */
    public static boolean hasInitial(String name) {
        return hasInitial(PersonName.of(name));
    }

    static boolean hasInitial(PersonName person) {
        for (int i = 0; i < person.size(); i++) {
            if (person.isInitial(i)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> whole(PersonName person) {
        Set<String> keys = new LinkedHashSet<>();
        String bones = PersonMatcher.bones(person);
        if (!bones.isEmpty()) {
            keys.add("bones " + bones);
        }
        String letters = sortedLetters(person.roman());
        if (!letters.isEmpty()) {
            keys.add("letters " + letters);
        }
        return keys;
    }

    /** The order of words says nothing: {@code 张伟} and {@code Wei Zhang} share their letters. */
    private static String sortedLetters(List<String> roman) {
        StringBuilder out = new StringBuilder();
        String.join("", roman)
                .chars()
                .boxed()
                .sorted(Comparator.naturalOrder())
                .forEach(letter -> out.append((char) letter.intValue()));
        return out.toString();
    }
}
