package dev.colophon.extract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.apache.tika.config.Initializable;
import org.apache.tika.config.InitializableProblemHandler;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.parser.CompositeParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.SecureContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/**
 * One of Tika's parsers, within the same limits on nesting and on the ratio of text to bytes and with the same treatment of
 * faults as among {@link AllParsers}.
 */
final class SingleParser implements Parser {
    private static final long serialVersionUID = 1;

    private final CompositeParser around;

    /**
     * Loads it.
     *
     * @param name its class, which has a constructor without arguments
     */
    SingleParser(String name) throws TikaException {
        Parser parser = parser(name);
        if (parser instanceof Initializable initializable) {
            initializable.initialize(Map.of());
            initializable.checkInitialization(InitializableProblemHandler.DEFAULT);
        }
        this.around = new Around(parser);
    }

    private static Parser parser(String name) throws TikaException {
        try {
            return Class.forName(name, true, SingleParser.class.getClassLoader())
                    .asSubclass(Parser.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | ClassCastException broken) {
            throw new TikaException("the parser " + name + " cannot be loaded", broken);
        }
    }

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return around.getSupportedTypes(context);
    }

    @Override
    public void parse(InputStream in, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        SecureContentHandler secure = new SecureContentHandler(handler, TikaInputStream.cast(in));
        try {
            around.parse(in, secure, metadata, context);
        } catch (SAXException fault) {
            secure.throwIfCauseOf(fault);
            throw fault;
        }
    }

    /** Uses its parser whatever the type, so that it needs no registry of types. */
    private static final class Around extends CompositeParser {
        private static final long serialVersionUID = 1;

        private final Parser parser;

        Around(Parser parser) {
            super(new MediaTypeRegistry(), parser);
            this.parser = parser;
        }

        @Override
        protected Parser getParser(Metadata metadata, ParseContext context) {
            return parser;
        }
    }
}
