package dev.colophon.source;

import dev.colophon.model.Capture;
import dev.colophon.model.DateClaim;
import dev.colophon.model.Declared;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Origin;
import dev.colophon.model.Reject;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.Budget;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import dev.colophon.source.format.Sidecar;
import dev.colophon.source.format.Slice;
import dev.colophon.source.format.SourceLimits;
import dev.colophon.source.format.SourceSettings;
import dev.colophon.source.format.StreamBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads bytes in memory as an input file. */
record Dump(byte[] bytes, List<SourceItem> items) {
    static Dump of(String text) throws IOException {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Dump of(byte[] bytes) throws IOException {
        return of(bytes, SourceSettings.DEFAULT, Slice.WHOLE);
    }

    static Dump of(String text, Map<String, String> fields) throws IOException {
        return of(text.getBytes(StandardCharsets.UTF_8), new SourceSettings(SourceLimits.DEFAULT, fields), Slice.WHOLE);
    }

    static Dump of(byte[] bytes, SourceSettings settings, Slice slice) throws IOException {
        Place.Reading reading =
                new Place.Reading(settings, Formats::open, new Budget(bytes.length, settings.limits()), null);
        Place place = Place.ofFile("dump", bytes.length, slice, Sidecar.NONE, reading);
        List<SourceItem> items = new ArrayList<>();
        StreamBytes window = StreamBytes.of(new ByteWindow.ByteSlice(bytes, 0, bytes.length));
        try (ItemReader reader = place.open(window)) {
            for (SourceItem item = reader.next(); item != null; item = reader.next()) {
                items.add(item);
            }
        } catch (BadInput damage) {
            items.add(Rejects.of(Origin.ofFile("dump", bytes.length), damage));
        }
        return new Dump(bytes, items);
    }

    /** {@code name} of the address, or the body, for a capture; {@code !reason} for a reject. */
    List<String> shown() {
        return items.stream().map(Dump::show).toList();
    }

    private static String show(SourceItem item) {
        if (item instanceof Reject reject) {
            return "!" + reject.reason().label();
        }
        Capture capture = (Capture) item;
        return capture.url() == null
                ? new String(capture.body(), StandardCharsets.UTF_8)
                : capture.url().substring(capture.url().lastIndexOf('/') + 1);
    }

    Capture capture(int index) {
        return (Capture) items.get(index);
    }

    Reject reject(int index) {
        return (Reject) items.get(index);
    }

    String body(int index) {
        return new String(capture(index).body(), StandardCharsets.UTF_8);
    }

    Declared declared(int index) {
        return Objects.requireNonNull(capture(index).declared());
    }

    /** {@code published 2025-06-05 json:date}. */
    List<String> dates(int index) {
        return declared(index).dates().stream().map(Dump::show).toList();
    }

    private static String show(DateClaim claim) {
        return claim.meaning().name().toLowerCase(java.util.Locale.ROOT) + ' ' + claim.raw() + ' ' + claim.locator();
    }

    /** {@code author Ada json:author}. */
    List<String> names(int index) {
        return declared(index).names().stream().map(Dump::show).toList();
    }

    private static String show(NameClaim claim) {
        return Objects.requireNonNull(claim.role()).label() + ' ' + claim.raw() + ' ' + claim.locator();
    }

    /** The bytes of the file that an item's origin names. */
    String place(int index) {
        Origin origin = items.get(index).origin();
        return new String(
                Arrays.copyOfRange(bytes, (int) origin.offset(), (int) (origin.offset() + origin.length())),
                StandardCharsets.UTF_8);
    }
}
