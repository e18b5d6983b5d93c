/**
 * What is asked of a document before a parser sees it: whether it would expand, multiply or nest beyond its limits. Bytes are
 * counted, none are kept.
 */
@NullMarked
package dev.colophon.extract.guard;

import org.jspecify.annotations.NullMarked;
