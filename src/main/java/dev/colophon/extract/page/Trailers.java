package dev.colophon.extract.page;

import dev.colophon.model.BlockKind;
import java.util.BitSet;
import java.util.Set;

/**
 * Takes out of a text what follows it in a part of its own: teasers of other articles and readers' comments. Beside a short
 * text the model takes them for the page's contents, as on a page that lists articles or in a thread.
 */
final class Trailers {
    /** Words that a text has at least. */
    private static final int LEAST_TEXT = 12;

    private static final int LEAST_TEASERS = 2;

    private static final int COMMENT = Trait.COMMENT.bit() | Trait.READERS.bit();

    /** Parts of a page that are looked at: what follows a text follows it soon. */
    private static final int MOST_PARTS = 40;

    private final PageOutline page;
    private final AnnouncedParts announced;
    private final Set<PageType> types;
    private final int headline;
    private final PageBlock title;
    private final BlockKind[] kinds;
    private final int firstMessage;

    private Trailers(PageMeasures measures, PageBlock title, BlockKind[] kinds) {
        this.page = measures.page;
        this.announced = measures.announced;
        this.types = measures.hints.types();
        this.headline = title.index();
        this.title = title;
        this.kinds = kinds;
        this.firstMessage = firstMessage();
    }

    /** Changes the kinds of what is none of the text. On a page whose title no heading shows nothing is changed. */
    static void drop(PageMeasures page, BlockKind[] kinds) {
        PageBlock title = page.hints.headline();
        if (title != null) {
            Trailers trailers = new Trailers(page, title, kinds);
            trailers.dropTeasers();
            if (!trailers.types.contains(PageType.FORUM)) {
                trailers.dropSeries();
                trailers.dropComments();
            }
        }
    }

    /** Those that a heading announces, where the text does not go on behind them. */
    private void dropTeasers() {
        BitSet others = announced.others();
        int last = -1;
        int text = 0;
        for (int i = 0; i < kinds.length && !others.isEmpty(); i++) {
            PageBlock block = page.blocks().get(i);
            if (isProse(i) && !others.get(i)) {
                last = i;
                text += i > headline && block.isText() ? block.measures().words() : 0;
            }
        }
        for (int from = others.nextSetBit(0); from >= 0 && text >= LEAST_TEXT; ) {
            int to = others.nextClearBit(from);
            if (from > last && links(from, to) >= LEAST_TEASERS) {
                mark(from, to, BlockKind.RELATED);
            }
            from = others.nextSetBit(to);
        }
    }

    private int links(int from, int to) {
        return (int) page.blocks().subList(from, to).stream()
                .filter(PageBlock::isLink)
                .count();
    }

    /** Those that nothing announces, behind an article: as many areas alike, each with a link for its title. */
    private void dropSeries() {
        int end = headline + 1;
        int parts = 0;
        for (Area series : announced.series()) {
            if (series.first() >= end
                    && parts++ < MOST_PARTS
                    && !series.within(textBefore(series.first()))
                    && (isArticle(series.first()) || isBehindArticle(series.first()))
                    && isTextBefore(series.first(), new BitSet())) {
                mark(series.first(), series.end(), BlockKind.RELATED);
                end = series.end();
            }
        }
    }

    /** Whether the page says that it is an article, or names a day or a writer before the end. */
    private boolean isArticle(int end) {
        boolean article = types.contains(PageType.ARTICLE) || types.contains(PageType.POSTING);
        for (int i = headline + 1; i < end && !article; i++) {
            article = kinds[i] == BlockKind.DATE || kinds[i] == BlockKind.BYLINE;
        }
        return article;
    }

    /** Whether the headline and all of the text before there stand in an element that is marked as an article and has ended. */
    private boolean isBehindArticle(int end) {
        Area area = title.area();
        while (area != null && !area.tag().equals("article")) {
            area = area.parent();
        }
        return area != null && area.end() <= end && textBefore(end).within(area);
    }

    /** The smallest area that holds the paragraphs between the headline and there; the page where there are none. */
    private Area textBefore(int end) {
        Area text = null;
        for (int i = headline + 1; i < end; i++) {
            PageBlock block = page.blocks().get(i);
            if (isProse(i)) {
                text = text == null ? block.area().parent() : text;
                while (text != null && !text.holds(block)) {
                    text = text.parent();
                }
            }
        }
        return text == null ? page.areas().get(0) : text;
    }

    private void dropComments() {
        BitSet comments = (BitSet) announced.comments().clone();
        for (Area area : page.areas()) {
            if (Trait.READERS.in(area.traits())) {
                comments.set(area.first(), area.end());
            }
        }
        int parts = 0;
        for (int from = comments.nextSetBit(headline + 1); from >= 0 && parts++ < MOST_PARTS; ) {
            int to = comments.nextClearBit(from);
            if (areComments(from, to) && isTextBefore(from, comments)) {
                mark(from, to, BlockKind.COMMENT);
            }
            from = comments.nextSetBit(to);
        }
    }

    /** Whether the heading says how many there are, or the markup that they are some. */
    private boolean areComments(int from, int to) {
        return AnnouncedPart.COMMENTS.counts(page.blocks().get(from))
                || page.blocks().subList(from, to).stream().anyMatch(block -> isIn(block, COMMENT));
    }

    /** Whether there is a text between the headline and there, and no message, which others answer. */
    private boolean isTextBefore(int end, BitSet without) {
        return words(end, without) >= LEAST_TEXT && firstMessage >= end;
    }

    private int words(int end, BitSet without) {
        int words = 0;
        for (int i = headline + 1; i < end; i++) {
            words += isProse(i) && !without.get(i)
                    ? page.blocks().get(i).measures().words()
                    : 0;
        }
        return words;
    }

    /** The first message of the text; the number of blocks where there is none. */
    private int firstMessage() {
        for (int i = headline + 1; i < kinds.length; i++) {
            if (kinds[i] == BlockKind.BODY && isIn(page.blocks().get(i), Trait.MESSAGE.bit())) {
                return i;
            }
        }
        return kinds.length;
    }

    private static boolean isIn(PageBlock block, int traits) {
        for (Area at = block.area(); at != null; at = at.parent()) {
            if ((at.traits() & traits) != 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isProse(int i) {
        return kinds[i] == BlockKind.BODY && page.blocks().get(i).prose();
    }

    private void mark(int from, int to, BlockKind kind) {
        for (int i = from; i < to; i++) {
            kinds[i] = kinds[i] == BlockKind.BODY ? kind : kinds[i];
        }
    }
}
