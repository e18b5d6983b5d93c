package dev.colophon.source.records;

import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.ByteWindow;
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
 * began, the one before has lost its end.
 */
final class JsonElementItems implements ItemReader {
    private final Place place;
    private final ByteWindow bytes;
    private final boolean array;
    private final RecordCaptures captures;
    private final ElementScanner scanner;

    /**
     * The elements of a text.
     *
     * @param start visible bytes in front of the first one
     */
    JsonElementItems(Place place, ByteWindow bytes, int start, boolean array) {
        this.place = place;
        this.bytes = bytes;
        this.array = array;
        this.captures =
                new RecordCaptures(place, new FieldMapping(place.settings().fields()), "json");
        this.scanner = new ElementScanner(bytes, place.limits().documentBytes());
        for (int i = 0; i < start; i++) {
            scanner.passed(bytes.at(i));
        }
        bytes.consume(start);
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        while (bytes.ensure(1) > 0) {
            byte unit = bytes.at(0);
            if (unit == '{') {
                return element();
            }
            if (array && unit == ']') {
                passRest();
                return null;
            }
            if (!JsonHead.isSpace(unit) && unit != ',') {
                return stray();
            }
            scanner.passed(unit);
            bytes.consume(1);
        }
        return null;
    }

    /** What follows an array of records: counts and the like. */
    private void passRest() throws IOException {
        while (bytes.ensure(1) > 0) {
            bytes.consume(bytes.visible());
        }
    }

    private SourceItem element() throws IOException {
        long offset = bytes.position();
        ElementScanner.End end = scanner.find();
        if (end.state() == ElementScanner.State.WHOLE) {
            SourceItem item =
                    JsonLineItems.item(place, captures, offset, bytes.slice(0, end.length()), RejectReason.MALFORMED);
            bytes.consume(end.length());
            return item;
        }
        return lost(offset, end.state(), end.length());
    }

    private SourceItem lost(long offset, ElementScanner.State state, int length) throws IOException {
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
