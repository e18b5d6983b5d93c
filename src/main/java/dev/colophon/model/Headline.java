package dev.colophon.model;

import org.jspecify.annotations.Nullable;

/**
 * What stands above a text.
 *
 * @param title the title as the publisher prints it, without the site's name; null where there is none
 * @param kicker the words before the title proper ({@code Russia-North Korea} in {@code Russia-North Korea: …}), also
 *     where the title carries them; null where there are none
 * @param description the summary; null where there is none
 */
public record Headline(
        @Nullable String title,
        @Nullable String kicker,
        @Nullable String description) {
    /** Nothing is known. */
    public static final Headline NONE = new Headline(null, null, null);
}
