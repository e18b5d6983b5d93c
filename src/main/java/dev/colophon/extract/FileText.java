package dev.colophon.extract;

import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import dev.colophon.model.Extraction;
import dev.colophon.model.Headline;
import dev.colophon.model.LineClassifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The passages of a file and its metadata, put together: of the first passages some are title, byline or date. */
final class FileText {
    /** Passages at the top in which lines of metadata are looked for. */
    static final int HEADER = 8;

    private final List<Block> blocks = new ArrayList<>();
    private final @Nullable String title;
    private final FileMetadata metadata;
    private final HeaderLines header;

    /**
     * Classifies the passages.
     *
     * @param title null where none is known
     */
    FileText(LineClassifier lines, List<Passage> passages, @Nullable String title, FileMetadata metadata) {
        this.title = title;
        this.metadata = metadata;
        this.header = new HeaderLines(lines, metadata.dates(), metadata.names());
        String foldedTitle = title == null ? "" : HeaderLines.fold(title);
        int shown = 0;
        for (Passage passage : passages) {
            if (passage.form() == Passage.Form.FURNITURE) {
                blocks.add(new Block(BlockKind.FURNITURE, passage.text()));
            } else {
                shown++;
                boolean isTitle =
                        shown <= HEADER && HeaderLines.fold(passage.text()).equals(foldedTitle);
                String place = "paragraph " + shown;
                BlockKind kind = isTitle
                        ? BlockKind.TITLE
                        : shown <= HEADER ? header.classify(passage.text(), place, false) : BlockKind.BODY;
                blocks.add(new Block(kind, passage.text()));
            }
        }
    }

    /**
     * What the file says.
     *
     * @param charset null where its bytes are no text
     */
    Extraction extraction(String mediaType, @Nullable String charset) {
        return new Extraction(
                mediaType,
                charset,
                new Headline(title, null, metadata.first("dc:description")),
                blocks,
                metadata.first("dc:language"),
                metadata.first("dc:publisher"),
                null,
                null,
                metadata.tags(),
                null,
                metadata.pageCount(),
                header.dates(),
                header.names());
    }
}
