package dev.colophon.source.format.xml;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ItemEnd;
import dev.colophon.source.format.ItemEnd.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds where items or records begin and end, without parsing: tags in comments and character data are none. */
public final class XmlScanner {
    private static final List<String> ITEMS = List.of("item", "entry");
    private static final int MOST_SEARCHES = 50;
    private static final int LONGEST_HEAD = 1 << 16;
    private static final String DATA = "<![CDATA[";
    private static final String COMMENT = "<!--";

    private final ByteWindow bytes;
    private final long limit;
    private final List<String> items;
    /** How often an end may still be looked for behind further items: each time all bytes up to the limit may be. */
    private int searches;

    private XmlScanner(ByteWindow bytes, long limit, List<String> items, int searches) {
        this.bytes = bytes;
        this.limit = limit;
        this.items = items;
        this.searches = searches;
    }

    /**
     * The items of a feed, none of which lies in another.
     *
     * @param limit most bytes of an item
     */
    public static XmlScanner ofFeed(ByteWindow bytes, long limit) {
        return new XmlScanner(bytes, limit, ITEMS, 0);
    }

    /**
     * Records, whose lists may be of elements of the same name: {@code <item><tags><item>}.
     *
     * @param limit most bytes of a record
     * @param name of the elements that are records
     */
    public static XmlScanner ofRecords(ByteWindow bytes, long limit, String name) {
        return new XmlScanner(bytes, limit, List.of(name), MOST_SEARCHES);
    }

    /** Whether a tag begins at a visible byte: {@code <rss} before white space, {@code >} or {@code />}. */
    public static boolean isTag(ByteWindow bytes, int at, String tag) throws IOException {
        if (!bytes.startsWith(at, tag) || bytes.ensure(at + tag.length() + 1) <= at + tag.length()) {
            return false;
        }
        byte next = bytes.at(at + tag.length());
        return next == '>' || next == '/' || (next >= 0 && next <= ' ');
    }

    /** The name of the item whose tag begins at a visible byte; null where none does. */
    public static @Nullable String itemAt(ByteWindow bytes, int at) throws IOException {
        return itemAt(bytes, at, ITEMS);
    }

    private static @Nullable String itemAt(ByteWindow bytes, int at, List<String> items) throws IOException {
        for (String item : items) {
            if (isTag(bytes, at, "<" + item)) {
                return item;
            }
        }
        return null;
    }

    /**
     * Goes on to the next item; null where none follows.
     *
     * @param head takes the first 64 KB of what is passed
     */
    @Nullable
    String passToItem(ByteArrayOutputStream head) throws IOException {
        while (bytes.ensure(1) > 0) {
            String item = bytes.at(0) == '<' ? itemAt(bytes, 0, items) : null;
            if (item != null) {
                return item;
            }
            pass(head);
        }
        return null;
    }

    /** Goes on to the end of the item that begins here, or to where the next one does, however far that is. */
    void passItem(String item) throws IOException {
        ByteArrayOutputStream passed = new ByteArrayOutputStream();
        String closing = "</" + item;
        do {
            pass(passed);
        } while (bytes.ensure(1) > 0
                && (bytes.at(0) != '<' || !(isTag(bytes, 0, closing) || item.equals(itemAt(bytes, 0, items)))));
    }

    /** Passes a byte, or a comment or character data up to its end. */
    private void pass(ByteArrayOutputStream head) throws IOException {
        String end = bytes.startsWith(0, DATA) ? "]]>" : bytes.startsWith(0, COMMENT) ? "-->" : "";
        take(1, head);
        while (!end.isEmpty() && bytes.ensure(1) > 0 && !bytes.startsWith(0, end)) {
            take(1, head);
        }
    }

    private void take(int count, ByteArrayOutputStream head) {
        if (head.size() < LONGEST_HEAD) {
            ByteWindow.ByteSlice part = bytes.slice(0, count);
            head.write(part.array(), part.offset(), part.length());
        }
        bytes.consume(count);
    }

    /** Finds the end of the item that begins here; consumes nothing. */
    ItemEnd find(String item) throws IOException {
        if (searches > 0) {
            ItemEnd end = find(item, true);
            if (end.state() == State.WHOLE) {
                return end;
            }
            searches--; // it has lost its end, and the next one is no part of it
        }
        return find(item, false);
    }

    private ItemEnd find(String item, boolean nested) throws IOException {
        String closing = "</" + item;
        int depth = 1;
        boolean opened = false;
        for (int at = 0; bytes.ensure(at + 1) > at; at++) {
            if (at >= limit) {
                return new ItemEnd(State.TOO_LONG, at);
            }
            byte unit = bytes.at(at);
            if (unit == '>' && !opened) {
                opened = true;
                if (bytes.at(at - 1) == '/') {
                    return new ItemEnd(State.WHOLE, at + 1);
                }
            } else if (unit == '<' && bytes.startsWith(at, DATA)) {
                at = endOf("]]>", at);
            } else if (unit == '<' && bytes.startsWith(at, COMMENT)) {
                at = endOf("-->", at);
            } else if (unit == '<' && isTag(bytes, at, closing)) {
                depth--;
                int end = endOf(">", at);
                if (depth == 0) {
                    return bytes.ensure(end + 1) > end
                            ? new ItemEnd(State.WHOLE, end + 1)
                            : new ItemEnd(State.CUT, end);
                }
            } else if (unit == '<' && at > 0 && item.equals(itemAt(bytes, at, items))) {
                if (!nested) {
                    return new ItemEnd(State.BROKEN, at);
                }
                at = endOf(">", at);
                depth += bytes.at(at - 1) == '/' ? 0 : 1;
            }
        }
        return new ItemEnd(State.CUT, bytes.visible());
    }

    /** Index of the last byte of a mark, or the index behind the last that is looked at. */
    private int endOf(String mark, int from) throws IOException {
        int at = from;
        while (at < limit && bytes.ensure(at + 1) > at) {
            if (bytes.at(at) == mark.charAt(0) && bytes.startsWith(at, mark)) {
                return at + mark.length() - 1;
            }
            at++;
        }
        return at;
    }
}
