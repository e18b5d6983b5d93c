/** Feeds of sites, RSS and Atom: each item is a document. */
@NullMarked
package dev.colophon.source.feed;

import org.jspecify.annotations.NullMarked;
