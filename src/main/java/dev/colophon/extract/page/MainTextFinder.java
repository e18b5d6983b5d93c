package dev.colophon.extract.page;

import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import dev.colophon.model.LineClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the main text of a page: a learned model says which blocks are text, rules over the markup say what the others
 * are. Thread-safe.
 */
public final class MainTextFinder {
    /** The part of the text that its element holds. */
    private static final double HELD = 0.9;
    /** From this share of words in common a block repeats the page's description. */
    private static final double SUMMARY = 0.8;

    /** {@code Re}, {@code Aw}, {@code Ответ} and what parts them from the title. */
    private static final int LONGEST_ANSWER = 8;

    private static final int SHORTEST_SUMMARY = 30;
    /** From this probability a summary above the text is how the text begins. */
    private static final float LEAD = 0.3f;

    /** The share of a site's other pages from which a line is the site's. */
    private static final double RECURRING = 0.5;

    /** One other page may tell the same story. */
    private static final int FEWEST_RECURRING = 2;

    private static final int SHORTEST_RECURRING = 4;
    /** Words that a text has on which others comment. */
    private static final int DISCUSSED = 60;
    /** Of such a text however many comments follow it, where nothing else tells of a forum. */
    private static final int ARTICLE = 200;
    /** From this probability what looks like a comment may be a post of a thread. */
    private static final float SURE = 0.6f;
    /** From this probability a line that names a writer is part of the text. */
    private static final float CERTAIN = 0.8f;

    private static final double FEW_LINKS = 0.2;

    /** What messages stand in. */
    private static final int MESSAGE = Trait.MESSAGE.bit() | Trait.COMMENT.bit();

    private static final Set<String> SIGNED = Set.of("div", "aside", "blockquote", "section", "td", "dl");

    private final MarkupRules rules;
    private final BlockModel model;

    /**
     * A finder.
     *
     * @param lines knows bylines and dates
     * @param model tells text from the rest
     */
    public MainTextFinder(LineClassifier lines, BlockModel model) {
        this.rules = new MarkupRules(lines);
        this.model = model;
    }

    /**
     * The main text.
     *
     * @param page the page's blocks, hidden ones included
     * @param hints what the page's head says
     * @param site what is known of the page's site; null where nothing is
     */
    public MainText find(PageOutline page, PageHints hints, @Nullable SiteProfile site) {
        if (page.blocks().isEmpty()) {
            return new MainText(null, List.of());
        }
        MarkupRules.Judgement judged = rules.judge(page, hints);
        PageMeasures measures = new PageMeasures(page, hints, judged.kinds(), site);
        BlockKind[] kinds = kinds(measures, model.probabilities(measures));
        Trailers.drop(measures, kinds);
        Area element = element(page, kinds, judged.container());
        return new MainText(element.element(), blocks(page, kinds));
    }

    private BlockKind[] kinds(PageMeasures page, float[] probabilities) {
        float threshold = BlockModel.threshold(page, probabilities);
        BlockKind[] kinds = page.rules.clone();
        boolean discussed = discussed(page, probabilities, threshold);
        boolean forum = page.hints.types().contains(PageType.FORUM);
        int headline = page.headline;
        int summarised = lastSummary(page, probabilities, threshold);
        boolean text = false;
        boolean prose = false;
        String title = headline < 0 ? "" : TextMatch.fold(page.block(headline).text());
        for (int i = 0; i < kinds.length; i++) {
            boolean mayBe = i != headline && !staysOut(page, i, probabilities);
            boolean body = mayBe && probabilities[i] >= threshold;
            body &= page.rules[i] != BlockKind.COMMENT || forum || (!discussed && probabilities[i] >= SURE);
            body = body && (prose || !strayDate(page, i)) && !answers(page.block(i), title);
            kinds[i] = body ? BlockKind.BODY : other(page, i, headline);
            if (kinds[i] == BlockKind.SUMMARY && mayBe && probabilities[i] >= LEAD && i > summarised) {
                kinds[i] = BlockKind.BODY;
            }
            text |= body;
            prose |= body && page.block(i).prose();
        }
        if (text) {
            Companions.keep(page, kinds);
        }
        if (forum) {
            Posts.keep(page, kinds);
        }
        TableRows.complete(page.page, page.rules, kinds);
        if (page.site.pages() > 0) {
            dropRecurring(page, kinds);
        }
        // A page of which the model makes nothing is left to the rules.
        return text ? kinds : page.rules;
    }

