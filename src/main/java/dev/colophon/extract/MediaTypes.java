package dev.colophon.extract;

import dev.colophon.model.Capture;
import dev.colophon.model.Origin;
import dev.colophon.text.Urls;
import dev.colophon.text.WordLists;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.mime.MimeTypes;
import org.jspecify.annotations.Nullable;

/** Tells what kind of document some bytes are: by their first bytes, the declared type and the file name. */
final class MediaTypes {
    private static final Set<String> ARCHIVES = Set.copyOf(WordLists.lines(MediaTypes.class, "archives.txt"));
    private static final Set<String> MACHINE_TYPES = Set.copyOf(WordLists.lines(MediaTypes.class, "machine-types.txt"));
    private static final Set<String> NO_TEXT = Set.of("image", "audio", "video", "font");
    private static final Set<String> HTML_STARTS = Set.of(
            "<!doctype html",
            "<html",
            "<head",
            "<body",
            "<title",
            "<meta ",
            "<div",
            "<article",
            "<section",
            "<h1",
            "<p>",
            "<p ",
            "<table",
            "<script");

    /** A name of ours: Tika has none. */
    private static final String SITEMAP = "application/x-sitemap+xml";

    private static final String DOCTYPE = "<!doctype html";
    /** Pages that a browser saved begin with their head. */
    private static final List<String> FIRST_TAGS = List.of("<html>", "<html ", "<head>", "<head ");

    /** How far a page's declaration of its type and its first element are looked for. */
    private static final int PROLOGUE = 1024;

    private MediaTypes() {}

    /**
     * The type without parameters. What a container of ZIP or OLE holds is not looked at, and XHTML is not always told
     * from HTML.
     */
    static String detect(Capture capture) {
        if (capture.declared() != null) {
            return ofRecord(capture);
        }
        return isPlainlyHtml(capture.body()) ? "text/html" : ask(capture);
    }

    /** A dump's record says what it holds: prose that begins with the marks of a picture is prose. Texts may be pages. */
    private static String ofRecord(Capture capture) {
        MediaType declared = capture.declaredType() == null ? null : MediaType.parse(capture.declaredType());
        String type = declared == null ? "text/plain" : declared.getBaseType().toString();
        boolean markup = startsAsHtml(capture.body()) || isMarkedUp(capture.body());
        return type.equals("text/plain") && markup ? "text/html" : type;
    }

