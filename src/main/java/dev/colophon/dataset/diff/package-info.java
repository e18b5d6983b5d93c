/** What changed between two manifests, document by document and field by field. */
@NullMarked
package dev.colophon.dataset.diff;

import org.jspecify.annotations.NullMarked;
