/** Titles of pages: what a page calls itself, without what its site is called. */
@NullMarked
package dev.colophon.extract.title;

import org.jspecify.annotations.NullMarked;
