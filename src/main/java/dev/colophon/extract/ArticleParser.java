package dev.colophon.extract;

import dev.colophon.extract.page.BlockModel;
import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import dev.colophon.model.Capture;
import dev.colophon.model.Extraction;
import dev.colophon.model.LineClassifier;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Property;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * A Tika parser that gives the main text of HTML and XHTML pages: the title as {@code h1}, every block of the text as
 * {@code p}, and title, description, language, encoding and the raw names of authors as metadata. Thread-safe.
 *
 * <p>It is not registered as a service, so that having Colophon on the class path does not change what Tika makes of HTML
 * elsewhere. Name it in a Tika configuration, or pass it to an {@code AutoDetectParser}.
 */
public final class ArticleParser implements Parser {
    private static final long serialVersionUID = 1L;
    private static final Set<MediaType> TYPES = Set.of(MediaType.text("html"), MediaType.application("xhtml+xml"));
    /** Longer pages are refused. */
    private static final int LONGEST = 64 << 20;

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return TYPES;
    }

    /** Reads the stream to its end and does not close it. */
    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        byte[] body = stream.readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            throw new TikaException("expected a page of at most " + LONGEST + " bytes, found more");
        }
        try {
            emit(
                    new ArticleReader(new NoLines(), BlockModel.shipped()).extract(capture(body, metadata)),
                    handler,
                    metadata);
        } catch (ExtractionException refused) {
            throw new TikaException(refused.getMessage(), refused);
        }
    }

    private static Capture capture(byte[] body, Metadata metadata) {
        String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        String url = name != null && name.startsWith("http") ? name : null;
        return new Capture(
                Origin.ofFile(name == null ? "stream" : name, body.length),
                url,
                null,
                metadata.get(Metadata.CONTENT_TYPE),
                null,
                null,
                null,
                body);
    }

    private static void emit(Extraction page, ContentHandler handler, Metadata metadata) throws SAXException {
        set(metadata, TikaCoreProperties.TITLE, page.headline().title());
        set(metadata, TikaCoreProperties.DESCRIPTION, page.headline().description());
        set(metadata, TikaCoreProperties.LANGUAGE, page.declaredLanguage());
        metadata.set(Metadata.CONTENT_TYPE, page.mediaType() + "; charset=" + page.charset());
        metadata.set(Metadata.CONTENT_ENCODING, page.charset());
        page.names().stream()
                .map(NameClaim::raw)
                .distinct()
                .forEach(name -> metadata.add(TikaCoreProperties.CREATOR, name));
        XHTMLContentHandler out = new XHTMLContentHandler(handler, metadata);
        out.startDocument();
        if (page.headline().title() != null) {
            out.element("h1", page.headline().title());
        }
        for (Block block : page.blocks()) {
            if (block.kind() == BlockKind.BODY) {
                out.element("p", block.text());
            }
        }
        out.endDocument();
    }

    private static void set(Metadata metadata, Property property, @Nullable String value) {
        if (value != null) {
            metadata.set(property, value);
        }
    }

    /** Tika users have no reader of dates and bylines. */
    private static final class NoLines implements LineClassifier {
        @Override
        public boolean isDateLine(String line) {
            return false;
        }

        @Override
        public boolean holdsDate(String line) {
            return false;
        }

        @Override
        public boolean isBylineLine(String line) {
            return false;
        }

        @Override
        public boolean isNameLine(String line) {
            return false;
        }
    }
}
