package dev.colophon.extract.page;

import dev.colophon.model.BlockKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a thread's posts together on a page of a forum that marks them, as schema.org has it: they are the text, the short ones
 * too that look like a part of the page's frame, and nothing beside them is.
 */
final class Posts {
    /** Types of what begins a thread, in lower case. */
    private static final Set<String> BEGINNINGS = Set.of("question", "discussionforumposting");

    private static final String QUESTION = "question";
    private static final String ANSWER = "answer";

    /** Replies to a discussion, but remarks on a question or on its answers: these are left to the model. */
    private static final String COMMENT = "comment";

    /** What an item calls its text, in lower case. */
    private static final Set<String> TEXTS = Set.of("text", "articlebody");

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
        Posts posts = new Posts(page, kinds);
        posts.read();
        if (posts.areAll()) {
            posts.keep();
        }
    }

    private void read() {
        for (Area area : page.areas) {
            String type = isText(area) ? type(area) : "";
            if (BEGINNINGS.contains(type) || type.equals(ANSWER) || type.equals(COMMENT)) {
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

    /**
     * Whether what is marked is the whole thread: some systems mark the replies alone, and of these the model has chosen none
     * where it took something else for the text.
     */
    private boolean areAll() {
        boolean marked = false;
        boolean chosen = false;
        for (int i = 0; i < posts.length; i++) {
            if (posts[i] != null && BEGINNINGS.contains(posts[i])) {
                return true;
            }
            marked |= posts[i] != null;
            chosen |= posts[i] != null && kinds[i] == BlockKind.BODY;
        }
        return marked && !chosen;
    }

    private void keep() {
        boolean asked = Arrays.asList(posts).contains(QUESTION);
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
