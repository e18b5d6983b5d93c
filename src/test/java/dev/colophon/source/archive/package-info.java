@NullMarked
package dev.colophon.source.archive;

import org.jspecify.annotations.NullMarked;
