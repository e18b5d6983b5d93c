package dev.colophon.source.records;

import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ItemEnd;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The objects of an array, or objects one behind the other. They are cut out by their brackets and parsed one by one, so that
 * a damaged one costs itself: where a text goes over a line's end, or a line begins an object no deeper than the first ones
 * began, the one before has lost its end. Behind a list of pages further ones are looked for, in the same text and in those
 * behind it; texts that lie in none are one reject.
 */
final class JsonElementItems implements ItemReader {
    private final Place place;
    private final ByteWindow bytes;
    private final boolean array;
    private final FieldMapping mapping;
    private final RecordCaptures captures;
    private final ElementScanner scanner;
    private final JsonSurroundings around = new JsonSurroundings();

    /** Whether the next byte lies in a list of pages, or begins a page. */
    private boolean inside = true;

    private boolean alone;
    private int listsLookedAt;
    private boolean ended;

    /**
     * The elements of a text.
     *
     * @param start visible bytes in front of the first one
     */
    JsonElementItems(Place place, ByteWindow bytes, int start, boolean array) {
        this.place = place;
        this.bytes = bytes;
        this.array = array;
        this.mapping = new FieldMapping(place.settings().fields());
        this.captures = new RecordCaptures(place, mapping, "json");
        this.scanner = new ElementScanner(bytes, place.limits().documentBytes());
        pass(start);
        around.interrupt();
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        while (bytes.ensure(1) > 0) {
            byte unit = bytes.at(0);
            if (!inside) {
                goOn();
            } else if (unit == '{') {
                inside = !alone;
                return element();
            } else if (array && unit == ']') {
                pass(1);
                inside = false;
            } else if (!JsonHead.isSpace(unit) && unit != ',') {
                return stray();
            } else {
                scanner.passed(unit);
                bytes.consume(1);
            }
        }
        return unread();
    }

    /** Goes on to the next page or list of pages. */
    private void goOn() throws IOException {
        while (!inside && bytes.ensure(1) > 0) {
            byte unit = bytes.at(0);
            boolean opens = !around.isInText() && (unit == '[' || unit == '{');
            if (opens && around.depth() == 0) {
                listsLookedAt = 0;
                enterText();
            } else if (opens && unit == '[' && isListOfArticles()) {
                enter(firstObject());
            } else {
                pass(1);
            }
        }
    }

    /** Another JSON text begins. */
    private void enterText() throws IOException {
        JsonHead head = JsonHead.of(bytes, mapping);
        if (head == null) {
            pass(1);
            return;
        }
        enter(head.start());
        alone = !head.array();
    }

    private void enter(int start) {
        pass(start);
        around.interrupt();
        scanner.beginList();
        listsLookedAt = 0;
        inside = true;
        alone = false;
    }

    private boolean isListOfArticles() throws IOException {
        int first = firstObject();
        if (first < 0 || listsLookedAt++ >= JsonArrays.MOST_ARRAYS) {
            return false;
        }
        return JsonArrays.holdsArticles(bytes.slice(0, bytes.ensure(JsonHead.LOOKED_AT)), mapping, around.depth() + 1);
    }

    /** Bytes in front of the first object of the array that begins here; -1 where something else is first. */
    private int firstObject() throws IOException {
        int at = 1;
        while (at < JsonHead.LOOKED_AT && bytes.ensure(at + 1) > at && JsonHead.isSpace(bytes.at(at))) {
            at++;
        }
        return at < bytes.visible() && bytes.at(at) == '{' ? at : -1;
    }

    /** Passes visible bytes around the lists. */
    private void pass(int count) {
        for (int i = 0; i < count; i++) {
            scanner.passed(bytes.at(i));
            around.take(bytes.at(i), bytes.position() + i);
        }
        bytes.consume(count);
    }

    private @Nullable SourceItem unread() {
        around.interrupt();
        JsonSurroundings.Unread unread = around.unread();
        if (unread == null || !array || ended) {
            return null;
        }
        ended = true;
        String message = unread.bytes() + " bytes outside of the lists of pages were not read";
        long length = bytes.position() - unread.offset();
        return Rejects.of(place.origin(unread.offset(), length), RejectReason.UNSUPPORTED, message, null, 0);
    }

    private SourceItem element() throws IOException {
        long offset = bytes.position();
        ItemEnd end = scanner.find();
        if (end.state() == ItemEnd.State.WHOLE) {
            SourceItem item =
                    JsonLineItems.item(place, captures, offset, bytes.slice(0, end.length()), RejectReason.MALFORMED);
            bytes.consume(end.length());
            return item;
        }
        return lost(offset, end.state(), end.length());
    }

    private SourceItem lost(long offset, ItemEnd.State state, int length) throws IOException {
        return switch (state) {
            case TOO_LONG ->
                reject(
                        offset,
                        RejectReason.LIMIT_SIZE,
                        "an object of more than " + place.limits().documentBytes() + " bytes",
                        scanner.recovers() ? 1 : length);
            case CUT ->
                reject(
                        offset,
                        RejectReason.TRUNCATED,
                        "expected a JSON object's end, found none",
                        scanner.recovers() ? 1 : length);
            default -> reject(offset, RejectReason.MALFORMED, "a JSON object without its end", length);
        };
    }

    private SourceItem stray() throws IOException {
        return reject(bytes.position(), RejectReason.MALFORMED, "expected a JSON object, found something else", 1);
    }

    /** Passes over what is lost: some bytes, and all up to the next object. */
    private SourceItem reject(long offset, RejectReason reason, String message, int atLeast) throws IOException {
        MessageDigest digest = Hashes.sha256();
        int left = atLeast;
        while (bytes.ensure(1) > 0 && (left > 0 || !scanner.beginsElement())) {
            byte unit = bytes.at(0);
            digest.update(unit);
            scanner.passed(unit);
            bytes.consume(1);
            left--;
        }
        long length = bytes.position() - offset;
        String sha256 = HexFormat.of().formatHex(digest.digest());
        return Rejects.of(place.origin(offset, length), reason, message, sha256, length);
    }
}
