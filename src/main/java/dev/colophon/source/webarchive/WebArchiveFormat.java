package dev.colophon.source.webarchive;

import dev.colophon.model.Capture;
import dev.colophon.model.RejectReason;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.DocumentFormat;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Sidecar;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page that Safari saved with its pictures in one file, {@code .webarchive}: a property list whose {@code WebMainResource}
 * is the page. Its other resources are parts of it and no documents.
 */
public final class WebArchiveFormat implements Format {
    private static final String MAIN = "WebMainResource";
    private static final int LOOKED_AT = 1 << 12;

    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        if (!bytes.startsWith(0, PropertyList.MAGIC)) {
            return false;
        }
        if (place.name().toLowerCase(Locale.ROOT).endsWith(".webarchive")) {
            return true;
        }
        int most = bytes.ensure(LOOKED_AT);
        for (int i = 0; i < most; i++) {
            if (bytes.at(i) == 'W' && bytes.startsWith(i, MAIN)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) {
        return ItemReader.of(() -> page(place, bytes));
    }

    private static Capture page(Place place, ByteWindow bytes) throws IOException {
        PropertyList list = new PropertyList(DocumentFormat.all(bytes, place.limits()));
        int main = list.value(list.root(), MAIN);
        int content = main < 0 ? -1 : list.value(main, "WebResourceData");
        byte[] page = content < 0 ? null : list.data(content);
        if (page == null) {
            throw new BadInput(RejectReason.MALFORMED, "expected a web archive with its page, found none");
        }
        if (page.length == 0) {
            throw new BadInput(RejectReason.EMPTY, "a web archive whose page is empty");
        }
        return capture(place, list, main, page);
    }

    private static Capture capture(Place place, PropertyList list, int main, byte[] page) throws BadInput {
        Sidecar about = place.about();
        return new Capture(
                place.whole(),
                about.url() == null ? webAddress(text(list, main, "WebResourceURL")) : about.url(),
                about.capturedAt(),
                about.contentType() == null ? type(list, main) : about.contentType(),
                about.lastModified(),
                about.httpStatus(),
                about.publisher(),
                page);
    }

    private static @Nullable String type(PropertyList list, int main) throws BadInput {
        String type = text(list, main, "WebResourceMIMEType");
        String charset = text(list, main, "WebResourceTextEncodingName");
        return type == null || charset == null ? type : type + "; charset=" + charset;
    }

    private static @Nullable String text(PropertyList list, int main, String key) throws BadInput {
        int value = list.value(main, key);
        return value < 0 ? null : list.text(value);
    }

    private static @Nullable String webAddress(@Nullable String address) {
        boolean web = address != null && (address.startsWith("http://") || address.startsWith("https://"));
        return web ? address : null;
    }
}
