package dev.colophon.extract.wikitext;

import java.util.List;

/**
 * What a page in wikitext shows its readers, as far as that can be told without its templates.
 *
 * @param paragraphs paragraphs, headings, list items and rows of tables in reading order
 * @param categories titles of the pages, categories mostly, that it links from lines of their own, without their namespace
 */
public record WikiText(List<String> paragraphs, List<String> categories) {
    public WikiText {
        paragraphs = List.copyOf(paragraphs);
        categories = List.copyOf(categories);
    }

    /** Reads wikitext in time linear in its length. */
    public static WikiText of(String wikitext) {
        InlineMarkup inline = new InlineMarkup(wikitext);
        String plain = inline.plain();
        return new WikiText(new LineMarkup().read(plain), inline.categories());
    }
}
