package dev.colophon.extract;

import java.util.Map;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;

/**
 * Finds a document's parser by its type alone, as a worker with all parsers and detectors would find it, so that a worker
 * need not load them. Thread-safe.
 */
final class KnownParsers {
    private final Map<String, String> classes;

    /** Parsers' classes by type, as {@link AllParsers#classes} has them. */
    KnownParsers(Map<String, String> classes) {
        this.classes = Map.copyOf(classes);
    }

    /** The class of the parser; empty where more than the first bytes and the name decide on it. */
    String parser(String type, String fileName, byte[] body) {
        String name = classes.get(type);
        return name != null && MediaTypes.refusal(type) == null && isWholeType(type, fileName, body) ? name : "";
    }

    /** Whether the type, taken as a hint, is what the bytes and the name give. */
    private static boolean isWholeType(String type, String fileName, byte[] body) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        metadata.set(Metadata.CONTENT_TYPE, type);
        return MediaTypes.ask(body, metadata).toString().equals(type);
    }
}
