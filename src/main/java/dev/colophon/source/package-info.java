/** Opens folders, files, gzip and WARC containers as captures, and plans shards over them. */
@NullMarked
package dev.colophon.source;

import org.jspecify.annotations.NullMarked;
