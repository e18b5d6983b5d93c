package dev.colophon.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.tika.metadata.Metadata;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Puts a file's dates back as they stand in it, where Tika has made instants in UTC of them: the zone that a mail or a PDF
 * states is lost there, and a day or a clock without a zone has become an instant that nobody stated.
 *
 * <ul>
 *   <li>mails: the field {@code Date} of RFC 5322;
 *   <li>PDF: {@code CreationDate} and {@code ModDate} of the information dictionary, {@code D:20230105093000+01'00'} (ISO
 *       32000-1, 7.9.4 and 14.3.3);
 *   <li>Office Open XML: {@code dcterms:created} and {@code dcterms:modified} of the core properties (ISO/IEC 29500-2);
 *   <li>RTF: {@code \creatim} and {@code \revtim}, which know no zone.
 * </ul>
 */
final class StatedDates {
    private static final String CREATED = "dcterms:created";
    private static final String MODIFIED = "dcterms:modified";
    private static final String CORE_PROPERTIES = "docProps/core.xml";
    private static final String DATE_FIELD = "date:";
    private static final int LONGEST_HEADER = 1 << 18;

    private static final Map<String, String> PDF_FIELDS = Map.of(CREATED, "CreationDate", MODIFIED, "ModDate");
    private static final Map<String, String> RTF_GROUPS = Map.of(CREATED, "creatim", MODIFIED, "revtim");

    private StatedDates() {}

    /** Corrects the metadata of a file of the given type. A date that cannot be found as it stands is left as Tika gives it. */
    static void tell(String mediaType, byte[] body, Metadata metadata) {
        if (metadata.get(CREATED) == null && metadata.get(MODIFIED) == null) {
            return;
        }
        try {
            tellStated(mediaType, body, metadata);
        } catch (IOException unread) {
            // Tika has read it, and said when.
            return;
        }
    }

    private static void tellStated(String mediaType, byte[] body, Metadata metadata) throws IOException {
        if (mediaType.equals("message/rfc822")) {
            set(metadata, CREATED, dateField(body));
        } else if (mediaType.equals("application/pdf")) {
            tellPdf(body, metadata);
        } else if (mediaType.endsWith("/rtf")) {
            RTF_GROUPS.forEach((key, group) -> set(metadata, key, RtfInfo.time(body, group)));
        } else if (isOpenXml(mediaType)) {
            Document core = ZipPart.xml(body, CORE_PROPERTIES);
            set(metadata, CREATED, text(core, CREATED));
            set(metadata, MODIFIED, text(core, MODIFIED));
        }
    }

    private static boolean isOpenXml(String mediaType) {
        return mediaType.startsWith("application/vnd.openxmlformats-officedocument.")
                || (mediaType.startsWith("application/vnd.ms-") && mediaType.endsWith(".macroenabled.12"));
    }

    private static void set(Metadata metadata, String key, @Nullable String stated) {
        if (stated != null && !stated.isBlank() && metadata.get(key) != null) {
            metadata.set(key, stated);
        }
    }

    private static @Nullable String text(Document xml, String name) {
        Element element = xml.getElementsByTag(name).first();
        return element == null ? null : element.text();
    }

    private static void tellPdf(byte[] body, Metadata metadata) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(body)) {
            COSDictionary information = pdf.getDocumentInformation().getCOSObject();
            PDF_FIELDS.forEach((key, field) -> set(metadata, key, information.getString(field)));
        }
    }

    /** The first field {@code Date} of a mail's header, its lines joined; null where there is none. */
    private static @Nullable String dateField(byte[] body) {
        String header = new String(body, 0, Math.min(body.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1);
        StringBuilder date = null;
        for (String line : header.split("\r\n|\n|\r", -1)) {
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            if (line.isEmpty() || (date != null && !folded)) {
                break;
            }
            if (date != null) {
                date.append(line);
            } else if (line.regionMatches(true, 0, DATE_FIELD, 0, DATE_FIELD.length())) {
                date = new StringBuilder(line.substring(DATE_FIELD.length()));
            }
        }
        return date == null ? null : date.toString().strip();
    }
}
