/** Pages as Safari saves them: web archives, which are binary property lists. */
@NullMarked
package dev.colophon.source.webarchive;

import org.jspecify.annotations.NullMarked;
