/** Reads bylines: roles, names, kinds; and gives contributors their ids. */
@NullMarked
package dev.colophon.byline;

import org.jspecify.annotations.NullMarked;
