package dev.colophon.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.metadata.Metadata;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * Tells the author of a file from whoever saved it last, where Tika does not: OpenDocument files hold both and Tika calls
 * both the creator; RTF files name an operator, which Tika leaves out.
 */
final class LastAuthors {
    private static final String AUTHOR = "dc:creator";
    private static final String LAST_AUTHOR = "meta:last-author";
    private static final int MOST_META = 1 << 18;

    private LastAuthors() {}

    /** Corrects the metadata of a file of the given type. */
    static void tell(String mediaType, byte[] body, Metadata metadata) throws IOException {
        if (mediaType.startsWith("application/vnd.oasis.opendocument.") && metadata.get(AUTHOR) != null) {
            tellOpenDocument(body, metadata);
        } else if (mediaType.endsWith("/rtf")) {
            String operator = RtfInfo.value(body, "operator");
            if (!operator.isEmpty()) {
                metadata.set(LAST_AUTHOR, operator);
            }
        }
    }

    /** What OpenDocument calls the creator is the last one; the first is the initial creator. */
    private static void tellOpenDocument(byte[] body, Metadata metadata) throws IOException {
        Document meta = Jsoup.parse(metaXml(body), "", Parser.xmlParser());
        Element initial = meta.getElementsByTag("meta:initial-creator").first();
        Element last = meta.getElementsByTag("dc:creator").first();
        if (initial != null && last != null) {
            metadata.set(AUTHOR, initial.text());
            metadata.set(LAST_AUTHOR, last.text());
        }
    }

    private static String metaXml(byte[] body) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body), StandardCharsets.UTF_8)) {
            ZipEntry entry = zip.getNextEntry();
            while (entry != null) {
                if (entry.getName().equals("meta.xml")) {
                    return new String(zip.readNBytes(MOST_META), StandardCharsets.UTF_8);
                }
                entry = zip.getNextEntry();
            }
        }
        return "";
    }
}
