package dev.colophon.source.format.xml;

import dev.colophon.model.Origin;
import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.ItemEnd;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import dev.colophon.text.Hashes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The items of a feed, or the records of another dump in XML, in order. They are cut out by their tags and parsed one
 * by one, so that a damaged one costs itself.
 */
public final class XmlItems implements ItemReader {
    private static final Pattern ASIDE = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern TAG = Pattern.compile("<[^<>]*>");

    private final Place place;
    private final ByteWindow bytes;
    private final XmlScanner scanner;
    private Charset charset = StandardCharsets.UTF_8;
    private final Maker maker;
    private boolean begun;

    private long missedFrom = -1;
    private long missed;

    /** The item that begins here and is to be passed over; null where none is. */
    private @Nullable String tooLong;

    /**
     * The items of some bytes.
     *
     * @param scanner finds them
     */
    public XmlItems(Place place, ByteWindow bytes, XmlScanner scanner, Maker maker) {
        this.place = place;
        this.bytes = bytes;
        this.scanner = scanner;
        this.maker = maker;
    }

    /** Makes captures of items. */
    public interface Maker {
        /** Takes what lies before the first item. */
        void head(String xml);

        /** The capture that an item is, or why it is none. */
        SourceItem item(Map<String, List<XmlElement>> elements, Origin origin);

        /** Whether texts between the items are missed: those of a feed are its own. */
        default boolean wantsAll() {
            return false;
        }
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        if (tooLong != null) {
            scanner.passItem(tooLong);
            tooLong = null;
        }
        ByteArrayOutputStream between = new ByteArrayOutputStream();
        long before = bytes.position();
        String item = scanner.passToItem(between);
        if (!begun) {
            begun = true;
            charset = XmlReading.charset(between.toByteArray());
            maker.head(between.toString(charset));
        } else if (maker.wantsAll() && holdsText(between.toString(charset))) {
            missedFrom = missedFrom < 0 ? before : missedFrom;
            missed += bytes.position() - before;
        }
        if (item == null) {
            return missed();
        }
        long offset = bytes.position();
        ItemEnd end = scanner.find(item);
        byte[] whole = bytes.slice(0, end.length()).copy();
        if (end.state() == ItemEnd.State.TOO_LONG) {
            tooLong = item;
        } else {
            bytes.consume(end.length());
        }
        Origin origin = place.origin(offset, end.length());
        if (end.state() != ItemEnd.State.WHOLE) {
            return Rejects.of(origin, reason(end.state()), message(item, end), Hashes.sha256Hex(whole), whole.length);
        }
        try {
            return maker.item(XmlReading.read(new String(whole, charset)), origin);
        } catch (BadInput broken) {
            return Rejects.of(origin, broken.reason(), broken.text(), Hashes.sha256Hex(whole), whole.length);
        }
    }

    private static boolean holdsText(String xml) {
        String text = ASIDE.matcher(xml).replaceAll("").replace("<![CDATA[", "");
        return TAG.matcher(text).replaceAll("").chars().anyMatch(Character::isLetter);
    }

    private @Nullable SourceItem missed() {
        if (missed == 0) {
            return null;
        }
        String message = missed + " bytes between the records were not read";
        missed = 0;
        Origin origin = place.origin(missedFrom, bytes.position() - missedFrom);
        return Rejects.of(origin, RejectReason.UNSUPPORTED, message, null, 0);
    }

    private static RejectReason reason(ItemEnd.State state) {
        return switch (state) {
            case TOO_LONG -> RejectReason.LIMIT_SIZE;
            case CUT -> RejectReason.TRUNCATED;
            case BROKEN, WHOLE -> RejectReason.MALFORMED;
        };
    }

    private static String message(String item, ItemEnd end) {
        return switch (end.state()) {
            case TOO_LONG -> "an item of more than " + end.length() + " bytes";
            case CUT -> "expected </" + item + ">, found the end";
            case BROKEN, WHOLE -> "expected </" + item + ">, found another <" + item + ">";
        };
    }
}
