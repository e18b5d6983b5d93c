/** The records that travel through the pipeline. Plain data: no I/O, no interpretation, no library but JSpecify. */
@NullMarked
package dev.colophon.model;

import org.jspecify.annotations.NullMarked;
