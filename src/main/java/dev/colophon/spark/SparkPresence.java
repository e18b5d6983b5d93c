package dev.colophon.spark;

/** Whether there is a Spark. Apart from {@link SparkEngine}, which cannot even be loaded where there is none. */
public final class SparkPresence {
    private SparkPresence() {}

    /** Whether Spark is on the class path: else a {@link SparkEngine} cannot be had. */
    public static boolean isThere() {
        try {
            Class.forName(
                    "org.apache.spark.SparkContext",
                    false,
                    Thread.currentThread().getContextClassLoader());
            return true;
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }
}
