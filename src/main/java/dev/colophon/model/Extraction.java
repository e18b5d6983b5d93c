package dev.colophon.model;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, in its own words: text and raw claims, nothing interpreted.
 *
 * @param mediaType type without parameters: {@code text/html}
 * @param charset IANA name of the character encoding that was used; null for binary formats
 * @param headline title, kicker and description
 * @param blocks the document's blocks in reading order
 * @param declaredLanguage the language tag that the document states, as written; null where it states none
 * @param siteName the publisher's name as the document states it; null where it states none
 * @param canonicalUrl the address that the document gives itself, absolute; null where it gives none
 * @param section the rubric; null where none is stated
 * @param tags keywords in order, without repeats
 * @param imageUrl the leading image, absolute where the document's address is known; null where there is none
 * @param pageCount pages of a paged format; null for others
 * @param dates claims about dates, in reading order
 * @param names claims about people, in reading order
 */
public record Extraction(
        String mediaType,
        @Nullable String charset,
        Headline headline,
        List<Block> blocks,
        @Nullable String declaredLanguage,
        @Nullable String siteName,
        @Nullable String canonicalUrl,
        @Nullable String section,
        List<String> tags,
        @Nullable String imageUrl,
        @Nullable Integer pageCount,
        List<DateClaim> dates,
        List<NameClaim> names) {
    public Extraction {
        blocks = List.copyOf(blocks);
        tags = List.copyOf(tags);
        dates = List.copyOf(dates);
        names = List.copyOf(names);
    }

    /** The main text: body blocks joined by a blank line; empty where there is none. */
    public String text() {
        return blocks.stream()
                .filter(block -> block.kind() == BlockKind.BODY)
                .map(Block::text)
                .collect(Collectors.joining("\n\n"));
    }
}
