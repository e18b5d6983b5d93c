/**
 * The engine of many machines: Spark's executors read shards and carry out the tasks that consolidate what these give;
 * everything else is done by the driver, all with the code that every engine uses. Nothing outside this package knows
 * Spark.
 */
@NullMarked
package dev.colophon.spark;

import org.jspecify.annotations.NullMarked;
