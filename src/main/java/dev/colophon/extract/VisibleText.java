package dev.colophon.extract;

import dev.colophon.model.Block;
import dev.colophon.model.Extraction;
import dev.colophon.model.Headline;
import dev.colophon.text.Invisibles;
import dev.colophon.text.NormalForm;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document says, in NFC and without characters that nobody sees: controls, marks of direction, soft hyphens. */
final class VisibleText {
    private VisibleText() {}

    /** The extraction with visible text alone; a block of nothing else is left out. */
    static Extraction of(Extraction read) {
        Headline headline = read.headline();
        return new Extraction(
                read.mediaType(),
                read.charset(),
                new Headline(visible(headline.title()), visible(headline.kicker()), visible(headline.description())),
                blocks(read.blocks()),
                read.declaredLanguage(),
                visible(read.siteName()),
                read.canonicalUrl(),
                visible(read.section()),
                read.tags().stream().map(NormalForm.NFC::of).distinct().toList(),
                read.imageUrl(),
                read.pageCount(),
                read.dates(),
                read.names());
    }

    private static List<Block> blocks(List<Block> blocks) {
        List<Block> visible = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            String text = visibleText(block.text());
            if (!Spaces.isBlank(text)) {
                visible.add(new Block(block.kind(), text));
            }
        }
        return visible;
    }

    private static @Nullable String visible(@Nullable String text) {
        String visible = text == null ? "" : visibleText(text);
        return Spaces.isBlank(visible) ? null : visible;
    }

    private static String visibleText(String text) {
        return NormalForm.NFC.of(Invisibles.drop(text));
    }
}
