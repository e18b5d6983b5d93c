package dev.colophon.extract.page;

import java.util.List;
import java.util.Locale;

/** What an element's class, id, role or name says that it is for. The words stand in {@code traits.txt}. */
public enum Trait {
    /** The text of an article. */
    BODY,
    /** Readers' comments. */
    COMMENT,
    /** Buttons for sharing and following. */
    SHARE,
    /** Teasers of other articles, pull quotes. */
    RELATED,
    /** A column beside the text. */
    SIDEBAR,
    FOOTER,
    NAVIGATION,
    /** Advertisements, newsletters, subscriptions. */
    PROMOTION,
    /** Cookie banners, dialogues, log-in boxes. */
    OVERLAY,
    /** Keywords and categories. */
    TAGS,
    /** Who wrote it and when. */
    BYLINE,
    /** Captions and credits of images. */
    CAPTION,
    /** Not shown, or shown to screen readers alone. */
    HIDDEN,
    /** An article or a part of one. */
    POST,
    /** Text or contents of any kind. */
    CONTENT,
    /** A description of goods. */
    PRODUCT,
    /** A message in a thread, a question or an answer. */
    MESSAGE,
    /** One of many alike: a card, a tile, a list's item. */
    ITEM,
    /** A title or heading. */
    TITLE,
    /** Pictures and films. */
    MEDIA,
    /** Within a line: links to edit a section, marks beside headings, an account's data. */
    BESIDE,
    /** What stands beside each message of an account: its data, its signature. */
    SIGNATURE,
    /** Readers' comments in a system that sites put below their articles. */
    READERS;

    /** What says that an area is no text. */
    static final int ANY_FURNITURE = HIDDEN.bit() * 2 - 1 & ~BODY.bit();

    /** What says that an area stands around or beside the text. */
    static final int FRAME = COMMENT.bit()
            | NAVIGATION.bit()
            | FOOTER.bit()
            | OVERLAY.bit()
            | RELATED.bit()
            | SHARE.bit()
            | PROMOTION.bit()
            | SIDEBAR.bit();

    /** Those that the block model measures; the others are for rules alone. */
    static List<Trait> measured() {
        return List.of(values()).subList(0, List.of(values()).indexOf(BESIDE));
    }

    @SuppressWarnings("EnumOrdinal") // a set of traits is an int within one run, kept nowhere
    int bit() {
        return 1 << ordinal();
    }

    boolean in(int traits) {
        return (traits & bit()) != 0;
    }

    static Trait named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
