package dev.colophon.extract.title;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.net.InternetDomainName;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import dev.colophon.extract.page.TextMatch;
import dev.colophon.text.Scripts;
import dev.colophon.text.WordLists;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * A publisher's name without motto: as the page states it, else as the window's title ends or begins with it or as links to
 * the front page show it, where the host's name confirms that it is one.
 */
public final class PublisherName {
    private static final Set<String> HOST_WORDS = Set.copyOf(WordLists.lines(PublisherName.class, "host-words.txt"));

    private static final int SHORTEST_LABEL = 3;
    private static final int SHORTEST = 4;
    private static final int SHORTEST_INSIDE = 5;
    private static final int MOST_WORDS = 4;
    private static final int LONGEST = 60;
    private static final int LONGEST_PARTED = 400;
    /** What stands around names that does not belong to them. */
    private static final CharMatcher ORNAMENT =
            CharMatcher.whitespace().or(CharMatcher.anyOf(".:;,|/-–—‒―~*·•«»‹›<>→←"));

    private static final int LONGEST_ARTICLE = 3;
    /** What pictures of a name are called in every language. */
    private static final String LOGO = "logo";

    private PublisherName() {}

    /**
     * The name.
     *
     * @param stated what the page states as its site's name; null where it states none
     * @param window the window's title; may be empty
     * @param address of the page; null where unknown
     * @return null where nothing is stated and nothing confirmed
     */
    public static @Nullable String of(@Nullable String stated, String window, @Nullable String address) {
        List<String> labels = labels(address);
        if (stated != null) {
            return stated.length() > LONGEST_PARTED ? stated : withoutMotto(stated, labels);
        }
        List<TitleParts.Part> parts =
                TitleParts.of(window.length() > LONGEST_PARTED ? "" : window).parts();
        for (int i : new int[] {parts.size() - 1, 0}) {
            String part = parts.get(i).text();
            if (parts.size() > 1 && part.length() <= LONGEST && isOf(part, labels, i > 0)) {
                return part;
            }
        }
        return null;
    }

    /**
     * The name that links to the front page show or are labelled with: {@code <a href="/"><img alt="Evening Star logo">}.
     *
     * @param address of the page; null where unknown
     * @return null where the host's name confirms none
     */
    public static @Nullable String shown(Document page, @Nullable String address) {
        String registered = registered(address);
        return registered.isEmpty()
                ? null
                : Logos.labels(page, address).stream()
                        .map(label -> withoutLogo(ORNAMENT.trimFrom(label)))
                        .filter(name -> name.length() <= LONGEST)
                        .filter(name -> joined(name).equals(registered)
                                || joined(withoutArticle(name)).equals(registered))
                        .findFirst()
                        .orElse(null);
    }

    /**
     * What the host is called in the domain that it registered; empty for hosts below that, which are parts of a site or
     * others' pages at a service, and for words that name no site.
     */
    private static String registered(@Nullable String address) {
        String host = Logos.host(address);
        if (!InternetDomainName.isValid(host)) {
            return "";
        }
        InternetDomainName name = InternetDomainName.from(host);
        boolean own = name.hasPublicSuffix()
                ? name.isTopPrivateDomain()
                : name.parts().size() == 2;
        String label = own ? joined(name.parts().get(0)) : "";
        return label.length() < SHORTEST_LABEL || HOST_WORDS.contains(label) ? "" : label;
    }

    private static String joined(String words) {
        return TextMatch.fold(words).replace(" ", "");
    }

    /** The name without its first word where that is as short as articles are: {@code Die Zeit}. */
    private static String withoutArticle(String name) {
        int space = name.indexOf(' ');
        boolean article = space > 0
                && space <= LONGEST_ARTICLE
                && name.substring(0, space).chars().allMatch(Character::isLetter);
        return article ? name.substring(space + 1) : name;
    }

    private static String withoutLogo(String label) {
        List<String> words =
                Splitter.on(CharMatcher.whitespace()).omitEmptyStrings().splitToList(label);
        int from = !words.isEmpty() && words.get(0).equalsIgnoreCase(LOGO) ? 1 : 0;
        int to = words.size()
                - (words.size() > from && words.get(words.size() - 1).equalsIgnoreCase(LOGO) ? 1 : 0);
        return String.join(" ", words.subList(from, to));
    }

    /**
     * The part that the host's name confirms; the first where that is the host itself, or the first in another script:
     * {@code The Jerusalem Post | JPost.com}.
     */
    private static String withoutMotto(String stated, List<String> labels) {
        TitleParts whole = TitleParts.of(stated);
        List<String> parts = whole.parts().stream().map(TitleParts.Part::text).toList();
        for (int i = 0; i < parts.size() && parts.size() > 1; i++) {
            String part = parts.get(i);
            if (isOf(part, labels, true)) {
                boolean host = part.indexOf('.') > 0 && part.indexOf(' ') < 0;
                return host || isForeign(part, parts.get(0)) ? parts.get(0) : part;
            }
        }
        return whole.join(0, whole.size());
    }

    private static boolean isForeign(String part, String first) {
        return !Objects.equals(Scripts.dominant(part), Scripts.dominant(first));
    }

    /** The parts of the host's name that can be a publisher's. */
    private static List<String> labels(@Nullable String address) {
        String host = UCharacter.toLowerCase(ULocale.ROOT, SiteNames.host(address));
        int dot = host.lastIndexOf('.');
        return Splitter.on('.')
                .splitToStream(dot < 0 ? "" : host.substring(0, dot))
                .map(PublisherName::joined)
                .filter(label -> label.length() >= SHORTEST_LABEL && !HOST_WORDS.contains(label))
                .toList();
    }

    /** @param tail whether more than the label may stand there: {@code BBC News} at {@code bbc.co.uk} */
    private static boolean isOf(String part, List<String> labels, boolean tail) {
        List<String> words = Splitter.on(' ').omitEmptyStrings().splitToList(TextMatch.fold(part));
        String joined = String.join("", words);
        return labels.stream()
                .anyMatch(label -> isNamed(joined, label)
                        || initials(words).equals(label)
                        || (tail && isNamedAmong(words, joined, label)));
    }

    private static boolean isNamed(String joined, String label) {
        boolean most = joined.length() >= SHORTEST && 10 * joined.length() >= 6 * label.length();
        return joined.equals(label) || (most && label.contains(joined));
    }

    private static boolean isNamedAmong(List<String> words, String joined, String label) {
        boolean inside = label.length() >= SHORTEST_INSIDE && joined.length() <= 2 * label.length();
        boolean edge = words.indexOf(label) == 0 || words.lastIndexOf(label) == words.size() - 1;
        return (inside && joined.contains(label)) || (edge && words.contains(label) && words.size() <= MOST_WORDS);
    }

    private static String initials(List<String> words) {
        return words.stream()
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }
}
