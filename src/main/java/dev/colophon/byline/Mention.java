package dev.colophon.byline;

import dev.colophon.model.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a byline names.
 *
 * @param role what the byline says that they did; null where it does not
 * @param raw the name as written, white space collapsed
 * @param name the name in its normal form
 */
record Mention(@Nullable Role role, String raw, String name) {}
