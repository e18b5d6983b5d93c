package dev.colophon.extract;

import dev.colophon.extract.metadata.PageMetadata;
import dev.colophon.extract.page.Area;
import dev.colophon.extract.page.HeadlineFinder;
import dev.colophon.extract.page.PageBlock;
import dev.colophon.extract.page.PageHead;
import dev.colophon.extract.page.PageOutline;
import dev.colophon.extract.page.TextMatch;
import dev.colophon.extract.title.Logos;
import dev.colophon.extract.title.PublisherName;
import dev.colophon.extract.title.ShownTitle;
import dev.colophon.extract.title.SiteNames;
import dev.colophon.extract.title.StatedTitles;
import dev.colophon.extract.title.TitleChoice;
import dev.colophon.extract.title.TitleHeading;
import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import dev.colophon.model.Headline;
import dev.colophon.text.Digits;
import dev.colophon.text.NormalForm;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a page's title as the publisher prints it. The heading on the page wins where it agrees with what the head says;
 * then the title for sharing, then the window title without the site's name.
 */
final class Headlines {
    private static final int LONGEST = 400;
    private static final int LONGEST_KICKER = 60;
    /** So much of the text has to speak of its title. */
    private static final int BEGINNING = 4_000;

    /** What the head calls a title beyond this is an element that nobody closed. */
    private static final int LONGEST_STATED = 2_000;

    private final Document page;
    private final PageOutline outline;
    private final SiteNames site;
    private final StatedTitles titles;
    private final @Nullable PageBlock heading;
    private final @Nullable String description;

    /** Reads the head and finds the heading. */
    Headlines(PageHead head, PageOutline outline, @Nullable String address) {
        this.page = head.page();
        this.outline = outline;
        this.site = SiteNames.of(head, address);
        List<PageBlock> logos = Logos.in(outline);
        logos.forEach(logo -> site.add(logo.text()));
        this.titles = StatedTitles.of(head, site);
        this.heading = HeadlineFinder.find(outline, titles.raw(), titles.alone(List.of()), logos);
        if (address == null || !Logos.isFrontPage(address)) {
            Logos.named(outline, titles).forEach(site::add);
        }
        this.description = description(head);
    }

    /** What the head calls the page, site names included. */
    List<String> stated() {
        return titles.raw();
    }

    /** The element that shows the title; null where none does. */
    @Nullable
    Element element() {
        return heading == null ? null : heading.area().element();
    }

    /** The block that shows the title; null where none does. */
    @Nullable
    PageBlock heading() {
        return heading;
    }

    /** The summary that the head states; null where it states none. */
    @Nullable
    String description() {
        return description;
    }

    private static @Nullable String description(PageHead head) {
        String stated = null;
        for (Element meta : head.headMetas()) {
            String name = PageHead.key(meta);
            if (name.equals("og:description") || (stated == null && name.equalsIgnoreCase("description"))) {
                stated = NormalForm.NFC.of(meta.attr("content"));
            }
        }
        return stated;
    }

    /** What the heading says and what the head says. */
    List<String> all() {
        List<String> all = new ArrayList<>(stated());
        if (heading != null) {
            all.add(0, heading.text());
        }
        return all;
    }

    /** What the page is called, without the site's name, and how it is described. */
    List<String> called() {
        List<String> called = new ArrayList<>(titles.alone(List.of()));
        if (description != null) {
            called.add(description);
        }
        return called;
    }

    /**
     * What the publisher is called; null where neither the page nor, with its address, its window's title or its links to the
     * front page say so.
     */
    @Nullable
    String publisher(PageMetadata metadata, @Nullable String address) {
        String known = address == null ? metadata.canonicalUrl() : address;
        String named = PublisherName.of(metadata.siteName(), titles.window(), known);
        return named == null ? PublisherName.shown(page, known) : named;
    }

    /**
     * The headline as the page prints it.
     *
     * @param address the page's address; null where unknown
     * @param text the page's blocks, told apart
     */
    Headline choose(PageMetadata metadata, @Nullable String address, List<Block> text) {
        String found = title(metadata, address, beginning(text));
        String title = found == null || found.length() > LONGEST_STATED ? null : found;
        String above = title == null ? null : above(title, metadata);
        if (title != null && above != null) {
            String alone = title.substring(above.length()).strip();
            return new Headline(alone, metadata.kicker() == null ? above : metadata.kicker(), metadata.description());
        }
        String kicker = metadata.kicker() == null ? kicker(title, metadata) : metadata.kicker();
        return new Headline(title, worded(kicker == null ? before(title) : kicker), metadata.description());
    }

