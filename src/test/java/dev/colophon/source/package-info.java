@NullMarked
package dev.colophon.source;

import org.jspecify.annotations.NullMarked;
