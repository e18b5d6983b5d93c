package dev.colophon.extract.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the heading that shows a page's title: the first-level heading that agrees best with what the page's head calls
 * it; a lesser heading only where it agrees almost to the letter.
 */
public final class HeadlineFinder {
    private static final double AGREES = 0.45;
    private static final double AGREES_CLOSELY = 0.8;
    private static final int SHORTEST = 4;
    /** What stands before the found heading in a title and is shorter may be a section. */
    private static final int SHORTEST_OWN = 10;

    private static final int MOST_HEADINGS = 60;

    private HeadlineFinder() {}

    /**
     * The heading's block; null where no heading is the title. On a page that is called nothing it is the only one of the
     * first level.
     *
     * @param page the page's blocks
     * @param titles what the page's head calls it, site names included
     * @param alone the same without the sites' names
     * @param logos headings that name the site, which are none
     */
    public static @Nullable PageBlock find(
            PageOutline page, List<String> titles, List<String> alone, List<PageBlock> logos) {
        if (titles.isEmpty()) {
            return lone(page);
        }
        PageBlock best = null;
        double bestScore = 0;
        PageBlock onlyFirst = null;
        int first = 0;
        List<FoldedText> folded = titles.stream().map(FoldedText::of).toList();
        List<FoldedText> foldedAlone = alone.stream().map(FoldedText::of).toList();
        List<PageBlock> headings = headings(page, logos);
        for (PageBlock block : headings) {
            int level = block.headingLevel();
            if (level == 1) {
                first++;
                onlyFirst = block;
            }
            FoldedText heading = FoldedText.of(block.text());
            double score =
                    Math.max(agreement(heading, folded), agreement(heading, foldedAlone)) + (level == 1 ? 0.15 : 0);
            if (score > bestScore && score >= (level == 1 ? AGREES : AGREES_CLOSELY)) {
                best = block;
                bestScore = score;
            }
        }
        PageBlock found = best != null || first != 1 ? best : onlyFirst;
        PageBlock own = found == null ? null : beside(found, headings, folded);
        return own == null ? found : own;
    }

    /** The only heading of the highest level that is shown, of the first two; null where there are several, or none. */
    private static @Nullable PageBlock lone(PageOutline page) {
        List<PageBlock> first = shown(page, 1);
        List<PageBlock> highest = first.isEmpty() ? shown(page, 2) : first;
        return highest.size() == 1 ? highest.get(0) : null;
    }

    private static List<PageBlock> shown(PageOutline page, int level) {
        return page.blocks().stream()
                .filter(block -> block.headingLevel() == level && !block.hidden())
                .toList();
    }

    private static List<PageBlock> headings(PageOutline page, List<PageBlock> logos) {
        return page.blocks().stream()
                .filter(block -> !logos.contains(block))
                .filter(block -> block.headingLevel() > 0 && !block.hidden() && block.weight() >= SHORTEST)
                .limit(MOST_HEADINGS)
                .toList();
    }

    /**
     * The heading that a title names first and the found one last: {@code What is Ownership? - The Rust Programming Language}
     * where the heading above is the book's. Null where there is none, and where a title says no more than the found one:
     * then the first is a section's.
     */
    private static @Nullable PageBlock beside(PageBlock found, List<PageBlock> headings, List<FoldedText> titles) {
        String last = TextMatch.fold(found.text());
        if (titles.stream().map(FoldedText::folded).anyMatch(last::equals)) {
            return null;
        }
        return headings.stream()
                .filter(heading -> heading.index() > found.index() && heading.weight() >= SHORTEST_OWN)
                .filter(heading -> isWhole(TextMatch.fold(heading.text()) + " " + last, titles))
                .findFirst()
                .orElse(null);
    }

    private static boolean isWhole(String folded, List<FoldedText> titles) {
        return titles.stream().map(FoldedText::folded).anyMatch(folded::equals);
    }

    /** How far the heading agrees with the best of the titles, or with a part of one, 0 to 1. */
    private static double agreement(FoldedText heading, List<FoldedText> titles) {
        double best = 0;
        String own = heading.folded();
        for (FoldedText title : titles) {
            String whole = title.folded();
            double score = heading.similarity(title);
            if (whole.startsWith(own) && own.length() * 3 > whole.length()) {
                score = Math.max(score, 0.85);
            }
            best = Math.max(best, score);
        }
        return best;
    }
}
