package dev.colophon.language;

import org.jspecify.annotations.Nullable;

/** Identifies the language of a text. Thread-safe. */
public final class LanguageIdentifier {
    /**
     * A language and how sure it is.
     *
     * @param tag BCP-47 tag, mostly a bare language subtag: {@code bn}, {@code zh-Hant}
     * @param confidence 0 to 1
     */
    public record Identification(String tag, double confidence) {}

    /**
     * The language of {@code text}; null where there is too little of it.
     *
     * @param declared what the document states, as written: a hint that decides where the text alone does not; null where
     *     it states nothing
     */
    public @Nullable Identification identify(String text, @Nullable String declared) {
        return null;
    }
}
