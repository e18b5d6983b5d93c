package dev.colophon.byline.people;

import com.ibm.icu.lang.UScript;
import dev.colophon.byline.NameWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether two names of one script differ in nothing but the order of given and family name, or in a patronymic. */
final class NativeOrder {
    private static final List<String> PATRONYMICS = List.of(
            "\u043e\u0432\u0438\u0447",
            "\u0435\u0432\u0438\u0447",
            "\u043e\u0432\u043d\u0430",
            "\u0435\u0432\u043d\u0430",
            "\u0456\u0432\u043d\u0430",
            "\u0457\u0432\u043d\u0430",
            "\u0438\u0447\u043d\u0430",
            "\u044c\u0438\u0447");

    private NativeOrder() {}

    /**
     * Whether the words are the same and one alone is a given name, as far as they are known: {@code Szőllősi Györgyi}; not
     * {@code Martin Thomas} and {@code Thomas Martin}, who may be two.
     */
    static boolean isTurned(PersonName one, PersonName other) {
        return one.size() == 2
                && other.size() == 2
                && one.words().get(0).equals(other.words().get(1))
                && one.words().get(1).equals(other.words().get(0))
                && NameWords.isGivenName(one.words().get(0))
                        != NameWords.isGivenName(one.words().get(1));
    }

    /** Whether one has the patronymic that the other leaves out: {@code Анна Сергеевна Орлова}, {@code Анна Орлова}. */
    static boolean differInPatronymic(PersonName one, PersonName other) {
        if (one.size() < other.size()) {
            return differInPatronymic(other, one);
        }
        List<String> more = new ArrayList<>(one.words());
        Set<String> less = new HashSet<>(other.words());
        boolean apply = one.script() == UScript.CYRILLIC && one.size() == 3 && other.size() == 2;
        more.removeAll(less);
        return apply && more.size() == 1 && isPatronymic(Collections.max(more));
    }

    private static boolean isPatronymic(String word) {
        return word.length() > 5 && PATRONYMICS.stream().anyMatch(word::endsWith);
    }
}