    /** The last block of the text that says what the page's description says; -1 where none does. */
    private static int lastSummary(PageMeasures page, float[] probabilities, float threshold) {
        int last = probabilities.length - 1;
        while (last >= 0 && (probabilities[last] < threshold || page.descriptionOverlap[last] < SUMMARY)) {
            last--;
        }
        return last;
    }

    /** Whether it is the title behind a word, as forums print it above each answer: {@code Re: The ferry is back}. */
    private static boolean answers(PageBlock block, String title) {
        int more = block.text().length() - title.length();
        if (title.isEmpty() || more <= 0 || more > LONGEST_ANSWER) {
            return false;
        }
        String folded = TextMatch.fold(block.text());
        int before = folded.length() - title.length();
        return before > 0 && folded.endsWith(title) && folded.charAt(before - 1) == ' ';
    }

    /** What is no body however it reads: captions, dates, bylines unless it is sure, lines that lead elsewhere. */
    private static boolean staysOut(PageMeasures page, int i, float[] probabilities) {
        float probability = probabilities[i];
        return (page.rules[i] == BlockKind.CAPTION && (probability < CERTAIN || isOfPicture(page.block(i))))
                || page.rules[i] == BlockKind.DATE
                || (page.rules[i] == BlockKind.BYLINE && probability < CERTAIN)
                || (page.block(i).phrase() && !isAmidText(page, i, probabilities))
                || isBesideMessage(page.block(i));
    }

    /** Whether a caption is one by more than the name of a gallery that it stands in, whose slides may be a text. */
    private static boolean isOfPicture(PageBlock block) {
        boolean figure = false;
        for (Area at = block.area(); at != null; at = at.parent()) {
            figure |= at.tag().equals("figure") || at.tag().equals("figcaption");
        }
        return figure || !(block.prose() || block.headingLevel() > 0);
    }

    /** Whether words that often lead elsewhere begin a sentence or a heading of a text: {@code Sign in with your own key.} */
    private static boolean isAmidText(PageMeasures page, int i, float[] probabilities) {
        PageBlock block = page.block(i);
        return (block.sentence() || block.headingLevel() > 0)
                && block.linkDensity() < FEW_LINKS
                && isSure(page, i, probabilities)
                && i > 0
                && isSure(page, i - 1, probabilities)
                && i + 1 < probabilities.length
                && isSure(page, i + 1, probabilities)
                && !page.block(i - 1).phrase()
                && !page.block(i + 1).phrase();
    }

    private static boolean isSure(PageMeasures page, int i, float[] probabilities) {
        return probabilities[i] >= CERTAIN && !page.block(i).hidden();
    }

    /** Whether it stands beside a message, as what is known of its account and the account's signature do. */
    private static boolean isBesideMessage(PageBlock block) {
        boolean beside = false;
        for (Area at = block.area(); at != null; at = at.parent()) {
            if (beside && (at.traits() & MESSAGE) != 0) {
                return true;
            }
            beside |= Trait.SIGNATURE.in(at.traits()) && SIGNED.contains(at.tag());
        }
        return false;
    }

    /** Whether it is a date outside of what the rules take for the text's element, where they name nothing. */
    private boolean strayDate(PageMeasures page, int i) {
        return page.rules[i] == BlockKind.FURNITURE && rules.isDate(page.block(i));
    }

