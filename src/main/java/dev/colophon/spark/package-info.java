/**
 * The engine of many machines: shards are read and what they give is merged by Spark's executors, and everything else is done by the
 * driver with the code that every engine uses. Nothing outside this package knows Spark.
 */
@NullMarked
package dev.colophon.spark;

import org.jspecify.annotations.NullMarked;
