package dev.colophon.extract.metadata;

import com.google.common.base.Ascii;
import com.ibm.icu.lang.UScript;
import dev.colophon.extract.metadata.PageFacts.Place;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.Region;
import dev.colophon.text.Scripts;
import dev.colophon.text.WordLists;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * States the rubric and the keywords that links name: {@code rel="category"} and {@code rel="tag"} about the article, lists
 * of links beside it whose addresses are those of keywords ({@code /tag/floods}), and the trail of links from the front page.
 */
final class TopicLinks {
    private static final Set<String> PATHS = Set.copyOf(WordLists.lines(TopicLinks.class, "topic-paths.txt"));
    private static final Set<Region> ABOUT =
            EnumSet.of(Region.ARTICLE_HEADER, Region.ARTICLE_BODY, Region.ARTICLE_FOOTER);
    private static final Vocabulary.Term TOPIC = new Vocabulary.Term(Field.TOPIC, 0);
    private static final Vocabulary.Term CATEGORY = new Vocabulary.Term(Field.RUBRIC, 0);
    private static final Vocabulary.Term TRAIL = new Vocabulary.Term(Field.RUBRIC, 2);
    private static final String TRAIL_WORD = "breadcrumb";
    /** Of an element's classes. */
    private static final int LONGEST_NAMES = 300;

    private static final int LONGEST = 60;
    private static final int LONGEST_LIST = 600;
    /** Part of a list's text that its links have. */
    private static final double LINKED = 0.6;

    private static final int MOST_UP = 5;
    /** Steps of a trail that a rubric may stand in, behind those that lead home. */
    private static final int MOST_STEPS = 3;

    private final PageFlow flow;
    private final PageRegions regions;
    private final PageFacts facts;
    /** The page's own addresses. */
    private final Set<String> here;
    /** Visible text of the links to keywords in each element. */
    private final int[] linked;
    /** Elements of a trail, and those that have been asked whether they are: links alone ask what is near. */
    private final BitSet trails = new BitSet();

    private final BitSet asked = new BitSet();

    private int steps;

    /** @param address the page's own as it states it; null where it does not */
    TopicLinks(PageFlow flow, PageRegions regions, PageFacts facts, @Nullable String address) {
        this.flow = flow;
        this.regions = regions;
        this.facts = facts;
        String base = flow.pageHead().page().baseUri();
        this.here = new HashSet<>(List.of(Addresses.bare(base), Addresses.bare(address == null ? base : address)));
        this.linked = new int[flow.size()];
    }

    void state() {
        BitSet links = (BitSet) flow.anchors().clone();
        links.clear(0, flow.headEnd() + 1);
        int[] shortLinks = links.stream().filter(this::isShort).toArray();
        for (int link : shortLinks) {
            if (isKeyword(flow.element(link).attr("href"))) {
                linked[block(link)] += flow.length(link);
            }
        }
        for (int link : shortLinks) {
            state(link, flow.element(link));
        }
    }

    private boolean isShort(int index) {
        int length = flow.length(index);
        return length <= LONGEST && (length > 1 || isWord(flow.element(index).text()));
    }

    /** Whether a character is a word by itself, as {@code 猫} and {@code 섬} are and {@code A} is not. */
    private static boolean isWord(String text) {
        int script = text.isEmpty() ? UScript.UNKNOWN : Scripts.of(text.codePointAt(0));
        return script == UScript.HAN || script == UScript.HANGUL;
    }

    private void state(int index, Element link) {
        String rel = Ascii.toLowerCase(link.attr("rel"));
        Region region = regions.of(index);
        if (ABOUT.contains(region) && has(rel, "category")) {
            say(CATEGORY, link, "a[rel=category]", region, index);
        } else if (ABOUT.contains(region) && has(rel, "tag")) {
            say(TOPIC, link, "a[rel=tag]", region, index);
        } else if (isListed(index, region) && isKeyword(link.attr("href"))) {
            say(TOPIC, link, "a[keyword page]", region, index);
        } else if (steps < MOST_STEPS && isInTrail(index) && leadsAway(link)) {
            steps++;
            say(TRAIL, link, "a[breadcrumb]", region, index);
        }
    }

    private void say(Vocabulary.Term term, Element link, String locator, Region region, int index) {
        facts.state(term, link.text(), new Place(ClaimSource.MARKUP, locator, region, index + 1));
    }

    private static boolean has(String rel, String word) {
        return (" " + rel + " ").contains(" " + word + " ");
    }

    /** Whether the link stands among links to keywords rather than in a paragraph. */
    private boolean isListed(int index, Region region) {
        boolean beside = region == Region.ARTICLE_HEADER || region == Region.ARTICLE_FOOTER;
        int block = beside ? block(index) : 0;
        return beside && flow.length(block) <= LONGEST_LIST && linked[block] >= LINKED * flow.length(block);
    }

    private int block(int index) {
        int block = flow.parent(index);
        while (block > 0 && !flow.element(block).isBlock()) {
            block = flow.parent(block);
        }
        return Math.max(0, block);
    }

    /** Whether it leads to another page than this and the front page. */
    private boolean leadsAway(Element link) {
        String address = Addresses.of(link, "href");
        return !address.isEmpty() && !Addresses.isFrontPage(address) && !here.contains(Addresses.bare(address));
    }

    /** Whether the element, or one of the nearest around it, is a trail. */
    private boolean isInTrail(int index) {
        int at = index;
        for (int up = 0; at >= 0 && up <= MOST_UP; up++) {
            if (!asked.get(at)) {
                asked.set(at);
                trails.set(at, isTrail(at));
            }
            if (trails.get(at)) {
                return true;
            }
            at = flow.parent(at);
        }
        return false;
    }

    private boolean isTrail(int index) {
        Element element = flow.element(index);
        boolean named = isTrail(element.attr("class"))
                || isTrail(element.attr("id"))
                || isTrail(element.attr("itemtype"))
                || isTrail(element.attr("aria-label"));
        return named && !element.nameIs("body") && flow.length(index) <= LONGEST_LIST;
    }

    private static boolean isTrail(String words) {
        return words.length() >= TRAIL_WORD.length()
                && words.length() <= LONGEST_NAMES
                && Ascii.toLowerCase(words).contains(TRAIL_WORD);
    }

    /**
     * Whether an address has a part that announces a keyword, and one behind it. A number there is a forum's: its topics are
     * threads.
     */
    static boolean isKeyword(String address) {
        int scheme = address.indexOf("//");
        int start = address.indexOf('/', scheme < 0 ? 0 : scheme + 2);
        while (start >= 0) {
            int end = address.indexOf('/', start + 1);
            if (end < 0 || end + 1 >= address.length()) {
                return false;
            }
            if (PATHS.contains(Ascii.toLowerCase(address.substring(start + 1, end)))) {
                return !Character.isDigit(address.charAt(end + 1));
            }
            start = end;
        }
        return false;
    }
}