    /** Whether there is enough text beside the comments for them to be comments on it, and no thread of equals. */
    private static boolean discussed(PageMeasures page, float[] probabilities, float threshold) {
        int text = 0;
        int comments = 0;
        for (int i = 0; i < probabilities.length; i++) {
            if (probabilities[i] >= threshold && page.rules[i] != BlockKind.COMMENT) {
                text += page.words(i);
            } else if (probabilities[i] >= SURE && page.rules[i] == BlockKind.COMMENT) {
                comments += page.words(i);
            }
        }
        return text >= DISCUSSED
                && (text > comments || text >= ARTICLE || PageType.isArticle(page.hints.types()))
                && !page.hints.types().contains(PageType.FORUM);
    }

    /**
     * What stands on half of the site's other pages too belongs to the site; unless it is half of the text or more, as on a
     * page that others are copies of.
     */
    private static void dropRecurring(PageMeasures page, BlockKind[] kinds) {
        int text = 0;
        int recurring = 0;
        for (int i = 0; i < kinds.length; i++) {
            if (kinds[i] == BlockKind.BODY) {
                text += page.words(i);
                recurring += recurs(page, i) ? page.words(i) : 0;
            }
        }
        for (int i = 0; recurring > 0 && 2 * recurring < text && i < kinds.length; i++) {
            if (kinds[i] == BlockKind.BODY && recurs(page, i)) {
                kinds[i] = BlockKind.FURNITURE;
            }
        }
    }

    /** Headings, cells and items recur with the kind of text that they are part of. */
    private static boolean recurs(PageMeasures page, int i) {
        PageBlock block = page.block(i);
        return page.words(i) >= SHORTEST_RECURRING
                && page.headings[i] == 0
                && !block.structured()
                && page.site.line(block) >= RECURRING
                && page.site.pagesWithLine(block) >= FEWEST_RECURRING;
    }

    private static BlockKind other(PageMeasures page, int i, int headline) {
        if (i == headline) {
            return BlockKind.TITLE;
        }
        boolean summary = page.descriptionOverlap[i] >= SUMMARY && page.block(i).weight() >= SHORTEST_SUMMARY;
        if (summary && headline >= 0 && i > headline) {
            return BlockKind.SUMMARY;
        }
        return page.rules[i] == BlockKind.BODY ? BlockKind.FURNITURE : page.rules[i];
    }

    /** The smallest area that holds nearly all of the text. */
    private static Area element(PageOutline page, BlockKind[] kinds, Area otherwise) {
        int[] text = Sums.of(page.blocks(), block -> kinds[block.index()] == BlockKind.BODY ? block.weight() : 0);
        int least = (int) (HELD * text[kinds.length]);
        Area best = otherwise;
        if (least > 0) {
            best = page.areas().get(0);
            for (Area area : page.areas()) {
                if (area.depth() > best.depth() && area.within(best) && Sums.over(text, area) >= least) {
                    best = area;
                }
            }
        }
        return best;
    }

    private static List<Block> blocks(PageOutline page, BlockKind[] kinds) {
        List<Block> out = new ArrayList<>();
        boolean signed = SignatureLines.repeat(page);
        boolean begun = false;
        for (PageBlock block : page.blocks()) {
            BlockKind kind = kinds[block.index()];
            String whole = kind == BlockKind.BODY ? LinkMarks.drop(block, block.text()) : block.text();
            String text = signed && kind == BlockKind.BODY ? SignatureLines.before(whole) : whole;
            String initial = begun || kind != BlockKind.BODY ? "" : Initials.before(page, block);
            if (!initial.isEmpty()) {
                text = initial + text;
                out.set(out.size() - 1, new Block(BlockKind.FURNITURE, initial));
            }
            begun |= kind == BlockKind.BODY && block.prose();
            out.add(text.isEmpty() ? new Block(BlockKind.FURNITURE, block.text()) : new Block(kind, text));
        }
        return TableRows.join(page, kinds, out);
    }
}
