package dev.colophon.extract.page;

import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps a table's rows whole and puts the cells of each into one block: {@code Name | Price}. */
final class TableRows {
    private static final int LONGEST_CELL = 200;

    private TableRows() {}

    /** Makes a row of small cells text where most of its words are, so that none loses its first cell or its last. */
    static void complete(PageOutline page, BlockKind[] kinds) {
        for (Area row : page.areas()) {
            if (row.tag().equals("tr") && row.end() - row.first() > 1 && isData(page, row)) {
                int text = 0;
                int all = 0;
                for (int i = row.first(); i < row.end(); i++) {
                    int words = 1 + page.blocks().get(i).measures().words();
                    all += words;
                    text += kinds[i] == BlockKind.BODY ? words : 0;
                }
                if (2 * text >= all) {
                    Arrays.fill(kinds, row.first(), row.end(), BlockKind.BODY);
                }
            }
        }
    }

    private static boolean isData(PageOutline page, Area row) {
        return page.blocks().subList(row.first(), row.end()).stream()
                .allMatch(cell -> cell.weight() < LONGEST_CELL && row(cell) == row);
    }

    static List<Block> join(PageOutline page, BlockKind[] kinds, List<Block> blocks) {
        List<Block> out = new ArrayList<>(blocks.size());
        for (int i = 0; i < blocks.size(); ) {
            int end = rowEnd(page, kinds, i);
            if (end - i > 1) {
                StringBuilder row = new StringBuilder(blocks.get(i).text());
                for (int k = i + 1; k < end; k++) {
                    row.append(" | ").append(blocks.get(k).text());
                }
                out.add(new Block(BlockKind.BODY, row.toString()));
            } else {
                out.add(blocks.get(i));
            }
            i = end;
        }
        return out;
    }

    /** Index after the last block of the row that begins with block {@code i}; {@code i + 1} where none does. */
    private static int rowEnd(PageOutline page, BlockKind[] kinds, int i) {
        Area row = row(page.blocks().get(i));
        int end = i;
        while (row != null && end < page.blocks().size()) {
            PageBlock cell = page.blocks().get(end);
            boolean fits = kinds[end] == BlockKind.BODY && cell.weight() < LONGEST_CELL && row(cell) == row;
            if (!fits) {
                break;
            }
            end++;
        }
        return row == null || end < row.end() || i != row.first() ? i + 1 : end;
    }

    private static @Nullable Area row(PageBlock block) {
        Area cell = block.area();
        boolean inCell = cell.tag().equals("td") || cell.tag().equals("th");
        Area row = inCell ? cell.parent() : null;
        return row != null && row.tag().equals("tr") ? row : null;
    }
}
