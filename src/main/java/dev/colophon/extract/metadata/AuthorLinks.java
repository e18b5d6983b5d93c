package dev.colophon.extract.metadata;

import com.google.common.base.Ascii;
import dev.colophon.extract.metadata.PageFacts.Party;
import dev.colophon.extract.metadata.PageFacts.Place;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import dev.colophon.text.NameFolding;
import dev.colophon.text.WordLists;
import java.util.BitSet;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * States whom links beside the headline or below the article name whose address is that of an author's page:
 * {@code <a href="/author/ann-lee">Ann Lee</a>}. Links within paragraphs lead to people whom the text is about.
 */
final class AuthorLinks {
    private static final Set<String> PATHS = Set.copyOf(WordLists.lines(AuthorLinks.class, "author-paths.txt"));
    private static final String LOCATOR = "a[author page]";
    private static final char LAST_LATIN = '\u024f';
    private static final int MAX_NAME = 60;
    private static final int MAX_FOREIGN = 30;
    private static final int MAX_HAN = 5;
    private static final int MAX_AROUND = 100;

    private final PageFlow flow;
    private final PageRegions regions;
    private final PageFacts facts;

    AuthorLinks(PageFlow flow, PageRegions regions, PageFacts facts) {
        this.flow = flow;
        this.regions = regions;
        this.facts = facts;
    }

    void state() {
        BitSet anchors = flow.anchors();
        for (int i = anchors.nextSetBit(flow.headEnd() + 1); i >= 0; i = anchors.nextSetBit(i + 1)) {
            if (flow.length(i) > 1 && flow.length(i) <= MAX_NAME) {
                state(i, flow.element(i));
            }
        }
    }

    private void state(int index, Element link) {
        Region region = regions.of(index);
        boolean beside = region == Region.ARTICLE_HEADER || region == Region.ARTICLE_FOOTER;
        if (beside && standsAlone(index)) {
            String address = link.attr("href");
            String text = PageText.lines(link);
            if (isAuthorPage(address, text)) {
                Party party = new Party(text, null, Addresses.of(link, "href"));
                facts.name(Role.AUTHOR, party, new Place(ClaimSource.MARKUP, LOCATOR, region, index + 1));
            }
        }
    }

    /** Whether no paragraph is around the link. */
    private boolean standsAlone(int index) {
        int block = flow.parent(index);
        while (block >= 0 && !flow.element(block).isBlock()) {
            block = flow.parent(block);
        }
        return block >= 0 && flow.length(block) <= MAX_AROUND;
    }

    /**
     * Whether an address has a part that announces a person, and what comes after it has a word of the link's text, or the
     * text is in another script than addresses are: the link beside it says "View all".
     */
    static boolean isAuthorPage(String address, String text) {
        String path = address.substring(0, end(address));
        int scheme = path.indexOf("//");
        int start = path.indexOf('/', scheme < 0 ? 0 : scheme + 2);
        while (start >= 0) {
            int end = path.indexOf('/', start + 1);
            if (end < 0 || end + 1 >= path.length()) {
                return false;
            }
            if (PATHS.contains(Ascii.toLowerCase(path.substring(start + 1, end)))) {
                return names(path.substring(end), NameFolding.fold(text));
            }
            start = end;
        }
        return false;
    }

    private static boolean isIdeograph(String folded) {
        return !folded.isEmpty() && Character.isIdeographic(folded.codePointAt(0));
    }

    private static int end(String address) {
        int query = address.indexOf('?');
        int fragment = address.indexOf('#');
        int end = query < 0 ? address.length() : query;
        return fragment < 0 ? end : Math.min(end, fragment);
    }

    /** Whether a word of three letters or more stands in the rest of a path, or none could. */
    private static boolean names(String rest, String folded) {
        String slug = NameFolding.fold(rest).replace(" ", "");
        boolean foreign = true;
        for (String word : folded.split(" ")) {
            foreign &= !word.isEmpty() && word.charAt(0) > LAST_LATIN;
            if (word.length() > 2 && slug.contains(word)) {
                return true;
            }
        }
        return foreign && folded.length() <= (isIdeograph(folded) ? MAX_HAN : MAX_FOREIGN);
    }
}
