/** Text that a page holds in its scripts alone, for a browser to draw. */
@NullMarked
package dev.colophon.extract.script;

import org.jspecify.annotations.NullMarked;
