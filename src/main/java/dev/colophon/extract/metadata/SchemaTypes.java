package dev.colophon.extract.metadata;

import com.google.common.base.Ascii;
import dev.colophon.model.ContributorKind;
import dev.colophon.text.WordLists;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the types of schema.org describe, from a resource. */
final class SchemaTypes {
    /** What a node of a type is to a page; the first kinds are likelier to be what the page is about. */
    enum Kind {
        ARTICLE,
        /** A recipe, a video, a podcast episode …: what a page may be about where it has no article. */
        WORK,
        PAGE,
        PERSON,
        ORGANISATION,
        COMMENT,
        /** A list of other things. */
        LIST,
        OTHER
    }

    private static final Map<String, Kind> KINDS = new HashMap<>();

    static {
        for (String line : WordLists.lines(SchemaTypes.class, "schema-types.tsv")) {
            int tab = line.indexOf('\t');
            KINDS.put(
                    Ascii.toLowerCase(line.substring(0, tab)),
                    Kind.valueOf(Ascii.toUpperCase(line.substring(tab + 1))));
        }
    }

    private SchemaTypes() {}

    /** The kind of a type, written alone or as an address ({@code http://schema.org/NewsArticle}). */
    static Kind kind(String type) {
        return KINDS.getOrDefault(Ascii.toLowerCase(localName(type)), Kind.OTHER);
    }

    /** What a contributor of the type is; null where the type does not say. */
    static @Nullable ContributorKind contributor(String type) {
        Kind kind = kind(type);
        if (kind == Kind.PERSON) {
            return ContributorKind.PERSON;
        }
        return kind == Kind.ORGANISATION ? ContributorKind.ORGANISATION : null;
    }

    /** A type or property without its vocabulary: {@code schema:author} → {@code author}. */
    static String localName(String name) {
        int cut = Math.max(name.lastIndexOf('/'), Math.max(name.lastIndexOf('#'), name.lastIndexOf(':')));
        return name.substring(cut + 1).trim();
    }
}