    /** Null for a date or a number, which stand where kickers do. */
    private static @Nullable String worded(@Nullable String kicker) {
        return kicker == null || kicker.codePoints().noneMatch(Character::isLetter) ? null : kicker;
    }

    /** The words that stand before the title in its heading; null where there are none, or too many for a kicker. */
    private @Nullable String before(@Nullable String title) {
        String shown = heading == null ? "" : clean(heading.text());
        int length = title == null || !shown.endsWith(title) ? 0 : shown.length() - title.length();
        String words = shown.substring(0, Math.min(length, LONGEST_KICKER + 1)).strip();
        return words.isEmpty() || length > LONGEST_KICKER || !TextMatch.isWord(words.codePointBefore(words.length()))
                ? null
                : words;
    }

    /** The kicker that stands before the title in the same heading, no mark between them; null where there is none. */
    private static @Nullable String above(String title, PageMetadata metadata) {
        for (String other : metadata.titles()) {
            String alone = clean(other);
            int start = title.length() - alone.length();
            boolean ends = start > 1 && start <= LONGEST_KICKER && alone.length() >= start && title.endsWith(alone);
            if (ends && title.charAt(start - 1) == ' ' && TextMatch.isWord(title.codePointBefore(start - 1))) {
                String above = title.substring(0, start).strip();
                return Digits.occurIn(above) ? null : above; // The 10 (Best Bridges)
            }
        }
        return null;
    }

    private static String beginning(List<Block> text) {
        StringBuilder beginning = new StringBuilder();
        for (Block block : text) {
            if (block.kind() == BlockKind.BODY && beginning.length() < BEGINNING) {
                beginning.append(block.text()).append(' ');
            }
        }
        return beginning.substring(0, Math.min(BEGINNING, beginning.length()));
    }

    private @Nullable String title(PageMetadata metadata, @Nullable String address, String text) {
        site.add(metadata.siteName());
        StatedTitles all = titles.with(metadata.titles());
        List<String> hidden = hidden();
        if (all.raw().isEmpty()) {
            return heading == null ? null : clean(heading.text());
        }
        if (heading == null || heading.text().length() > LONGEST) {
            String best = all.best(hidden);
            String lesser = heading == null && best != null ? TitleHeading.of(page, outline, best, site) : null;
            return lesser == null ? best : lesser;
        }
        List<String> alone = all.alone(List.of(heading.text()));
        String whole = whole(heading, alone);
        if (whole != null) {
            return whole;
        }
        String shown = ShownTitle.of(heading.area().element(), heading.text(), alone, site);
        return TitleChoice.of(shown, all, address == null ? metadata.canonicalUrl() : address, hidden, text);
    }

    /** The stated title that says what all blocks of a divided heading say together; null where none does. */
    private static @Nullable String whole(PageBlock heading, List<String> stated) {
        Area area = heading.headingArea();
        String whole = area == null || area == heading.area()
                ? ""
                : TextMatch.fold(area.element().text());
        boolean divided = !whole.isEmpty() && !whole.equals(TextMatch.fold(heading.text()));
        return stated.stream()
                .filter(title -> divided && TextMatch.fold(title).equals(whole))
                .findFirst()
                .orElse(null);
    }

    /** First-level headings that are not shown: pages that scripts draw again, and those whose logo hides the heading. */
    private List<String> hidden() {
        return outline.blocks().stream()
                .filter(block -> block.hidden() && block.headingLevel() == 1)
                .map(block -> Spaces.collapse(block.text()))
                .toList();
    }

    /** The words before a colon, where another title of the page goes without them. */
    private static @Nullable String kicker(@Nullable String title, PageMetadata metadata) {
        int colon = title == null ? -1 : title.indexOf(": ");
        if (title == null || colon <= 0 || colon > LONGEST_KICKER) {
            return null;
        }
        String rest = TextMatch.fold(title.substring(colon + 1));
        boolean separate = metadata.titles().stream().map(TextMatch::fold).anyMatch(rest::equals);
        return separate ? title.substring(0, colon).strip() : null;
    }

    private static String clean(String title) {
        return Spaces.collapse(title);
    }
}
