package dev.colophon.spark;

import dev.colophon.conversion.ConversionException;
import java.io.IOException;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import scala.Function1;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

/** A Spark application: executors, held until it is closed. */
final class Cluster implements AutoCloseable {
    private static final long WAIT_MILLIS = 500;

    private final JavaSparkContext spark;
    private final long random = new SecureRandom().nextLong();

    private Cluster(JavaSparkContext spark) {
        this.spark = spark;
    }

    /** Is done on an executor; what it gives goes to the driver. */
    interface Task<T extends Serializable, R extends Serializable> extends Serializable {
        R run(T work) throws IOException;
    }

    /** Hears, on the driver, of each task once. */
    interface Taken<R> {
        void take(R result) throws IOException;
    }

    /**
     * Asks for executors.
     *
     * @param master null for the one that Spark is configured with
     * @throws IllegalArgumentException where there is no master, or its address is none
     * @throws ConversionException where it cannot be reached
     */
    static Cluster open(@Nullable String master, String job) throws Exception {
        SparkConf conf = new SparkConf()
                .setAppName("colophon " + job)
                .setIfMissing("spark.ui.showConsoleProgress", "false")
                // Results are taken as they come: all of a job's together are never held.
                .setIfMissing("spark.driver.maxResultSize", "0")
                // What is sent is records, which Kryo cannot make.
                .set("spark.serializer", "org.apache.spark.serializer.JavaSerializer");
        if (master != null) {
            conf.setMaster(master);
        }
        if (!conf.contains("spark.master")) {
            throw new IllegalArgumentException(
                    "Spark has no master: give --master local[2], spark://host:7077 or yarn");
        }
        try {
            return new Cluster(new JavaSparkContext(conf));
        } catch (Exception fault) { // Scala's exceptions are checked ones that no signature names
            throw Faults.unreachable(conf.get("spark.master"), fault);
        }
    }

    /** Sends a value to each executor once; to be destroyed when no task reads it any more. */
    <T> Broadcast<T> broadcast(T value) throws Exception {
        try {
            return spark.broadcast(value);
        } catch (IllegalStateException stopped) {
            throw Faults.explained(master(), stopped);
        }
    }

    /**
     * Tells this driver from all others: YARN may start one again under the same application, whose tasks count from 0
     * again.
     */
    String driver() {
        return spark.sc().applicationId() + "-" + Long.toHexString(random);
    }

    String master() {
        return spark.sc().master();
    }

    /** {@code 4.2.0, local[2]}. */
    String describe() {
        return spark.version() + ", " + spark.master();
    }

    /**
     * Runs tasks. The result of each is taken as it comes, so that a driver that dies leaves little to do again.
     *
     * @param what for Spark's own pages
     * @param work of each
     * @throws ConversionException where Spark gives up, which says why
     * @throws IOException what a task fails with again and again
     */
    <T extends Serializable, R extends Serializable> void run(
            String what, List<T> work, Task<T, R> task, Taken<R> taken) throws Exception {
        if (work.isEmpty()) {
            return;
        }
        try {
            spark.setJobGroup(what, what + ": " + work.size() + " tasks");
            JavaRDD<R> results = spark.parallelize(work, work.size()).map((Function<T, R>) task::run);
            await(results, work.size(), taken);
        } catch (SparkException | IllegalStateException fault) {
            throw Faults.explained(master(), fault);
        }
    }

    private <R> void await(JavaRDD<R> results, int tasks, Taken<R> taken) throws Exception {
        BlockingQueue<R> done = new LinkedBlockingQueue<>();
        SimpleFutureAction<BoxedUnit> job = submit(results, tasks, done);
        try {
            for (int left = tasks; left > 0; ) {
                R result = done.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
                if (result != null) {
                    taken.take(result);
                    left--;
                } else if (job.isCompleted() && done.isEmpty()) {
                    job.get();
                    throw new IllegalStateException("Spark's job ended with " + left + " tasks undone");
                }
            }
        } finally {
            job.cancel();
        }
    }

    private <R> SimpleFutureAction<BoxedUnit> submit(JavaRDD<R> results, int tasks, BlockingQueue<R> done) {
        Function1<Iterator<R>, R> only = (Function1<Iterator<R>, R> & Serializable) Iterator::next;
        List<Object> partitions =
                IntStream.range(0, tasks).<Object>mapToObj(Integer::valueOf).toList();
        return spark.sc()
                .submitJob(
                        results.rdd(),
                        only,
                        CollectionConverters.asScala(partitions).toList(),
                        (partition, result) -> {
                            done.add(result);
                            return BoxedUnit.UNIT;
                        },
                        () -> BoxedUnit.UNIT);
    }

    @Override
    public void close() {
        Workshop.close();
        spark.close();
    }
}
