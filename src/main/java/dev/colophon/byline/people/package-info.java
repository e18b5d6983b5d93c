/** Tells whether two names are one person's, across spellings and scripts. */
@NullMarked
package dev.colophon.byline.people;

import org.jspecify.annotations.NullMarked;
