package dev.colophon.extract;

import java.io.IOException;
import org.apache.tika.metadata.Metadata;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Tells the author of a file from whoever saved it last, where Tika does not: OpenDocument files hold both and Tika calls
 * both the creator; RTF files name an operator, which Tika leaves out.
 */
final class LastAuthors {
    private static final String AUTHOR = "dc:creator";
    private static final String LAST_AUTHOR = "meta:last-author";

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
        Document meta = ZipPart.xml(body, "meta.xml");
        Element initial = meta.getElementsByTag("meta:initial-creator").first();
        Element last = meta.getElementsByTag("dc:creator").first();
        if (initial != null && last != null) {
            metadata.set(AUTHOR, initial.text());
            metadata.set(LAST_AUTHOR, last.text());
        }
    }
}
