/** Wikitext, the markup of MediaWiki, as readable text. */
@NullMarked
package dev.colophon.extract.wikitext;

import org.jspecify.annotations.NullMarked;
