package dev.colophon.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Tells from the processor time of a process whether it does anything. On Linux a process that waits for a processor or for a
 * disk is not taken for one that does nothing. Thread-safe.
 */
final class Idleness {
    private static final long SAMPLE = TimeUnit.MILLISECONDS.toNanos(40);

    /** What systems count processor time in, and what a Java machine does for itself in some seconds. */
    private static final long NOTHING = TimeUnit.MILLISECONDS.toNanos(10);

    /** One in so many parts of the time is nothing, too: it is the machine's own. */
    private static final int SMALL = 50;

    private final ProcessHandle process;
    private long sampledAt;
    private long used;
    private int work = -1;
    private boolean idle;

    Idleness(ProcessHandle process) {
        this.process = process;
    }

    /**
     * Whether the process has done nothing between the last two samples, of which this may be one, both taken at the same piece
     * of work.
     */
    synchronized boolean lastsOver(int pieceOfWork) {
        long now = System.nanoTime();
        if (pieceOfWork != work) {
            idle = false;
            sample(now, processorTime());
        } else if (now - sampledAt >= SAMPLE) {
            long time = processorTime();
            idle = time - used <= Math.max(NOTHING, (now - sampledAt) / SMALL) && !isHeldUp();
            sample(now, time);
        }
        work = pieceOfWork;
        return idle;
    }

    /** Whether the system tells of the threads of processes, as Linux does. */
    static boolean seesThreads() {
        return Files.isDirectory(Path.of("/proc/self/task"));
    }

    /** Whether a thread of it would run if the machine let it. False where the system does not tell. */
    private boolean isHeldUp() {
        Path threads = Path.of("/proc", Long.toString(process.pid()), "task");
        try (DirectoryStream<Path> each = Files.newDirectoryStream(threads)) {
            for (Path thread : each) {
                if (isHeldUp(thread)) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException none) {
            return false;
        }
    }

    /** States R and D of proc(5). */
    private static boolean isHeldUp(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"), StandardCharsets.ISO_8859_1);
            // The name before it, in brackets, may hold anything.
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return state == 'R' || state == 'D';
        } catch (IOException ended) {
            return false;
        }
    }

    private void sample(long now, long time) {
        sampledAt = now;
        used = time;
    }

    /** Of the process so far, in nanoseconds; rising with the clock, so that it never looks idle, where the system does not tell. */
    long processorTime() {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElseGet(System::nanoTime);
    }
}
