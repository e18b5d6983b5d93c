package dev.colophon.report;

import java.util.Locale;

/** Builds an HTML page; every text that goes in is escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /** Markup that this program wrote itself. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    /** Text from anywhere. */
    Html text(String text) {
        out.append(escape(text));
        return this;
    }

    /** An element without attributes around text. */
    Html element(String name, String text) {
        return raw("<" + name + ">").text(text).raw("</" + name + ">");
    }

    /** An element of a class around text. */
    Html element(String name, String cssClass, String text) {
        return raw("<" + name + " class=\"" + cssClass + "\">").text(text).raw("</" + name + ">");
    }

    /** Text of unknown direction, kept from turning its surroundings. */
    Html foreign(String text) {
        return raw("<bdi>").text(text).raw("</bdi>");
    }

    /** A horizontal bar, {@code share} of its width filled. Attributes of SVG need no inline style. */
    Html bar(String cssClass, double share) {
        double width = Math.max(0, Math.min(1, share)) * 100;
        return raw(String.format(
                Locale.ROOT,
                "<svg class=\"bar %s\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                        + "<rect class=\"track\" width=\"100\" height=\"8\"/><rect class=\"fill\" width=\"%.2f\" height=\"8\"/></svg>",
                cssClass,
                width));
    }

    /** The page so far. */
    @Override
    public String toString() {
        return out.toString();
    }

    /** Markup characters by their entities; control characters, which HTML does not allow, by U+FFFD. */
    static String escape(String text) {
        StringBuilder clean = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> clean.append("&amp;");
                case '<' -> clean.append("&lt;");
                case '>' -> clean.append("&gt;");
                case '"' -> clean.append("&quot;");
                case '\'' -> clean.append("&#39;");
                case '\t', '\n' -> clean.append(c);
                default -> clean.append(Character.isISOControl(c) ? '\uFFFD' : c);
            }
        }
        return clean.toString();
    }
}
