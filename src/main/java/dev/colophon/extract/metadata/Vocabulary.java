package dev.colophon.extract.metadata;

import com.google.common.base.Ascii;
import dev.colophon.text.WordLists;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names of properties and what they state, from a resource. A name further up in the resource is trusted more.
 * Immutable.
 */
final class Vocabulary {
    /** schema.org's properties: JSON-LD, microdata, RDFa. */
    static final Vocabulary SCHEMA = new Vocabulary("schema-properties.tsv");
    /** The {@code name}, {@code property}, {@code itemprop} and {@code http-equiv} of meta tags. */
    static final Vocabulary META = new Vocabulary("meta-names.tsv");

    /** Keys of the data in scripts. */
    static final Vocabulary SCRIPT = new Vocabulary("script-keys.tsv");

    private final Map<String, Term> terms = new HashMap<>();

    /**
     * A property's meaning.
     *
     * @param field what it states
     * @param trust the place in the order of trust, 0 the most trusted
     */
    record Term(Field field, int trust) {}

    private Vocabulary(String resource) {
        for (String line : WordLists.lines(Vocabulary.class, resource)) {
            int tab = line.indexOf('\t');
            Field field =
                    Field.valueOf(Ascii.toUpperCase(line.substring(tab + 1).trim()));
            terms.putIfAbsent(Ascii.toLowerCase(line.substring(0, tab)), new Term(field, terms.size()));
        }
    }

    /** What the name means, letter case ignored; null where it is unknown. */
    @Nullable
    Term term(String name) {
        return terms.get(Ascii.toLowerCase(name));
    }
}
