package dev.colophon.model;

/** The part of a document that a claim stands in. */
public enum Region {
    /** Metadata, not visible. */
    HEAD,
    /** Next to the headline, above the text. */
    ARTICLE_HEADER,
    /** Inside the main text. */
    ARTICLE_BODY,
    /** Beside or below a picture, a chart or a video. */
    CAPTION,
    /** Right after the main text. */
    ARTICLE_FOOTER,
    /** Teasers of other articles, by what their markup is called. */
    RELATED,
    /** Below a heading that announces other articles. */
    OTHER_ARTICLES,
    /** Readers' comments. */
    COMMENT,
    /** Navigation, side columns, footer. */
    FURNITURE,
    /** Visible, and nothing more is known. */
    UNKNOWN
}
