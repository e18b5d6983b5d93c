package dev.colophon.byline;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether two candidates of one document are one person: nothing is concluded beyond the document. */
final class SameName {
    private SameName() {}

    /** Whether a folded text holds a folded name as words of its own: {@code joann lee} does not hold {@code ann lee}. */
    static boolean holds(String text, String name) {
        return (' ' + text + ' ').contains(' ' + name + ' ');
    }

    /** Equal folded names, one the other with more names in it, or equal last names and initials that fit. */
    static boolean of(Candidate one, Candidate other) {
        if (one.folded().isEmpty() || other.folded().isEmpty()) {
            return false;
        }
        if (one.folded().equals(other.folded()) || unspaced(one.folded()).equals(unspaced(other.folded()))) {
            return true;
        }
        return one.isPerson() && other.isPerson() && fits(words(one.folded()), words(other.folded()));
    }

    private static String unspaced(String folded) {
        return folded.replace(" ", "");
    }

    private static List<String> words(String folded) {
        return Arrays.asList(folded.split(" "));
    }

    private static boolean fits(List<String> one, List<String> other) {
        if (one.size() < 2 || other.size() < 2) {
            return false;
        }
        Set<String> first = new HashSet<>(one);
        Set<String> second = new HashSet<>(other);
        if (first.containsAll(second) || second.containsAll(first)) {
            return true;
        }
        String family = one.get(one.size() - 1);
        return family.length() > 1
                && family.equals(other.get(other.size() - 1))
                && isInitial(one.get(0), other.get(0))
                && (one.size() != other.size() || agreeBetween(one, other));
    }

    /** Whether no middle name speaks against it: {@code J. A. Smith} is not {@code John B. Smith}. */
    private static boolean agreeBetween(List<String> one, List<String> other) {
        for (int i = 1; i < one.size() - 1; i++) {
            if (!one.get(i).equals(other.get(i)) && !isInitial(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInitial(String one, String other) {
        return (one.length() == 1 || other.length() == 1) && one.charAt(0) == other.charAt(0);
    }
}
