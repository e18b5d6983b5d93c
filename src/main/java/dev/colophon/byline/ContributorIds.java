package dev.colophon.byline;

import dev.colophon.model.ContributorKind;
import dev.colophon.model.DocumentContext;
import dev.colophon.text.Hashes;
import dev.colophon.text.NameFolding;

/**
 * Gives contributors their ids.
 *
 * <p>An id is the first 32 hex digits of the SHA-256 of three lines in UTF-8: the kind's label, the publisher's scope and
 * {@link NameFolding#fold} of the name. The scope is the publisher profile's id, else the registered domain, else the
 * folded site name, else empty. Nothing else goes in, so that an id depends on no order, run or machine, and two people of
 * one name at two publishers stay two.
 */
public final class ContributorIds {
    private static final int LENGTH = 32;

    private ContributorIds() {}

    static String of(DocumentContext context, ContributorKind kind, String name) {
        return of(kind.label(), scope(context), name);
    }

    /**
     * The id of a name.
     *
     * @param kind label of what it names: {@code person}
     * @param scope the publisher's scope; empty where none is known
     */
    public static String of(String kind, String scope, String name) {
        String key = kind + '\n' + scope + '\n' + NameFolding.fold(name);
        return Hashes.sha256Hex(key).substring(0, LENGTH);
    }

    private static String scope(DocumentContext context) {
        if (context.publisher() != null) {
            return context.publisher().id();
        }
        if (context.registeredDomain() != null) {
            return context.registeredDomain();
        }
        return context.siteName() == null ? "" : NameFolding.fold(context.siteName());
    }
}
