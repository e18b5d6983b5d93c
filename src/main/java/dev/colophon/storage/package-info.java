/** Where inputs and datasets lie: list, open, create, move, behind one interface. */
@NullMarked
package dev.colophon.storage;

import org.jspecify.annotations.NullMarked;
