package dev.colophon.extract.page;

import dev.colophon.model.BlockKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Lines that stand between two paragraphs of the text, in the same element, and lists that one of these introduces: the
 * nominees of a prize, one a paragraph, the items of a list, the day of an event. Short, and no sentences, they look like
 * parts of the page's frame to the model.
 */
final class SetApartLines {
    /** Words of the text that stand before such lines in their element. */
    private static final int LEAST_TEXT = 20;

    /** Lines that make a list; fewer may be what a page sets into any of its texts. */
    private static final int LEAST_LINES = 3;

    private static final double MOST_LINKED = 0.5;
    private static final Set<String> LISTS = Set.of("ul", "ol");

    private final PageMeasures page;
    private final BlockKind[] kinds;
    private final IntPredicate open;
    private final Map<Area, Run> runs = new HashMap<>();
    private final Map<Area, Boolean> introduced = new HashMap<>();

    private SetApartLines(PageMeasures page, BlockKind[] kinds, IntPredicate open) {
        this.page = page;
        this.kinds = kinds;
        this.open = open;
    }

    /**
     * Makes text of them.
     *
     * @param open whether a block is none of the text, and nothing that its page names otherwise
     */
    static void keep(PageMeasures page, BlockKind[] kinds, IntPredicate open) {
        SetApartLines lines = new SetApartLines(page, kinds, open);
        for (int i = 0; i < kinds.length; i++) {
            lines.pass(i);
        }
    }

    private void pass(int i) {
        Area own = page.block(i).area();
        Area around = own.parent();
        if (own.tag().equals("p") && around != null && !around.tag().equals("li")) {
            Run run = runs.computeIfAbsent(around, any -> new Run());
            if (kinds[i] == BlockKind.BODY) {
                run.goOn(page.words(i));
            } else if (isLine(i)) {
                run.lines.add(i);
            }
        } else if (isLine(i)) {
            passItem(i, own.tag().equals("p") ? around : own);
        }
    }

    private void passItem(int i, @Nullable Area item) {
        Area list = item == null || !item.tag().equals("li") ? null : item.parent();
        if (list == null || !LISTS.contains(list.tag()) || list.traits() != 0) {
            return;
        }
        Run run = runs.get(list.parent());
        if (introduced.computeIfAbsent(list, this::isIntroduced)) {
            kinds[i] = BlockKind.BODY;
        } else if (run != null) {
            run.lines.add(i);
        }
    }

    /** Whether text that ends with a colon stands right before the list, and its items are no links. */
    private boolean isIntroduced(Area list) {
        int before = list.first() - 1;
        if (before < 0
                || kinds[before] != BlockKind.BODY
                || !endsWithColon(page.block(before).text())) {
            return false;
        }
        int linked = 0;
        int weight = 0;
        for (int i = list.first(); i < list.end(); i++) {
            linked += page.block(i).linkWeight();
            weight += page.block(i).weight();
        }
        Area around = list.parent();
        return linked < MOST_LINKED * weight && around != null && around.holds(page.block(before));
    }

    private static boolean endsWithColon(String text) {
        char last = text.charAt(text.length() - 1);
        return last == ':' || last == '：';
    }

    private boolean isLine(int i) {
        PageBlock block = page.block(i);
        return block.area().traits() == 0 && block.weight() > 0 && block.linkDensity() < MOST_LINKED && open.test(i);
    }

    /** The lines since the last paragraph of the text in an element. */
    private final class Run {
        private final List<Integer> lines = new ArrayList<>();
        private int words;

        private void goOn(int more) {
            boolean list = lines.size() >= LEAST_LINES;
            for (int line : lines) {
                if (words >= LEAST_TEXT && (list || kinds[line] == BlockKind.DATE)) {
                    kinds[line] = BlockKind.BODY;
                }
            }
            lines.clear();
            words += more;
        }
    }
}
