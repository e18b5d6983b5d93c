package dev.colophon.extract.metadata;

import com.google.common.base.Ascii;
import dev.colophon.extract.metadata.PageFacts.Party;
import dev.colophon.extract.metadata.PageFacts.Place;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.ContributorKind;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import dev.colophon.text.Digits;
import dev.colophon.text.WordLists;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * States who began the thread that a page of a forum shows: whom microdata names as the author of what began it, else whom a
 * link to an account names between the headline and the first post's text.
 */
final class ThreadStarter {
    /** What the place of such a claim is called. */
    private static final String LOCATOR = "thread starter";

    private static final Set<String> ACCOUNTS = new HashSet<>();
    /** What follows such words where nobody's account is meant. */
    private static final Set<String> NOBODYS = new HashSet<>();

    static {
        for (String line : WordLists.lines(ThreadStarter.class, "account-paths.txt")) {
            (line.startsWith("!") ? NOBODYS : ACCOUNTS).add(line.startsWith("!") ? line.substring(1) : line);
        }
    }

    /** What begins a thread, in schema.org. */
    private static final Set<String> BEGINNINGS = Set.of("Question", "DiscussionForumPosting");

    /** What the places of linked data end with that name such an author. */
    private static final List<String> STATED =
            BEGINNINGS.stream().map(type -> type + ".author").toList();

    private static final Set<Region> ELSEWHERE =
            EnumSet.of(Region.FURNITURE, Region.RELATED, Region.OTHER_ARTICLES, Region.CAPTION, Region.COMMENT);
    private static final int MAX_NAME = 60;
    /** Of an account: {@code Eyesa Horg}, but not {@code Create an account}. */
    private static final int MAX_WORDS = 2;

    private static final int PARAGRAPH = 80;
    private static final int MAX_INNER = 40;

    private final PageFlow flow;
    private final PageMarks marks;
    private final PageRegions regions;
    private final LineClassifier lines;
    private final PageFacts facts;

    ThreadStarter(PageFlow flow, PageRegions regions, LineClassifier lines, PageFacts facts) {
        this.flow = flow;
        this.marks = flow.marks();
        this.regions = regions;
        this.lines = lines;
        this.facts = facts;
    }

    /**
     * States it, unless linked data has, or the page goes on from another.
     *
     * @param headline null where there is none
     */
    void state(@Nullable Element headline) {
        if (facts.isNamed(ClaimSource.JSON_LD, STATED) || flow.links().stream().anyMatch(ThreadStarter::leadsBack)) {
            return;
        }
        int marked = marked();
        int index = marked < 0 && !isSigned() ? linked(headline) : marked;
        if (index >= 0) {
            Element account = flow.element(index);
            String reference = Addresses.of(account, "href");
            facts.name(
                    Role.AUTHOR,
                    new Party(name(index), ContributorKind.PERSON, reference.isEmpty() ? null : reference),
                    new Place(ClaimSource.MARKUP, LOCATOR, Region.ARTICLE_HEADER, index + 1));
        }
    }

