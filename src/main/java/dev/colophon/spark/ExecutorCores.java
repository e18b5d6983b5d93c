package dev.colophon.spark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.jspecify.annotations.Nullable;

/**
 * How many cores Spark gives one process of its executors: so many documents are read in it at once, whatever the machine has.
 * Tasks that take several cores each ({@code spark.task.cpus}) share them.
 */
final class ExecutorCores {
    private static final String KEY = "spark.executor.cores";

    /** {@code local}, {@code local[2]}, {@code local[*]}, {@code local[2,4]}: the driver is the executor. */
    private static final Pattern LOCAL = Pattern.compile("local(?:\\[\\s*([0-9]+|\\*)\\s*(?:,.*)?])?");

    /** Spark starts every executor with it, but a local one. */
    private static final Pattern TOLD = Pattern.compile("\\s--cores\\s+([0-9]+)(?:\\s|$)");

    private ExecutorCores() {}

    /** Those of this process. */
    static int here(SparkConf conf) {
        return of(
                conf,
                System.getProperty("sun.java.command", ""),
                Runtime.getRuntime().availableProcessors());
    }

    /**
     * Those of a process.
     *
     * @param conf the application's, which names what was asked for, but no defaults
     * @param command what the process was started with
     * @param processors of its machine
     */
    static int of(SparkConf conf, String command, int processors) {
        String master = conf.get("spark.master", "");
        Matcher local = LOCAL.matcher(master);
        if (local.matches()) {
            return local(local.group(1), processors);
        }
        if (conf.contains(KEY)) {
            return conf.getInt(KEY, 1);
        }
        Matcher told = TOLD.matcher(command);
        if (told.find()) {
            return Integer.parseInt(told.group(1));
        }
        // What these two give where nothing is asked for; Spark's own cluster gives all that a worker has.
        return master.startsWith("yarn") || master.startsWith("k8s:") ? 1 : processors;
    }

    private static int local(@Nullable String threads, int processors) {
        if (threads == null) {
            return 1;
        }
        return threads.equals("*") ? processors : Integer.parseInt(threads);
    }
}
