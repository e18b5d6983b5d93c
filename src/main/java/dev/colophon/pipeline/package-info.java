/** One document's way from a capture to an outcome. */
@NullMarked
package dev.colophon.pipeline;

import org.jspecify.annotations.NullMarked;