    /** The property of microdata that names the author of what began the thread; -1 where none does. */
    private int marked() {
        int[] items = ItemClaims.items(flow);
        for (int i = 0; i < items.length; i++) {
            if (marks.isProperty(i) && items[i] >= 0 && isBeginning(items[i]) && isAuthor(i)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isBeginning(int item) {
        return BEGINNINGS.contains(
                SchemaTypes.localName(flow.element(item).attr("itemtype").strip()));
    }

    private boolean isAuthor(int index) {
        Element element = flow.element(index);
        return element.attr("itemprop").strip().equals("author")
                && (element.hasAttr("content") || flow.length(index) > 1)
                && !name(index).isEmpty();
    }

    /** The name within an element; empty where that is too long for one. */
    private String name(int index) {
        Element element = flow.element(index);
        if (element.hasAttr("content")) {
            return element.attr("content");
        }
        int last = Math.min(flow.last(index), index + MAX_INNER);
        for (int i = index + 1; i <= last; i++) {
            Element inner = flow.element(i);
            if (inner.attr("itemprop").strip().equals("name")) {
                return inner.hasAttr("content") ? inner.attr("content") : inner.text();
            }
        }
        return flow.length(index) <= MAX_NAME && flow.isSmall(index) ? element.text() : "";
    }

    /** Whether it is a link to the page before. */
    private static boolean leadsBack(Element link) {
        String rel = Ascii.toLowerCase(link.attr("rel")).strip();
        return rel.equals("prev") || rel.equals("previous");
    }

    /** Whether a byline below the headline, and no account's post at a time, gives a name of two words or more. */
    private boolean isSigned() {
        return flow.lines().stream()
                .filter(line ->
                        line.length() <= MAX_NAME && regions.of(line.element(), line.start()) == Region.ARTICLE_HEADER)
                .map(PageFlow.Line::text)
                .anyMatch(line -> lines.isBylineLine(line) && !Digits.occurIn(line) && line.split(" ", 3).length == 3);
    }

    /** The first link to an account between the headline and the first paragraph behind it; -1 where there is none. */
    private int linked(@Nullable Element headline) {
        int heading = Math.max(flow.headEnd(), flow.index(headline));
        int from = heading < 0 ? 0 : flow.end(heading);
        int to = flow.lines().stream()
                .filter(line -> line.start() >= from && line.length() >= PARAGRAPH)
                .mapToInt(PageFlow.Line::start)
                .findFirst()
                .orElse(from);
        BitSet anchors = flow.anchors();
        for (int i = anchors.nextSetBit(heading + 1); i >= 0 && flow.start(i) < to; i = anchors.nextSetBit(i + 1)) {
            if (flow.length(i) > 1
                    && flow.length(i) <= MAX_NAME
                    && !ELSEWHERE.contains(regions.of(i))
                    && leadsToAccount(flow.element(i))) {
                return i;
            }
        }
        return -1;
    }

    private boolean leadsToAccount(Element link) {
        String text = link.text();
        int words = text.split(" ", MAX_WORDS + 2).length;
        return words <= MAX_WORDS
                && !(words > 1 && Digits.occurIn(text))
                && !lines.isDateLine(text)
                && isAccount(link.attr("href"))
                && isHere(Addresses.of(link, "href"), link.baseUri());
    }

    /** Whether an address is on the page's host; true where it or the page's is relative or unknown. */
    private static boolean isHere(String address, String page) {
        return address.isEmpty() || page.isEmpty() || Addresses.site(address).equals(Addresses.site(page));
    }

    /** Whether a word of an address says that what follows is the name or number of an account: {@code /users/4818}. */
    static boolean isAccount(String address) {
        int scheme = address.indexOf("//");
        int path = scheme < 0 ? 0 : Math.max(scheme, address.indexOf('/', scheme + 2));
        int start = path;
        for (int i = path; i <= address.length(); i++) {
            if (i == address.length() || !isLetter(address.charAt(i))) {
                if (ACCOUNTS.contains(Ascii.toLowerCase(address.substring(start, i))) && isFollowed(address, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    /** Whether a name or a number follows: behind a hyphen, which words of titles have too, a number alone. */
    private static boolean isFollowed(String address, int word) {
        int end = address.startsWith(".", word) ? endOfWord(address, word + 1) : word;
        if (end + 1 >= address.length() || address.charAt(end + 1) == '#') {
            return false;
        }
        if (address.charAt(end) == '-') {
            return Digits.occurIn(address.substring(end + 1, end + 2));
        }
        return !NOBODYS.contains(Ascii.toLowerCase(address.substring(end + 1, endOfWord(address, end + 1))));
    }

    private static int endOfWord(String address, int start) {
        int end = start;
        while (end < address.length() && isLetter(address.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char unit) {
        return Ascii.isLowerCase(Ascii.toLowerCase(unit));
    }
}
