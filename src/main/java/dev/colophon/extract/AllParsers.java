package dev.colophon.extract;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.tika.config.ServiceLoader;
import org.apache.tika.detect.CompositeDetector;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import org.apache.tika.parser.AbstractEncodingDetectorParser;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.CompositeParser;
import org.apache.tika.parser.DefaultParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.ParserDecorator;
import org.apache.tika.parser.external.CompositeExternalParser;
import org.apache.tika.parser.http.HttpParser;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.apache.tika.parser.pkg.CompressorParser;
import org.apache.tika.parser.pkg.PackageParser;
import org.apache.tika.parser.pkg.RarParser;
import org.apache.tika.parser.wacz.WACZParser;
import org.apache.tika.parser.warc.WARCParser;
import org.jspecify.annotations.Nullable;

/** All of Tika's detectors and parsers that a worker may use. Loading them takes longer than most documents do. */
final class AllParsers {
    private static final List<Class<? extends Parser>> LEFT_OUT = List.of(
            TesseractOCRParser.class,
            CompositeExternalParser.class,
            PackageParser.class,
            CompressorParser.class,
            RarParser.class,
            HttpParser.class,
            WARCParser.class,
            WACZParser.class);

    private final CompositeDetector detector = new DefaultDetector();
    private final MediaTypeRegistry registry = MediaTypeRegistry.getDefaultRegistry();
    private final CompositeParser parsers;
    private final Parser parser;

    AllParsers() {
        ServiceLoader services = new ServiceLoader(AllParsers.class.getClassLoader());
        this.parsers = new DefaultParser(registry, services, LEFT_OUT);
        this.parser = new AutoDetectParser(detector, parsers);
    }

    MediaType detect(TikaInputStream in, Metadata metadata) throws IOException {
        return detector.detect(in, metadata);
    }

    /** Reads what it is given with the parser for its type. */
    Parser parser() {
        return parser;
    }

    /**
     * The class of the parser of each type, also of those that inherit it, where a {@link SingleParser} of that class reads as
     * {@link #parser} would. Empty where a detector is loaded that {@link Containers} does not know.
     */
    Map<String, String> classes() {
        Map<String, String> classes = new TreeMap<>();
        if (!detector.getDetectors().stream().map(Detector::getClass).allMatch(Containers::knows)) {
            return classes;
        }
        Map<MediaType, Parser> byType = parsers.getParsers(new ParseContext());
        Set<MediaType> types = new HashSet<>(registry.getTypes());
        types.addAll(byType.keySet());
        for (MediaType type : types) {
            Parser reader = reader(registry.normalize(type), byType);
            if (reader != null && standsAlone(reader)) {
                classes.put(type.toString(), reader.getClass().getName());
            }
        }
        return classes;
    }

    private @Nullable Parser reader(MediaType type, Map<MediaType, Parser> byType) {
        for (MediaType each = type; each != null; each = registry.getSupertype(each)) {
            if (byType.containsKey(each)) {
                return byType.get(each);
            }
        }
        return null;
    }

    /** Whether it is made of nothing but its class: some are given a detector of encodings. */
    private static boolean standsAlone(Parser reader) {
        return !(reader instanceof AbstractEncodingDetectorParser
                || reader instanceof CompositeParser
                || reader instanceof ParserDecorator);
    }
}
