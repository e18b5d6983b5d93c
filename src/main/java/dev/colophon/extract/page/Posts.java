package dev.colophon.extract.page;

import dev.colophon.model.BlockKind;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a thread's posts together on a page of a forum that marks all of them, as schema.org has it: they are the text, the
 * short ones too that look like a part of the page's frame, and nothing beside them is. Where more is text than what is marked,
 * not all of it is marked, and everything stays as it was.
 */
final class Posts {
    private static final String QUESTION = "question";
    private static final String ANSWER = "answer";
    private static final String DISCUSSION = "discussionforumposting";

    /** A reply to a discussion, or a remark on a question or an answer: these are left to the model. */
    private static final String COMMENT = "comment";

    /** Types of items that are posts, in lower case. */
    private static final Set<String> TYPES = Set.of(QUESTION, ANSWER, DISCUSSION, COMMENT);

    /** What an item calls its text, in lower case. */
    private static final Set<String> TEXTS = Set.of("text", "articlebody");

    /** Beside a discussion with replies so much of the marked words may be taken for text: signatures, notices, lists. */
    private static final double BESIDE_DISCUSSION = 0.75;

    /** Beside others, where a question's details may stand outside of what is marked. */
    private static final double BESIDE_OTHERS = 0.25;

    private final PageMeasures page;
    private final BlockKind[] kinds;
    /** The type of the post that each block is a part of; null where it is of none. */
    private final @Nullable String[] posts;

    private Posts(PageMeasures page, BlockKind[] kinds) {
        this.page = page;
        this.kinds = kinds;
        this.posts = new String[kinds.length];
    }

    /** Makes text of what belongs to a thread, and of nothing else, where the page says what does. */
    static void keep(PageMeasures page, BlockKind[] kinds) {
        if (PageType.isThread(page.hints.types())) {
            Posts posts = new Posts(page, kinds);
            posts.read();
            if (posts.areAll()) {
                posts.keep();
            }
        }
    }

    private void read() {
        for (Area area : page.areas) {
            String type = isText(area) ? type(area) : "";
            if (TYPES.contains(type)) {
                for (int i = area.first(); i < area.end(); i++) {
                    posts[i] = type;
                }
            }
        }
    }

    private static boolean isText(Area area) {
        StringTokenizer names =
                new StringTokenizer(area.element().attr("itemprop").toLowerCase(Locale.ROOT));
        while (names.hasMoreTokens()) {
            if (TEXTS.contains(names.nextToken())) {
                return true;
            }
        }
        return false;
    }

    /** The type of the nearest item around it, without the vocabulary's address; empty where there is none. */
    private static String type(Area area) {
        Area at = area;
        while (at != null && !at.element().hasAttr("itemtype")) {
            at = at.parent();
        }
        String type = at == null ? "" : at.element().attr("itemtype").strip().toLowerCase(Locale.ROOT);
        return type.substring(type.lastIndexOf('/') + 1);
    }

    /** Whether what is marked has a beginning and is the whole thread, as far as words tell. */
    private boolean areAll() {
        boolean discussed = isMarked(DISCUSSION) && isMarked(COMMENT);
        if (!discussed && !isMarked(QUESTION)) {
            return false;
        }
        int marked = 0;
        int beside = 0;
        for (int i = 0; i < kinds.length; i++) {
            boolean text = kinds[i] == BlockKind.BODY || (posts[i] != null && isLeftOut(i));
            marked += text && posts[i] != null ? page.words(i) : 0;
            beside += text && posts[i] == null ? page.words(i) : 0;
        }
        return beside <= (discussed ? BESIDE_DISCUSSION : BESIDE_OTHERS) * marked;
    }

    private boolean isMarked(String type) {
        for (String post : posts) {
            if (type.equals(post)) {
                return true;
            }
        }
        return false;
    }

    private void keep() {
        boolean asked = isMarked(QUESTION);
        for (int i = 0; i < kinds.length; i++) {
            if (posts[i] == null) {
                kinds[i] = kinds[i] == BlockKind.BODY ? BlockKind.FURNITURE : kinds[i];
            } else if (isLeftOut(i) && !(asked && COMMENT.equals(posts[i]))) {
                kinds[i] = BlockKind.BODY;
            }
        }
    }

    /** Whether it looks like a part of the page's frame, and is no quotation of another post. */
    private boolean isLeftOut(int i) {
        boolean left = kinds[i] == BlockKind.FURNITURE || kinds[i] == BlockKind.COMMENT;
        PageBlock block = page.block(i);
        return left && !block.hidden() && !block.phrase() && block.area().closest("blockquote") == null;
    }
}
