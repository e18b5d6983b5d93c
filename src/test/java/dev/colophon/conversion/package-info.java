@NullMarked
package dev.colophon.conversion;

import org.jspecify.annotations.NullMarked;