    /** Whether a text holds the tags that editors of web pages leave in it: {@code Some words.<br>More<br>}. */
    private static boolean isMarkedUp(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, PROLOGUE * 4), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        int tags = 0;
        for (String tag : List.of("</p>", "<br>", "<br/>", "<br />", "</div>", "</a>", "</strong>")) {
            for (int at = head.indexOf(tag); at >= 0; at = head.indexOf(tag, at + 1)) {
                tags++;
            }
        }
        return tags > 1;
    }

    /**
     * Whether the bytes begin as HTML and with nothing else, which Tika would say too, after trying the marks of all formats.
     */
    private static boolean isPlainlyHtml(byte[] body) {
        int start = start(body);
        if (start > 8) {
            return false;
        }
        String head = new String(body, start, Math.min(16, body.length - start), StandardCharsets.ISO_8859_1);
        if (head.regionMatches(true, 0, DOCTYPE, 0, DOCTYPE.length())) {
            int length = Math.min(PROLOGUE, body.length - start);
            return new String(body, start, length, StandardCharsets.ISO_8859_1).indexOf("<html") > 0;
        }
        return start == 0 && FIRST_TAGS.stream().anyMatch(head::startsWith);
    }

    private static String ask(Capture capture) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName(capture));
        if (capture.declaredType() != null) {
            metadata.set(Metadata.CONTENT_TYPE, capture.declaredType());
        }
        byte[] body = capture.body();
        String type = ask(body, metadata).getBaseType().toString();
        if (isHtml(type) && isPlainText(capture.declaredType()) && !startsAsHtml(body) && !holdsTags(body)) {
            // The text of a page, as WET has it, keeps the page's address, whose ending says HTML.
            metadata.remove(TikaCoreProperties.RESOURCE_NAME_KEY);
            type = ask(body, metadata).getBaseType().toString();
        }
        if (type.equals("application/xml") && isSitemap(body)) {
            return SITEMAP;
        }
        boolean html = isUntold(type) ? startsAsHtml(body) : isXml(type) && HtmlProlog.isHtml(body);
        return html ? "text/html" : type;
    }

    /** Whether the type says of what stands in it only that it is XML, or that it looks like it. */
    private static boolean isXml(String type) {
        return type.equals("application/xml") || type.equals("text/xml");
    }

    /** Whether XML lists the addresses of a site for search engines: https://www.sitemaps.org/protocol.html */
    private static boolean isSitemap(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, PROLOGUE), StandardCharsets.ISO_8859_1);
        return head.contains("<urlset") || head.contains("<sitemapindex");
    }

    /** Whether an element ends within the first bytes, as in a part of a page. */
    private static boolean holdsTags(byte[] body) {
        return new String(body, 0, Math.min(body.length, PROLOGUE * 4), StandardCharsets.ISO_8859_1).contains("</");
    }

    private static boolean isPlainText(@Nullable String declared) {
        return declared != null && declared.toLowerCase(Locale.ROOT).startsWith("text/plain");
    }

    /** The type that Tika gives by the first bytes and by the name and the declared type that the metadata hold. */
    static MediaType ask(byte[] body, Metadata metadata) {
        try (InputStream in = new ByteArrayInputStream(DetectedBytes.of(body))) {
            return MimeTypes.getDefaultMimeTypes().detect(in, metadata);
        } catch (IOException impossible) {
            throw new UncheckedIOException("bytes in memory cannot fail", impossible);
        }
    }

    /**
     * The last part of the document's own name, without {@code .gz}: {@code a.html}. A record of a dump is named by its
     * address, since the dump's name says nothing of it; empty where it has none.
     */
    static String fileName(Capture capture) {
        Origin origin = capture.origin();
        String path = origin.containerPath() == null ? origin.sourceUri() : origin.containerPath();
        if (capture.declared() != null || (origin.recordId() != null && origin.containerPath() == null)) {
            path = capture.url() == null ? "" : pathOf(capture.url());
        }
        String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('!')) + 1);
        return name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    /** The path of an address, without host, query and fragment. */
    private static String pathOf(String url) {
        int scheme = url.indexOf("://");
        int start = url.indexOf('/', scheme < 0 ? 0 : scheme + 3);
        int end = Urls.endOfPath(url, Math.max(start, 0));
        return start < 0 ? "" : url.substring(start, Math.max(start, end));
    }

    static boolean isHtml(String type) {
        return type.equals("text/html") || type.equals("application/xhtml+xml");
    }

    /** Whether the type is a text that people read as it stands: {@code text/markdown}, not {@code application/xml}. */
    static boolean isText(String type) {
        return type.startsWith("text/") && !type.equals("text/xml") && !type.equals("text/rtf");
    }

    /** Whether the bytes are of no known type although a text was declared or its name is one's. */
    static boolean isDeclaredText(Capture capture, String type) {
        String declared =
                capture.declaredType() == null ? "" : capture.declaredType().toLowerCase(Locale.ROOT);
        String name = fileName(capture).toLowerCase(Locale.ROOT);
        return type.equals("application/octet-stream") && (declared.startsWith("text/") || name.endsWith(".txt"));
    }

    /** Whether the first bytes leave open what it is: Office and OpenDocument files are ZIP or OLE containers. */
    static boolean isContainer(String type) {
        return type.equals("application/zip");
    }

    /** Whether a file of the type is readable as it stands, to those who know its form: {@code application/json}. */
    static boolean isReadable(String type) {
        MediaTypeRegistry registry = MediaTypeRegistry.getDefaultRegistry();
        MediaType media = MediaType.parse(type);
        return media != null && registry.isSpecializationOf(media, MediaType.TEXT_PLAIN);
    }

    /** Whether a text of the type is prose that begins with its headline. */
    static boolean isProse(String type) {
        return type.equals("text/plain") || type.contains("markdown");
    }

    /** What to say of a type that holds no text of its own; null where a parser may read it. */
    static @Nullable String refusal(String type) {
        MediaType media = Objects.requireNonNullElse(MediaType.parse(type), MediaType.OCTET_STREAM);
        if (NO_TEXT.contains(media.getType()) && !type.equals("image/svg+xml")) {
            return "a document with text was expected, " + type
                    + " was found; text in pictures and recordings is not read";
        }
        if (ARCHIVES.contains(type)) {
            return "a document was expected, the archive " + type + " was found; unpack it and give its files";
        }
        if (MACHINE_TYPES.contains(type)) {
            return "a document for readers was expected, " + type
                    + " was found; style sheets, scripts, sitemaps and rules for robots are no documents";
        }
        return null;
    }

    private static boolean isUntold(String type) {
        return type.equals("text/plain") || type.equals("application/octet-stream");
    }

    /** Where the first tag is, behind a byte order mark and white space. */
    private static int start(byte[] body) {
        int start =
                body.length > 2 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF ? 3 : 0;
        while (start < body.length && body[start] >= 0 && body[start] <= ' ') {
            start++;
        }
        return start;
    }

    private static boolean startsAsHtml(byte[] body) {
        int start = start(body);
        int length = Math.min(16, body.length - start);
        String head = new String(body, start, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return HTML_STARTS.stream().anyMatch(head::startsWith);
    }
}
