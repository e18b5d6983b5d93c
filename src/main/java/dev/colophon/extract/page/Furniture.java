package dev.colophon.extract.page;

/**
 * What of a page is furniture by the words in its markup. An area that holds most of the page's running text is none,
 * whatever its class says: themes name whole pages {@code has-sidebar}.
 */
final class Furniture {
    private final int[] traits;

    private Furniture(int[] traits) {
        this.traits = traits;
    }

    /** Reads the traits of every block, below {@code root} alone. */
    static Furniture below(PageOutline page, Area root) {
        int[] prose = Sums.of(page.blocks(), block -> block.prose() ? block.weight() : 0);
        double all = Math.max(1, prose[root.end()] - prose[root.first()]);
        int[] traits = new int[page.blocks().size()];
        for (Area area : page.areas()) {
            if (area.traits() != 0 && area != root && area.first() < area.end() && area.within(root)) {
                int own = area.traits() & ~exempt(area, (prose[area.end()] - prose[area.first()]) / all);
                for (int i = area.first(); own != 0 && i < area.end(); i++) {
                    traits[i] |= own;
                }
            }
        }
        return new Furniture(traits);
    }

    /** Traits that an area with that share of the running text cannot have. */
    private static int exempt(Area area, double share) {
        int exempt = share > 0.4 ? Trait.ANY_FURNITURE & ~Trait.COMMENT.bit() & ~Trait.RELATED.bit() : 0;
        if (share > 0.7) {
            exempt |= Trait.RELATED.bit();
        }
        if (share > 0.9) {
            exempt |= Trait.COMMENT.bit();
        }
        // Old pages and some frameworks wrap all they have in one form.
        return area.tag().equals("form") && share > 0.25 ? exempt | Trait.PROMOTION.bit() : exempt;
    }

    int traits(PageBlock block) {
        return traits[block.index()];
    }

    boolean any(PageBlock block) {
        return (traits[block.index()] & Trait.ANY_FURNITURE) != 0;
    }

    boolean has(PageBlock block, Trait trait) {
        return trait.in(traits[block.index()]);
    }
}
