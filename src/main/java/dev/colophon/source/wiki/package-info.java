/** Dumps of wikis that MediaWiki serves. */
@NullMarked
package dev.colophon.source.wiki;

import org.jspecify.annotations.NullMarked;
