package dev.colophon.pipeline;

import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which blocks make up a document's {@code text}: the body always, captions and comments where the job wants them.
 *
 * <p>A caption counts where it stands within the article: from its title, or the figure above it, to its last body block
 * and the figure below that. Captions between links to other pages, or among comments, are those of teasers and avatars.
 *
 * @param captions whether the article's captions stand among its paragraphs, where the page shows them
 * @param comments whether the readers' comments follow the text
 */
public record TextSelection(boolean captions, boolean comments) implements Serializable {
    /** The body alone. */
    public static final TextSelection BODY = new TextSelection(false, false);

    private static final String BETWEEN = "\n\n";
    private static final Set<BlockKind> HEADER =
            EnumSet.of(BlockKind.TITLE, BlockKind.SUMMARY, BlockKind.BYLINE, BlockKind.DATE);
    private static final Set<BlockKind> ELSEWHERE = EnumSet.of(BlockKind.RELATED, BlockKind.COMMENT);

    /** The text of blocks in reading order, joined by a blank line; empty where there is none. */
    public String text(List<Block> blocks) {
        Stream<Block> article =
                IntStream.range(0, blocks.size()).filter(article(blocks)::holds).mapToObj(blocks::get);
        Stream<Block> readers = comments ? of(blocks, BlockKind.COMMENT) : Stream.of();
        return Stream.concat(article, readers).map(Block::text).collect(Collectors.joining(BETWEEN));
    }

    private static Stream<Block> of(List<Block> blocks, BlockKind kind) {
        return blocks.stream().filter(block -> block.kind() == kind);
    }

    private Article article(List<Block> blocks) {
        int first = next(blocks, BlockKind.BODY, 0, 1);
        int last = next(blocks, BlockKind.BODY, blocks.size() - 1, -1);
        return first < 0 || !captions
                ? new Article(blocks, 0, -1)
                : new Article(blocks, top(blocks, first), bottom(blocks, last));
    }

    private static int next(List<Block> blocks, BlockKind kind, int from, int step) {
        for (int i = from; i >= 0 && i < blocks.size(); i += step) {
            if (blocks.get(i).kind() == kind) {
                return i;
            }
        }
        return -1;
    }

    private static int top(List<Block> blocks, int firstBody) {
        int title = next(blocks, BlockKind.TITLE, firstBody, -1);
        int top = title < 0 ? firstBody : title;
        while (top > 0 && isHeaderOrCaption(blocks.get(top - 1))) {
            top--;
        }
        return top;
    }

    private static int bottom(List<Block> blocks, int lastBody) {
        int bottom = lastBody;
        while (bottom + 1 < blocks.size() && blocks.get(bottom + 1).kind() == BlockKind.CAPTION) {
            bottom++;
        }
        return bottom;
    }

    private static boolean isHeaderOrCaption(Block block) {
        return block.kind() == BlockKind.CAPTION || HEADER.contains(block.kind());
    }

    /** The article's run of blocks; empty where no captions are wanted. */
    private record Article(List<Block> blocks, int first, int last) {
        boolean holds(int index) {
            BlockKind kind = blocks.get(index).kind();
            return kind == BlockKind.BODY
                    || (kind == BlockKind.CAPTION && first <= index && index <= last && !isElsewhere(index));
        }

        /** Whether what stands above the captions around it, and what stands below, both lead away from the article. */
        private boolean isElsewhere(int caption) {
            return ELSEWHERE.contains(neighbour(caption, -1)) && ELSEWHERE.contains(neighbour(caption, 1));
        }

        private BlockKind neighbour(int caption, int step) {
            int at = caption;
            while (at >= 0 && at < blocks.size() && blocks.get(at).kind() == BlockKind.CAPTION) {
                at += step;
            }
            return at < 0 || at >= blocks.size()
                    ? BlockKind.FURNITURE
                    : blocks.get(at).kind();
        }
    }
}
