package dev.colophon.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** One XML part of a document that is a ZIP file: {@code meta.xml} of OpenDocument, {@code docProps/core.xml} of Office. */
final class ZipPart {
    private static final int MOST_BYTES = 1 << 18;

    private ZipPart() {}

    /**
     * The part, as far as its first 256 KB go; an empty document where there is none of the name.
     *
     * @throws IOException where the file is broken before it
     */
    static Document xml(byte[] body, String name) throws IOException {
        return xml(body, name::equals);
    }

    /** The first part whose name is one of these, the same way. */
    static Document xml(byte[] body, Predicate<String> names) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (names.test(entry.getName())) {
                    // The part says itself how it is encoded.
                    byte[] part = zip.readNBytes(MOST_BYTES);
                    return Jsoup.parse(new ByteArrayInputStream(part), null, "", Parser.xmlParser());
                }
            }
        }
        return new Document("");
    }
}
