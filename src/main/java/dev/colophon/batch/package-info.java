/** The engine of one machine: the stages of a conversion as a Spring Batch job, shards as its partitions. */
@NullMarked
package dev.colophon.batch;

import org.jspecify.annotations.NullMarked;
