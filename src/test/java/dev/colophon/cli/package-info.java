@NullMarked
package dev.colophon.cli;

import org.jspecify.annotations.NullMarked;
