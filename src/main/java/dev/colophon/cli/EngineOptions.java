package dev.colophon.cli;

import dev.colophon.batch.SpringBatchEngine;
import dev.colophon.conversion.Engine;
import dev.colophon.spark.SparkEngine;
import dev.colophon.spark.SparkPresence;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a conversion runs. */
final class EngineOptions {
    /** Set by spark-submit in the driver's process. */
    private static final String SUBMITTED = "spark.submit.deployMode";

    private static final String MASTER = "spark.master";

    enum Kind {
        LOCAL,
        SPARK
    }

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = {
                "local (the default): threads of this machine; spark: Spark's executors.",
                "Under spark-submit it is always spark."
            })
    @Nullable
    Kind engine;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = {
                "Spark's master: local[2], spark://host:7077, yarn, k8s://…; by default the one that Spark is configured with."
            })
    @Nullable
    String master;

    /** The engine; a {@link UsageException} where it cannot be had. */
    Engine choose() {
        boolean submitted = System.getProperty(SUBMITTED) != null;
        Kind kind = engine == null ? submitted ? Kind.SPARK : Kind.LOCAL : engine;
        if (kind == Kind.LOCAL) {
            if (master != null || submitted) {
                throw new UsageException(
                        submitted
                                ? "--engine local under spark-submit: start jobs/colophon instead"
                                : "--master " + master + " is Spark's: give --engine spark too");
            }
            return new SpringBatchEngine();
        }
        if (!SparkPresence.isThere()) {
            throw new UsageException("--engine spark: there is no Spark on the class path; use jobs/colophon with"
                    + " SPARK_HOME set, or spark-submit with colophon-spark.jar");
        }
        requireDriverHere();
        return new SparkEngine(master);
    }

    /** YARN takes for failed whatever ends by an exit code, and whatever asks for no executors within a while. */
    private static void requireDriverHere() {
        if (System.getProperty(MASTER, "").startsWith("yarn") && "cluster".equals(System.getProperty(SUBMITTED))) {
            throw new UsageException("--deploy-mode cluster on YARN: it would report every run as failed;"
                    + " use --deploy-mode client, on a machine that may run as long as the job");
        }
    }
}
