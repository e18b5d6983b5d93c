@NullMarked
package dev.colophon.pipeline;

import org.jspecify.annotations.NullMarked;
