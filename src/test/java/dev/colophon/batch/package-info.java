@NullMarked
package dev.colophon.batch;

import org.jspecify.annotations.NullMarked;
