package dev.colophon.byline;

import dev.colophon.model.DocumentContext;
import dev.colophon.text.NameFolding;
import dev.colophon.text.Urls;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is known of who publishes a text: the names, to tell them from those of people, and the language. */
final class SiteIdentity {
    /** A publisher of which nothing is known. */
    static final SiteIdentity UNKNOWN = new SiteIdentity(null);

    /** Names without spaces, articles and top-level domain: {@code thetimes}, {@code times}. */
    private final Set<String> keys = new TreeSet<>();

    private final @Nullable String language;

    private SiteIdentity(@Nullable String language) {
        this.language = language;
    }

    static SiteIdentity of(DocumentContext context) {
        SiteIdentity site = new SiteIdentity(context.language());
        site.add(context.siteName());
        site.addDomain(context.registeredDomain());
        site.addDomain(context.host());
        if (context.publisher() != null) {
            site.add(context.publisher().name());
            context.publisher().domains().forEach(site::addDomain);
        }
        return site;
    }

    private void add(@Nullable String name) {
        if (name != null) {
            keys(NameFolding.fold(name)).filter(key -> key.length() > 1).forEach(keys::add);
        }
    }

    private void addDomain(@Nullable String domain) {
        if (domain != null) {
            String bare = Urls.withoutWww(domain);
            add(bare);
            int dot = bare.indexOf('.');
            add(dot < 0 ? bare : bare.substring(0, dot));
        }
    }

    /** BCP-47 tag of the text; null where unknown. */
    @Nullable
    String language() {
        return language;
    }

    /** Whether the words are one of the publisher's names. */
    boolean is(List<Token> words) {
        return isFolded(Kinds.folded(words));
    }

    /** Whether the folded name is one of the publisher's names, with or without article and {@code .com}. */
    boolean isFolded(String folded) {
        return keys(folded).anyMatch(keys::contains);
    }

    private static Stream<String> keys(String folded) {
        int space = folded.indexOf(' ');
        boolean article = space > 0 && Lexicon.ARTICLE.contains(folded.substring(0, space));
        String whole = folded.replace(" ", "");
        return article ? Stream.of(whole, whole.substring(space)) : Stream.of(whole);
    }
}
