package dev.colophon.extract.page;

import org.jspecify.annotations.Nullable;

/**
 * What of a page is furniture by the words in its markup. An area that holds most of the page's running text, or the area
 * that calls itself the text, is none, whatever its class says: themes name whole pages {@code has-sidebar}.
 */
final class Furniture {
    /** Traits that the whole of an article cannot have; it can stand among comments, though. */
    private static final int NEVER_WHOLE = Trait.ANY_FURNITURE & ~Trait.COMMENT.bit();

    private static final double TITLED_SHARE = 0.3;

    private final PageOutline page;
    private final Area root;
    private final int believed;
    private final int[] traits;

    private Furniture(PageOutline page, Area root, int believed, int[] traits) {
        this.page = page;
        this.root = root;
        this.believed = believed;
        this.traits = traits;
    }

    /**
     * Reads the traits of every block.
     *
     * @param root the areas below it are looked at, itself not
     * @param believed bits of the traits that count
     */
    static Furniture below(PageOutline page, Area root, int believed) {
        int[] prose = Sums.of(page.blocks(), block -> block.prose() ? block.weight() : 0);
        double all = Math.max(1, Sums.over(prose, root));
        int[] titles = Sums.of(page.blocks(), block -> block.headingLevel() == 1 ? 1 : 0);
        Area body = body(page, root, prose);
        int[] traits = new int[page.blocks().size()];
        for (Area area : page.areas()) {
            int own = area.traits() & believed;
            if (own != 0 && area != root && area.first() < area.end() && area.within(root)) {
                double share = Sums.over(prose, area) / all;
                own &= ~exempt(area, share);
                if (body != null && body.within(area)) {
                    own &= ~NEVER_WHOLE;
                }
                // Comments hold no title of a page.
                if (Sums.over(titles, area) > 0 && share > TITLED_SHARE) {
                    own = 0;
                }
                mark(traits, area, own);
            }
        }
        return new Furniture(page, root, believed, traits);
    }

    /** The same of what lies below another area. */
    @SuppressWarnings("ReferenceEquality") // an area is itself alone
    Furniture below(Area other) {
        return other == root ? this : below(page, other, believed);
    }

    private static void mark(int[] traits, Area area, int own) {
        for (int i = area.first(); own != 0 && i < area.end(); i++) {
            traits[i] |= own;
        }
    }

    /** The largest area that calls itself the text; null where none holds a fair part of the running text. */
    private static @Nullable Area body(PageOutline page, Area root, int[] prose) {
        Area best = null;
        for (Area area : page.areas()) {
            boolean named = Trait.BODY.in(area.traits()) && !Trait.COMMENT.in(area.traits());
            if (named && area.within(root) && (best == null || Sums.over(prose, area) > Sums.over(prose, best))) {
                best = area;
            }
        }
        return best != null && Sums.over(prose, best) * 5 > Sums.over(prose, root) ? best : null;
    }

    /** Traits that an area with that share of the running text cannot have. */
    private static int exempt(Area area, double share) {
        int exempt = share > 0.4 ? NEVER_WHOLE & ~Trait.RELATED.bit() : 0;
        if (share > 0.7) {
            exempt |= Trait.RELATED.bit();
        }
        // Old pages and some frameworks wrap all they have in one form.
        return area.tag().equals("form") && share > 0.25 ? exempt | Trait.PROMOTION.bit() : exempt;
    }

    boolean any(PageBlock block) {
        return (traits[block.index()] & Trait.ANY_FURNITURE) != 0;
    }

    boolean has(PageBlock block, Trait trait) {
        return trait.in(traits[block.index()]);
    }
}
