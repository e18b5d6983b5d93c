package dev.colophon.extract.metadata;

import dev.colophon.extract.metadata.MarkupWords.Sign;
import dev.colophon.extract.metadata.PageFlow.Line;

/** What kind of element a line stands in. */
final class LinePlaces {
    /** How many elements around a line's may say that it is a caption. */
    private static final int MAX_CAPTION_PARENTS = 4;

    private static final int MAX_CREDIT_PARENTS = 2;
    private static final int MAX_GALLERY_PARENTS = 8;

    private final PageFlow flow;

    LinePlaces(PageFlow flow) {
        this.flow = flow;
    }

    /** Whether a picture's element holds the line, or a class around it says that it is of one. */
    boolean isCaption(Line line) {
        int element = line.element();
        for (int up = 0; up < MAX_CAPTION_PARENTS && element >= 0; up++) {
            if (flow.marks().signs(element).has(Sign.CAPTION)) {
                return true;
            }
            element = flow.parent(element);
        }
        return stands(line, "figure", "figcaption");
    }

    /** Whether a class around the line says that it shows many pictures one after the other. */
    boolean isInGallery(Line line) {
        int element = line.element();
        for (int up = 0; up < MAX_GALLERY_PARENTS && element >= 0; up++) {
            if (flow.marks().signs(element).has(Sign.GALLERY)) {
                return true;
            }
            element = flow.parent(element);
        }
        return false;
    }

    /** Whether a class around the line says that it is a credit. */
    boolean isCredit(Line line) {
        if (stands(line, "blockquote", "q")) {
            return false;
        }
        int element = line.element();
        for (int up = 0; up < MAX_CREDIT_PARENTS && element >= 0; up++) {
            if (flow.marks().signs(element).has(Sign.CREDIT)) {
                return true;
            }
            element = flow.parent(element);
        }
        return false;
    }

    /** Whether an element of one of two names holds the line. */
    boolean stands(Line line, String tag, String orTag) {
        int element = line.element();
        while (element >= 0
                && !flow.element(element).nameIs(tag)
                && !flow.element(element).nameIs(orTag)) {
            element = flow.parent(element);
        }
        return element >= 0;
    }
}
