@NullMarked
package dev.colophon.dataset.table;

import org.jspecify.annotations.NullMarked;
