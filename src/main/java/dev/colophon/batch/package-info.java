/** The Spring Batch job: plan, survey, learn, convert, consolidate, publish, report. */
@NullMarked
package dev.colophon.batch;

import org.jspecify.annotations.NullMarked;
