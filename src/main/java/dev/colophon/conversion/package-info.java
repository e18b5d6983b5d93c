/**
 * What a conversion is, whichever engine carries it out: the job's settings, its plan, its stages, and the reading of one
 * shard. {@link dev.colophon.conversion.Converter} runs a job; an {@link dev.colophon.conversion.Engine} decides where.
 */
@NullMarked
package dev.colophon.conversion;

import org.jspecify.annotations.NullMarked;
