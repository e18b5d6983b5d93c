package dev.colophon.extract.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an element means for the text around it. */
enum ElementRole {
    /** Formats text inside a line: cuts nothing, adds no space. */
    INLINE(
            "abbr", "acronym", "bdi", "bdo", "big", "blink", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "ins", "kbd", "label", "mark", "nobr", "o:p", "output", "picture", "q", "rb", "ruby", "s", "samp", "small",
            "span", "strike", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    LINK("a"),
    STRONG("b", "strong"),
    LINE_BREAK("br"),
    /** Formulas; what is inside one stays in its line. */
    FORMULA("math"),
    NOSCRIPT("noscript"),
    TEMPLATE("template"),
    PREFORMATTED("pre", "listing", "xmp"),
    /** Not text, or text for those who cannot see what stands there. */
    SKIPPED(
            "script",
            "style",
            "iframe",
            "svg",
            "textarea",
            "select",
            "head",
            "object",
            "canvas",
            "button",
            "audio",
            "video",
            "datalist",
            "embed",
            "map",
            "rp",
            "rt",
            "frameset",
            "input",
            "img",
            "source",
            "title",
            "noframes",
            "noembed",
            "annotation",
            "annotation-xml"),
    NAVIGATION(Trait.NAVIGATION, "nav", "menu"),
    FOOTER(Trait.FOOTER, "footer"),
    SIDEBAR(Trait.SIDEBAR, "aside"),
    PROMOTION(Trait.PROMOTION, "form"),
    OVERLAY(Trait.OVERLAY, "dialog"),
    CAPTION(Trait.CAPTION, "figcaption", "figure"),
    BYLINE(Trait.BYLINE, "address"),
    /** Whatever is not named above begins a block. */
    BLOCK;

    private static final Map<String, ElementRole> BY_TAG = new HashMap<>();

    static {
        for (ElementRole role : values()) {
            role.tags.forEach(tag -> BY_TAG.put(tag, role));
        }
    }

    private final int traits;
    private final List<String> tags;

    ElementRole(String... tags) {
        this(null, tags);
    }

    ElementRole(@Nullable Trait trait, String... tags) {
        this.traits = trait == null ? 0 : trait.bit();
        this.tags = List.of(tags);
    }

    /** By the element's name in lower case. */
    static ElementRole of(String tag) {
        return BY_TAG.getOrDefault(tag, BLOCK);
    }

    /** Bits of what such an element is for, whatever its class says. */
    int traits() {
        return traits;
    }

    boolean inline() {
        return this == INLINE || this == LINK || this == STRONG || this == FORMULA;
    }
}
