package dev.colophon.byline.people;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How a name is read where languages and systems of romanisation differ: {@code Ђорђе} is {@code Đorđe} in Serbian, the
 * Ukrainian {@code г} is an {@code h}, {@code Shterev} is the Bulgarian for what Russians write {@code Shcherev}, and Germans
 * write {@code Julia} and {@code Scherbakow}.
 */
final class Readings {
    private Readings() {}

    /** The skeletons of the words in each reading, the usual one first; {@code other} is whom the name is compared with. */
    static List<List<Skeleton>> of(PersonName name, PersonName other) {
        List<List<Skeleton>> readings = new ArrayList<>();
        readings.add(name.skeletons());
        if (name.script() == UScript.CYRILLIC) {
            readings.add(read(name, Romanization::scholarly));
            readings.add(read(name, word -> Romanization.of(word).replace('g', 'h')));
            readings.add(read(name, word -> Romanization.of(word.replace("\u0449", "\u0448\u0442"))));
        } else if (name.script() == UScript.LATIN && other.script() == UScript.CYRILLIC) {
            readings.add(read(name, Readings::german));
        }
        return readings;
    }

    private static List<Skeleton> read(PersonName name, UnaryOperator<String> reading) {
        return name.words().stream()
                .map(word -> Skeleton.of(reading.apply(word)))
                .toList();
    }

    private static String german(String word) {
        String read = Romanization.of(word).replace('j', 'y');
        return read.endsWith("w") ? read.substring(0, read.length() - 1) + "v" : read;
    }
}
