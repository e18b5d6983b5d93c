package dev.colophon.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Takes the text out of Word and OpenDocument files that their authors have deleted or moved elsewhere and the files keep for
 * review: {@code w:del} and {@code w:moveFrom} (ISO/IEC 29500-1, 17.13.5), {@code text:tracked-changes} (OpenDocument 1.3,
 * 5.5.1), and Word's marks of what its reviewers commented on, at which comments are read. Tika's readers take it for text.
 */
final class TrackedChanges {
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text";
    private static final Set<String> PARTS =
            Set.of("word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "content.xml");
    private static final List<String> ELEMENTS = List.of("w:del", "w:moveFrom", "text:tracked-changes");
    private static final String COMMENT = "<w:commentRangeStart ";

    private TrackedChanges() {}

    /**
     * The file without what was deleted; the same bytes where nothing was, the type keeps no such text, or the file is not
     * read from end to end: its own reader tells then what is wrong with it, if anything is.
     */
    static byte[] without(String mediaType, byte[] body) {
        boolean looked = mediaType.startsWith(WORD)
                || mediaType.startsWith("application/vnd.ms-word.")
                || mediaType.startsWith(OPEN_DOCUMENT);
        try {
            return looked && holdsAny(body) ? rewritten(body) : body;
        } catch (IOException unread) {
            return body;
        }
    }

    private static boolean holdsAny(byte[] body) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (PARTS.contains(entry.getName())) {
                    String part = text(zip.readAllBytes());
                    if (part.contains(COMMENT)
                            || ELEMENTS.stream()
                                    .anyMatch(name ->
                                            part.contains("<" + name + " ") || part.contains("<" + name + ">"))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Each byte as a character, so that nothing but ASCII is understood and nothing is changed. */
    private static String text(byte[] part) {
        return new String(part, StandardCharsets.ISO_8859_1);
    }

    private static byte[] rewritten(byte[] body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(body));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                if (PARTS.contains(entry.getName())) {
                    String part = text(in.readAllBytes());
                    for (String element : ELEMENTS) {
                        part = without(part, element);
                    }
                    part = withoutComments(part);
                    zip.write(part.getBytes(StandardCharsets.ISO_8859_1));
                } else {
                    in.transferTo(zip);
                }
            }
        }
        return out.toByteArray();
    }

    private static String withoutComments(String xml) {
        StringBuilder kept = new StringBuilder(xml.length());
        int from = 0;
        for (int at = xml.indexOf(COMMENT); at >= 0; at = xml.indexOf(COMMENT, at)) {
            int end = xml.indexOf('>', at);
            if (end < 0) {
                break;
            }
            if (xml.charAt(end - 1) == '/') {
                kept.append(xml, from, at);
                from = end + 1;
            }
            at = end;
        }
        return kept.append(xml, from, xml.length()).toString();
    }

    /** The text without the elements of a name that hold something. */
    private static String without(String xml, String name) {
        StringBuilder kept = new StringBuilder(xml.length());
        int from = 0;
        int next = 0;
        for (int at = xml.indexOf("<" + name); at >= 0; at = xml.indexOf("<" + name, at + 1)) {
            next = next > at ? next : xml.indexOf('>', at);
            if (next < 0) {
                break;
            }
            int end = at < from ? -1 : endOfTag(xml, at, name, next);
            int close = end < 0 ? -1 : closing(xml, end, name);
            if (end >= 0 && close < 0) {
                break;
            }
            if (close >= 0) {
                kept.append(xml, from, at);
                from = close;
            }
        }
        return kept.append(xml, from, xml.length()).toString();
    }

    /** Where the element ends that begins there, those of its name that it holds included; -1 where nothing closes it. */
    private static int closing(String xml, int start, String name) {
        String closing = "</" + name + ">";
        int open = 1;
        int at = start;
        while (open > 0) {
            int close = xml.indexOf(closing, at);
            if (close < 0) {
                return -1;
            }
            int inner = xml.indexOf("<" + name, at);
            if (inner >= 0 && inner < close) {
                open += endOfTag(xml, inner, name, xml.indexOf('>', inner)) < 0 ? 0 : 1;
                at = inner + 1;
            } else {
                open--;
                at = close + closing.length();
            }
        }
        return at;
    }

    /**
     * Where the tag ends; -1 where it is one of another name, or an element that holds nothing.
     *
     * @param end where the next {@code >} is
     */
    private static int endOfTag(String xml, int at, String name, int end) {
        int behind = at + 1 + name.length();
        boolean named = behind < xml.length() && (xml.charAt(behind) == '>' || xml.charAt(behind) <= ' ');
        return !named || xml.charAt(end - 1) == '/' ? -1 : end;
    }
}
