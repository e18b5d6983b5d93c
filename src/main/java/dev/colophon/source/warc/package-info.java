/** WARC and ARC: records found in damaged files too, and what they are to us. */
@NullMarked
package dev.colophon.source.warc;

import org.jspecify.annotations.NullMarked;
