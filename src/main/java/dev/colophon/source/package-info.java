/**
 * Finds inputs, plans shards over them, and reads them as captures and rejects. What the formats share is in {@code format},
 * which also says how one is added; {@link dev.colophon.source.Formats} lists them.
 */
@NullMarked
package dev.colophon.source;

import org.jspecify.annotations.NullMarked;
