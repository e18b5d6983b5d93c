/** Who may change a dataset. */
@NullMarked
package dev.colophon.dataset.lease;

import org.jspecify.annotations.NullMarked;
