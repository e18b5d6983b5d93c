@NullMarked
package dev.colophon.dataset.duplicates;

import org.jspecify.annotations.NullMarked;
