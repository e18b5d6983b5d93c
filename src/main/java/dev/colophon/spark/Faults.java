package dev.colophon.spark;

import dev.colophon.conversion.ConversionException;
import java.io.IOException;
import java.io.ObjectStreamException;

/** What Spark's exceptions mean to those who run a job. */
final class Faults {
    /** What Spark wraps the fault of a job in that is waited for. */
    private static final String WAITED = "Exception thrown in awaitResult";

    private Faults() {}

    /** Why there is no cluster. */
    static Exception unreachable(String master, Exception fault) {
        if (String.valueOf(fault.getMessage()).contains("Could not parse Master URL")) {
            return new IllegalArgumentException(
                    "expected a Spark master like local[2], spark://host:7077 or yarn, found " + master);
        }
        return new ConversionException(
                "Spark's master " + master + " gives no executors: " + said(fault)
                        + "; check its address, that it runs, and that this machine may reach it",
                fault);
    }

    /** A job that Spark gave up, by what made its tasks fail. */
    static Exception explained(String master, Exception fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException input && !(cause instanceof ObjectStreamException)) {
                return input;
            }
        }
        if (said(fault).contains("stopped SparkContext") || said(fault).contains("SparkContext was shut down")) {
            return unreachable(master, fault);
        }
        if (lacksColophon(said(fault))) {
            return new ConversionException(
                    "Spark's executors have no Colophon: submit colophon-spark.jar, by jobs/colophon or by spark-submit",
                    fault);
        }
        return new ConversionException("Spark gave up: " + said(fault), fault);
    }

    private static boolean lacksColophon(String said) {
        return said.contains("dev.colophon")
                && (said.contains("ClassNotFoundException") || said.contains("NoClassDefFoundError"));
    }

    /** The first line of what a fault says, behind those that only say that they waited for it. */
    private static String said(Throwable fault) {
        Throwable first = fault;
        while (first.getCause() != null && String.valueOf(first.getMessage()).startsWith(WAITED)) {
            first = first.getCause();
        }
        String message = first.getMessage() == null ? first.toString() : first.getMessage();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
