package dev.colophon.extract;

import dev.colophon.model.RejectReason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.EmptyParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.html.HtmlMapper;
import org.apache.tika.parser.html.IdentityHtmlMapper;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.apache.tika.sax.BodyContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * Tika as Colophon uses it inside a worker: no OCR, no external programs, no containers, no attachments. Not thread-safe.
 *
 * <p>A request that names its parser is read with that parser alone, since a worker that takes the place of a broken one must
 * start fast; all the others are loaded once a document needs them.
 */
final class TikaParse {
    private static final int METADATA_VALUES = 1000;
    private static final int METADATA_CHARS = 10_000;

    /** What was told to be a mail begins with any field, and some fields look like other formats. */
    private static final String MAIL = "message/rfc822";

    private static final String PDF = "application/pdf";

    private final int outputChars;
    private final Map<String, Parser> single = new HashMap<>();
    private @Nullable AllParsers all;

    TikaParse(int outputChars) {
        this.outputChars = outputChars;
    }

    /** All parsers; they are loaded when they are first asked for. */
    AllParsers all() {
        AllParsers loaded = all;
        if (loaded == null) {
            loaded = new AllParsers();
            all = loaded;
        }
        return loaded;
    }

    WorkerReply parse(WorkerRequest request) throws IOException, SAXException, TikaException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, request.fileName());
        metadata.set(Metadata.CONTENT_TYPE, request.mediaType());
        try (TikaInputStream in = TikaInputStream.get(request.body(), metadata)) {
            if (!request.parser().isEmpty() && Containers.leave(request.mediaType(), request.body(), in, metadata)) {
                return read(single(request.parser()), MediaType.parse(request.mediaType()), request, in, metadata);
            }
            MediaType type = MAIL.equals(request.mediaType()) ? MediaType.parse(MAIL) : all().detect(in, metadata);
            String refusal = MediaTypes.refusal(type.getBaseType().toString());
            return refusal == null
                    ? read(all().parser(), type, request, in, metadata)
                    : new WorkerReply.Refused(RejectReason.UNSUPPORTED, refusal);
        }
    }

    private Parser single(String name) throws TikaException {
        Parser parser = single.get(name);
        if (parser == null) {
            parser = new SingleParser(name);
            single.put(name, parser);
        }
        return parser;
    }

    private WorkerReply read(
            Parser parser, MediaType type, WorkerRequest request, TikaInputStream in, Metadata metadata)
            throws IOException, SAXException, TikaException {
        metadata.set(Metadata.CONTENT_TYPE, type.toString());
        metadata.set(TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE, type.toString());
        if (PDF.equals(type.getBaseType().toString())) {
            SubstituteFont.enforce();
        }
        PassageHandler handler = new PassageHandler(type.getBaseType().toString(), outputChars);
        byte[] shown = TrackedChanges.without(type.getBaseType().toString(), request.body());
        if (shown == request.body()) {
            parser.parse(in, handler, metadata, context(type));
        } else {
            try (TikaInputStream rest = TikaInputStream.get(shown, metadata)) {
                parser.parse(rest, handler, metadata, context(type));
            }
        }
        LastAuthors.tell(type.getBaseType().toString(), request.body(), metadata);
        BookPeople.tell(type.getBaseType().toString(), request.body(), metadata);
        StatedDates.tell(type.getBaseType().toString(), request.body(), metadata);
        return reply(metadata, handler.passages());
    }

    private static WorkerReply reply(Metadata metadata, List<Passage> passages) {
        String type = metadata.get(Metadata.CONTENT_TYPE);
        String[] parsers = metadata.getValues(TikaCoreProperties.TIKA_PARSED_BY);
        if (passages.isEmpty() && Arrays.asList(parsers).contains(EmptyParser.class.getName())) {
            return new WorkerReply.Refused(RejectReason.UNSUPPORTED, "no parser reads " + type);
        }
        return new WorkerReply.Parsed(type == null ? "application/octet-stream" : type, values(metadata), passages);
    }

    private ParseContext context(MediaType type) {
        ParseContext context = new Context();
        context.set(HtmlMapper.class, IdentityHtmlMapper.INSTANCE);
        context.set(EmbeddedDocumentExtractor.class, new NoAttachments(type.equals(MediaType.application("mbox"))));
        PDFParserConfig pdf = new PDFParserConfig();
        pdf.setOcrStrategy(PDFParserConfig.OCR_STRATEGY.NO_OCR);
        pdf.setExtractAnnotationText(false);
        pdf.setExtractBookmarksText(false);
        context.set(PDFParserConfig.class, pdf);
        OfficeParserConfig office = new OfficeParserConfig();
        office.setIncludeDeletedContent(false);
        office.setIncludeMoveFromContent(false);
        office.setIncludeSlideMasterContent(false);
        office.setIncludeHeadersAndFooters(false);
        context.set(OfficeParserConfig.class, office);
        return context;
    }

    private static Map<String, List<String>> values(Metadata metadata) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        String[] names = metadata.names();
        Arrays.sort(names);
        int left = METADATA_VALUES;
        for (String name : names) {
            List<String> kept = new ArrayList<>();
            for (String value : metadata.getValues(name)) {
                if (left-- > 0) {
                    kept.add(value.length() > METADATA_CHARS ? value.substring(0, METADATA_CHARS) : value);
                }
            }
            values.put(name, kept);
        }
        return values;
    }

    /** Has all parsers for those that ask for them: those of mails. */
    private final class Context extends ParseContext {
        private static final long serialVersionUID = 1;

        @Override
        public <T> T get(Class<T> key) {
            return key == Parser.class ? key.cast(all().parser()) : super.get(key);
        }
    }

    /** Reads nothing that is attached to a document or embedded in it; a mailbox's messages are its text, though. */
    private final class NoAttachments implements EmbeddedDocumentExtractor {
        private final boolean mailbox;

        NoAttachments(boolean mailbox) {
            this.mailbox = mailbox;
        }

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            return mailbox;
        }

        @Override
        public void parseEmbedded(InputStream in, ContentHandler handler, Metadata metadata, boolean outputHtml)
                throws SAXException, IOException {
            try {
                ParseContext inner = context(MediaType.OCTET_STREAM);
                all().parser().parse(in, new BodyContentHandler(handler), metadata, inner);
            } catch (TikaException fault) {
                throw new SAXException(fault);
            }
        }
    }
}
