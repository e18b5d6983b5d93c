package dev.colophon.extract.metadata;

import com.google.common.base.Ascii;
import dev.colophon.extract.metadata.PageFacts.Party;
import dev.colophon.extract.metadata.PageFacts.Place;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.ContributorKind;
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
 * States who began the thread that a page of a forum shows: whom microdata names as the author of what began it, else whom the
 * first link below the headline names that leads to an account.
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
            EnumSet.of(Region.FURNITURE, Region.RELATED, Region.OTHER_ARTICLES, Region.CAPTION);
    private static final int MAX_NAME = 60;
    private static final int MAX_INNER = 40;

    private final PageFlow flow;
    private final PageMarks marks;
    private final PageRegions regions;
    private final PageFacts facts;

    ThreadStarter(PageFlow flow, PageRegions regions, PageFacts facts) {
        this.flow = flow;
        this.marks = flow.marks();
        this.regions = regions;
        this.facts = facts;
    }

    /**
     * States it, unless linked data has.
     *
     * @param headline null where there is none
     */
    void state(@Nullable Element headline) {
        if (facts.isNamed(ClaimSource.JSON_LD, STATED)) {
            return;
        }
        int marked = marked();
        int index = marked < 0 ? linked(Math.max(flow.headEnd(), flow.index(headline))) : marked;
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
        int[] items = new int[flow.size()];
        for (int i = 0; i < flow.size(); i++) {
            int parent = flow.parent(i);
            items[i] = parent < 0 ? -1 : marks.opensItem(parent) ? parent : items[parent];
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

    /** The first link behind an element that leads to an account; -1 where none does. */
    private int linked(int behind) {
        BitSet anchors = flow.anchors();
        for (int i = anchors.nextSetBit(behind + 1); i >= 0; i = anchors.nextSetBit(i + 1)) {
            boolean readable = flow.length(i) > 1 && flow.length(i) <= MAX_NAME;
            if (readable
                    && !ELSEWHERE.contains(regions.of(i))
                    && isAccount(flow.element(i).attr("href"))) {
                return i;
            }
        }
        return -1;
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
