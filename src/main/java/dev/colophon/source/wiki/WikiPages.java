package dev.colophon.source.wiki;

import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import dev.colophon.source.wiki.TagScanner.Passed;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a dump, each with its latest revision, which stands last. Pages are cut out by their tags, so that a damaged one
 * costs itself, and of a long history only one revision is in memory.
 */
final class WikiPages implements ItemReader {
    private static final int LONGEST_HEAD = 1 << 20;
    private static final String PAGE = "<page>";
    private static final String PAGE_END = "</page>";
    private static final String REVISION = "<revision>";
    private static final String REVISION_END = "</revision>";
    private static final List<String> IN_PAGE = List.of(REVISION, PAGE_END, PAGE);
    private static final List<String> IN_REVISION = List.of(REVISION_END, PAGE_END, PAGE);

    private final Place place;
    private final ByteWindow bytes;
    private final TagScanner scanner;
    private @Nullable WikiSite site;

    WikiPages(Place place, ByteWindow bytes) {
        this.place = place;
        this.bytes = bytes;
        this.scanner = new TagScanner(bytes);
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        Passed between = new Passed(LONGEST_HEAD);
        String tag = scanner.passTo(List.of(PAGE), between);
        if (site == null) {
            site = WikiSite.of(WikiXml.readHead(between.bytes()));
        }
        if (tag == null) {
            return null;
        }
        long offset = bytes.position();
        try {
            OnePage page = read();
            long length = bytes.position() - offset;
            return page.item(place, site, offset, length);
        } catch (BadInput damage) {
            return Rejects.of(place.origin(offset, bytes.position() - offset), damage);
        }
    }

    /** Reads the page that begins here. */
    private OnePage read() throws IOException {
        Passed head = new Passed(LONGEST_HEAD);
        scanner.take(PAGE.length(), head);
        byte[] first = null;
        Passed last = null;
        String tag = scanner.passTo(IN_PAGE, head);
        while (REVISION.equals(tag)) {
            last = new Passed(place.limits().documentBytes());
            scanner.take(REVISION.length(), last);
            requireEnd(scanner.passTo(IN_REVISION, last), REVISION_END);
            scanner.take(REVISION_END.length(), last);
            first = first == null && !last.isTooLong() ? last.bytes() : first;
            tag = scanner.passTo(IN_PAGE, new Passed(0));
        }
        requireEnd(tag, PAGE_END);
        Passed end = new Passed(LONGEST_HEAD);
        scanner.take(PAGE_END.length(), end);
        if (last == null) {
            throw new BadInput(RejectReason.EMPTY, "a page without a revision");
        }
        if (last.isTooLong() || head.isTooLong()) {
            throw new BadInput(
                    RejectReason.LIMIT_SIZE,
                    "a revision of more than " + place.limits().documentBytes() + " bytes");
        }
        head.add(new ByteWindow.ByteSlice(end.bytes(), 0, PAGE_END.length()));
        return OnePage.of(head.bytes(), first == null ? last.bytes() : first, last.bytes());
    }

    private static void requireEnd(@Nullable String found, String expected) throws BadInput {
        if (found == null) {
            throw new BadInput(RejectReason.TRUNCATED, "expected " + expected + ", found the end");
        }
        if (!found.equals(expected)) {
            throw new BadInput(RejectReason.MALFORMED, "expected " + expected + ", found " + found);
        }
    }
}
