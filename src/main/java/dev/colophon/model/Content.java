package dev.colophon.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document says.
 *
 * @param headline title, kicker and description
 * @param text main text, paragraphs joined by a blank line; empty where there is none
 * @param language BCP-47 tag; null where the text is too short to tell
 * @param script ISO 15924 code of most of its letters ({@code Beng}); null where it has no letters
 * @param languageConfidence how sure the language is, 0 to 1; null where it is unknown
 * @param section the rubric; null where none is stated
 * @param tags keywords in order
 * @param imageUrl the leading image; null where there is none
 * @param mediaType type without parameters
 * @param charset IANA name of the character encoding; null for binary formats
 * @param pageCount pages of a paged format; null for others
 */
public record Content(
        Headline headline,
        String text,
        @Nullable String language,
        @Nullable String script,
        @Nullable Double languageConfidence,
        @Nullable String section,
        List<String> tags,
        @Nullable String imageUrl,
        String mediaType,
        @Nullable String charset,
        @Nullable Integer pageCount) {
    public Content {
        tags = List.copyOf(tags);
    }
}
