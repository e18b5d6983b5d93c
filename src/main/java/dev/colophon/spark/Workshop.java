package dev.colophon.spark;

import dev.colophon.conversion.ShardWork;
import dev.colophon.conversion.WorkOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.spark.SparkEnv;
import org.apache.spark.SparkFiles;
import org.jspecify.annotations.Nullable;

/**
 * What the tasks of one executor share: the pipeline with its forked parsers, and what is known of sites. An executor is a
 * process, and Spark gives its tasks no place for what outlives them: hence the one static field. It holds the work of one
 * run; that of another takes its place, and the process's end closes it.
 */
final class Workshop {
    private static @Nullable Workshop current;

    private final WorkOrder order;
    private final Path temporary;
    private final ShardWork work;

    private Workshop(WorkOrder order) throws IOException {
        this.order = order;
        this.temporary = Files.createTempDirectory(Path.of(SparkFiles.getRootDirectory()), "colophon");
        this.work = order.open(temporary, ExecutorCores.here(SparkEnv.get().conf()));
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "colophon-workshop"));
    }

    /** The work of this process for a run. */
    static synchronized ShardWork of(WorkOrder order) throws IOException {
        if (current == null || !current.order.equals(order)) {
            close();
            current = new Workshop(order);
        }
        return current.work;
    }

    /** Ends the forked parsers of this process. */
    static synchronized void close() {
        if (current != null) {
            current.end();
            current = null;
        }
    }

    private void end() {
        work.close();
        try (Stream<Path> files = Files.walk(temporary)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException gone) {
            // It lies in a folder that Spark removes.
            temporary.toFile().deleteOnExit();
        }
    }
}
