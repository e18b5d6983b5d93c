package dev.colophon.extract.page;

import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps tables whole and puts the cells of a row into one block: {@code Name | Price}. */
final class TableRows {
    private static final int LONGEST_CELL = 200;
    /** The part of a table that makes all of it text. */
    private static final double WHOLE = 0.3;

    private static final double MOST = 0.8;

    /** Text stands so many blocks from a table that it holds. */
    private static final int NEAR = 3;

    private TableRows() {}

    /**
     * A table of small cells is text as a whole where a good part of it is, or where it stands amid text and has cells that
     * head others or the rules take it for text; it is no text at all otherwise.
     */
    static void complete(PageOutline page, BlockKind[] rules, BlockKind[] kinds) {
        for (Area table : page.areas()) {
            if (table.tag().equals("table") && isData(page, table)) {
                boolean headed =
                        hasHead(page, table) && isNear(kinds, table.first(), -1) && isNear(kinds, table.end() - 1, 1);
                boolean text = headed
                        || share(page, table, kinds) >= WHOLE
                        || (share(page, table, rules) >= MOST
                                && isText(kinds, table.first() - 1)
                                && isText(kinds, table.end()));
                for (int i = table.first(); i < table.end(); i++) {
                    kinds[i] = text ? BlockKind.BODY : kinds[i] == BlockKind.BODY ? BlockKind.FURNITURE : kinds[i];
                }
            }
        }
    }

    /** Whether text is a few blocks from there: the table's title, or a note's, may stand between. */
    private static boolean isNear(BlockKind[] kinds, int from, int step) {
        for (int i = from + step, others = 0; i >= 0 && i < kinds.length && others < NEAR; i += step, others++) {
            if (kinds[i] == BlockKind.BODY) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasHead(PageOutline page, Area table) {
        return page.blocks().subList(table.first(), table.end()).stream()
                .anyMatch(block -> block.area().tag().equals("th"));
    }

    private static boolean isText(BlockKind[] kinds, int i) {
        return i >= 0 && i < kinds.length && kinds[i] == BlockKind.BODY;
    }

    /** The part of the table's words that is text. */
    private static double share(PageOutline page, Area table, BlockKind[] kinds) {
        double text = 0;
        int all = 0;
        for (int i = table.first(); i < table.end(); i++) {
            int words = 1 + page.blocks().get(i).measures().words();
            all += words;
            text += kinds[i] == BlockKind.BODY ? words : 0;
        }
        return text / Math.max(1, all);
    }

    /** Whether it has rows of several cells, all of them short and directly in a row. */
    private static boolean isData(PageOutline page, Area table) {
        List<PageBlock> blocks = page.blocks().subList(table.first(), table.end());
        long rows = blocks.stream().map(TableRows::row).distinct().count();
        return rows > 1
                && cells(blocks) >= 2 * rows
                && blocks.stream().allMatch(block -> row(block) != null && isShort(block));
    }

    private static long cells(List<PageBlock> blocks) {
        return blocks.stream().map(PageBlock::area).distinct().count();
    }

    private static boolean isShort(PageBlock block) {
        return block.weight() < LONGEST_CELL;
    }

    static List<Block> join(PageOutline page, BlockKind[] kinds, List<Block> blocks) {
        List<Block> out = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size(); ) {
            int end = rowEnd(page, kinds, i);
            out.add(end - i > 1 ? new Block(BlockKind.BODY, row(page.blocks().subList(i, end))) : blocks.get(i));
            i = end;
        }
        return out;
    }

    /** The cells one behind the other; line breaks within a cell do not part cells. */
    private static String row(List<PageBlock> blocks) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < blocks.size(); i++) {
            boolean cell = i > 0 && blocks.get(i).area() != blocks.get(i - 1).area();
            row.append(i == 0 ? "" : cell ? " | " : " ").append(blocks.get(i).text());
        }
        return row.toString();
    }

    /** Index after the last block of the row that begins with block {@code i}; {@code i + 1} where none does. */
    private static int rowEnd(PageOutline page, BlockKind[] kinds, int i) {
        Area row = row(page.blocks().get(i));
        if (row == null || i != row.first()) {
            return i + 1;
        }
        int end = i;
        while (end < page.blocks().size()) {
            PageBlock block = page.blocks().get(end);
            if (kinds[end] != BlockKind.BODY || !isShort(block) || row(block) != row) {
                break;
            }
            end++;
        }
        return end >= row.end() && cells(page.blocks().subList(i, end)) > 1 ? end : i + 1;
    }

    private static @Nullable Area row(PageBlock block) {
        Area cell = block.area();
        boolean inCell = cell.tag().equals("td") || cell.tag().equals("th");
        Area row = inCell ? cell.parent() : null;
        return row != null && row.tag().equals("tr") ? row : null;
    }
}
