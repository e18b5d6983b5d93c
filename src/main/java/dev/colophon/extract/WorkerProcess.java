package dev.colophon.extract;

import dev.colophon.model.RejectReason;
import dev.colophon.text.Spaces;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;

/** A running {@link TikaWorker}, seen from the process that started it. Used by one thread at a time. */
final class WorkerProcess implements AutoCloseable {
    private static final long START_SECONDS = 60;
    private static final long DEATH_SECONDS = 5;
    private static final int ERROR_TAIL = 2000;
    private static final int BYTES_OF_A_CHAR = 3;
    private static final int LONGEST_METADATA = 1 << 20;

    /** The part of the time limit that a worker may stand still: nothing that it could wait for is within its reach. */
    private static final int STANDSTILL = 6;

    /** Some parsers wait for threads of their own, or sleep for a while. */
    private static final long SHORTEST_STANDSTILL = TimeUnit.SECONDS.toNanos(5);

    /** How often that is looked at until then, and how often in its time whether that is over. */
    private static final int GLANCES = 10;

    /** Where it cannot be seen that a worker waits for a processor, none is taken for one that stands still. */
    private static final boolean SEES_THREADS = Idleness.seesThreads();

    private static final long SHORTEST_GLANCE = TimeUnit.MILLISECONDS.toNanos(100);

    /**
     * What starts a process and tells how names are written. What else there is, keys of a store perhaps, is not a
     * parser's.
     */
    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "LANG", "LC_ALL", "LC_CTYPE", "LD_LIBRARY_PATH", "SystemRoot");

    /** Variables that name folders which launchers put on the class path. */
    private static final List<String> CONFIGURATION =
            List.of("COLOPHON_CONF", "HADOOP_CONF_DIR", "YARN_CONF_DIR", "SPARK_CONF_DIR");

    private static final String CLASS_PATH = classPath();

    /** What a worker says before it is ready, Java's own warnings among it, is no fault of a document: it ends in this. */
    static final char READY = '\0';

    private final ExtractLimits limits;
    private final ScheduledExecutorService clock;
    private final Path folder;
    private final Process process;
    private final DataOutputStream requests;
    private final DataInputStream replies;
    private final Map<String, String> parsers;

    @SuppressWarnings("JdkObsolete") // a thread of its own appends to it
    private final StringBuffer errors = new StringBuffer();

    private final Idleness idleness;
    private volatile int answered;
    private volatile @Nullable String expiry;

    /**
     * Starts a worker and waits until it is ready.
     *
     * @param tellsParsers whether it loads all its parsers at once and tells of them
     * @throws IOException where it cannot be started, or ends before it is ready
     */
    WorkerProcess(ExtractLimits limits, ScheduledExecutorService clock, boolean tellsParsers) throws IOException {
        this.limits = limits;
        this.clock = clock;
        Files.createDirectories(limits.temporary());
        this.folder = Files.createTempDirectory(limits.temporary(), "worker");
        ProcessBuilder builder = new ProcessBuilder(command(tellsParsers));
        builder.environment().keySet().retainAll(ENVIRONMENT);
        this.process = started(builder, folder);
        this.idleness = new Idleness(process.toHandle());
        this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
        this.replies = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
        drainErrors();
        Future<?> limit =
                killAfter(TimeUnit.SECONDS.toNanos(START_SECONDS), "was not ready after " + START_SECONDS + " s");
        try {
            parsers = WorkerProtocol.readHello(replies);
        } catch (IOException broken) {
            IOException why = new IOException(death(broken).getMessage(), broken);
            close();
            throw why;
        } finally {
            limit.cancel(false);
        }
    }

    private static Process started(ProcessBuilder builder, Path folder) throws IOException {
        try {
            return builder.start();
        } catch (IOException fault) {
            Files.deleteIfExists(folder);
            throw fault;
        }
    }

    private List<String> command(boolean tellsParsers) {
        List<String> command = new ArrayList<>(NetworkNamespace.prefix());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(sharing());
        command.addAll(ParserGuard.options());
        command.addAll(List.of(
                "-Xmx" + limits.workerHeapBytes(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:+ExitOnOutOfMemoryError",
                // The JVM's own words go to standard output otherwise.
                "-XX:+DisplayVMOutputToStderr",
                "-XX:+UseSerialGC",
                // Large blocks are what fills a heap: not moved before it is full, they take half of the time to do so.
                "-XX:PretenureSizeThreshold=64k",
                // A worker's few hundred documents do not earn back what the optimising compiler takes.
                "-XX:TieredStopAtLevel=1",
                // Most that a start runs a few hundred times it never runs again: not worth compiling.
                "-XX:Tier3InvocationThreshold=1000",
                "-XX:Tier3MinInvocationThreshold=500",
                "-XX:Tier3CompileThreshold=10000",
                "-XX:-UsePerfData",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Duser.timezone=UTC",
                // What parsers have to say to logs is of no use to anyone: a document's fault comes back as a reply.
                "-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory",
                "-Dorg.apache.logging.log4j.simplelog.level=OFF",
                // The JDK's own, which are looked for in each jar otherwise.
                "-Djavax.xml.parsers.SAXParserFactory="
                        + SAXParserFactory.newDefaultInstance().getClass().getName(),
                "-Djavax.xml.parsers.DocumentBuilderFactory="
                        + DocumentBuilderFactory.newDefaultInstance().getClass().getName(),
                "-cp",
                CLASS_PATH,
                TikaWorker.class.getName(),
                Integer.toString(limits.outputChars()),
                Boolean.toString(tellsParsers)));
        return command;
    }

    private static String classPath() {
        String started = withoutConfiguration(System.getProperty("java.class.path"), System.getenv());
        Path own = ParserGuard.ownCode();
        boolean brought = !ClassLoader.getSystemClassLoader().equals(WorkerProcess.class.getClassLoader());
        // Spark's own loader brings the jar of this class.
        return brought && own != null ? own + File.pathSeparator + started : started;
    }

    /** A class path without the folders of Hadoop's and Spark's configuration, which may hold keys. */
    static String withoutConfiguration(String classPath, Map<String, String> environment) {
        Set<Path> folders = new HashSet<>();
        for (String name : CONFIGURATION) {
            places(environment.getOrDefault(name, "")).forEach(place -> folders.add(normal(place)));
        }
        String spark = environment.get("SPARK_HOME");
        if (spark != null) {
            folders.add(normal(spark).resolve("conf"));
        }
        return places(classPath)
                .filter(place -> !folders.contains(normal(place)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Stream<String> places(String path) {
        return Arrays.stream(path.split(File.pathSeparator)).filter(place -> !place.isEmpty());
    }

    private static Path normal(String place) {
        return Path.of(place).toAbsolutePath().normalize();
    }

    /** Class Data Sharing, as the launcher set it up: the archive to start from, or the list to make one of. */
    private static List<String> sharing() {
        String archive = System.getProperty("colophon.class-archive");
        String list = System.getProperty("colophon.class-list");
        if (archive != null) {
            return List.of(
                    "-Xlog:disable",
                    "-Xshare:auto",
                    "-XX:SharedArchiveFile=" + archive,
                    // Moved to another address, as by default, each of its pages would be copied.
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:ArchiveRelocationMode=0");
        }
        return list == null ? List.of() : List.of("-Xlog:disable", "-XX:DumpLoadedClassList=" + list);
    }

    /** The parsers that it told of; empty where it was not asked for them. */
    Map<String, String> parsers() {
        return parsers;
    }

    /** Documents that it has answered for. */
    int answered() {
        return answered;
    }

    /** Whether it has done nothing for the document that it was asked for since this was asked before. */
    boolean standsStill() {
        return isAlive() && idleness.lastsOver(answered);
    }

    /** Whether it can be asked. */
    boolean isAlive() {
        return expiry == null && process.isAlive();
    }

    /**
     * Lets it read a document.
     *
     * @throws ExtractionException where it dies over it, with {@code TIMEOUT}, {@code OOM} or {@code IO}; it is of no
     *     more use then
     */
    WorkerReply ask(WorkerRequest request) throws ExtractionException {
        Future<?> limit = killOnceSpent();
        // The first glance can then tell whether it does anything.
        idleness.lastsOver(answered);
        try {
            WorkerProtocol.write(requests, request);
            awaitReply();
            WorkerReply reply = WorkerProtocol.readReply(replies, mostBytes());
            answered++;
            return reply;
        } catch (IOException broken) {
            ExtractionException why = death(broken);
            close();
            throw why;
        } finally {
            limit.cancel(false);
        }
    }

    /**
     * It is watched from the moment when it has the document until its reply begins: what it waits for then is nothing
     * here.
     */
    private void awaitReply() throws IOException {
        long limit = limits.parseTime().toNanos();
        Future<?> watch = killOnceItStandsStill(Math.max(limit / STANDSTILL, Math.min(limit, SHORTEST_STANDSTILL)));
        try {
            replies.mark(1);
            if (replies.read() < 0) {
                throw new EOFException();
            }
            replies.reset();
        } finally {
            watch.cancel(false);
        }
    }

    private int mostBytes() {
        return (int) Math.min(Integer.MAX_VALUE - 16, (long) limits.outputChars() * BYTES_OF_A_CHAR + LONGEST_METADATA);
    }

    private Future<?> killAfter(long nanoseconds, String why) {
        return clock.schedule(() -> kill(why), nanoseconds, TimeUnit.NANOSECONDS);
    }

    private Future<?> killOnceSpent() {
        TimeLimit limit = new TimeLimit(limits.parseTime(), SEES_THREADS);
        long since = System.nanoTime();
        long before = idleness.processorTime();
        Runnable look = () -> {
            if (isAlive() && limit.isSpent(System.nanoTime() - since, idleness.processorTime() - before)) {
                kill("was ended after " + limits.parseTime().toMillis()
                        + " ms; raise the parse-time limit if the document is worth it");
            }
        };
        long glance = Math.max(limit.nanoseconds() / GLANCES, SHORTEST_GLANCE);
        return clock.scheduleWithFixedDelay(look, limit.nanoseconds(), glance, TimeUnit.NANOSECONDS);
    }

    /** Glances are counted and not the time between them, in which this process itself may have stood still. */
    private Future<?> killOnceItStandsStill(long nanoseconds) {
        long glance = Math.max(nanoseconds / GLANCES, SHORTEST_GLANCE);
        Idleness watched = new Idleness(process.toHandle());
        AtomicInteger still = new AtomicInteger();
        Runnable look = () -> {
            boolean idle = SEES_THREADS && isAlive() && watched.lastsOver(0);
            if (still.updateAndGet(before -> idle ? before + 1 : 0) >= GLANCES) {
                kill("stood still for " + TimeUnit.NANOSECONDS.toMillis(glance * GLANCES) + " ms and was ended");
            }
        };
        return clock.scheduleWithFixedDelay(look, SHORTEST_GLANCE, glance, TimeUnit.NANOSECONDS);
    }

    private void kill(String why) {
        expiry = why;
        process.destroyForcibly();
    }

    private ExtractionException death(IOException broken) {
        String why = expiry;
        if (why != null) {
            return new ExtractionException(RejectReason.TIMEOUT, "the parser " + why, null);
        }
        int code = exitCode();
        if (code == TikaWorker.EXIT_OUT_OF_MEMORY) {
            String message = "the parser needed more than its heap of " + (limits.workerHeapBytes() >> 20) + " MB";
            return new ExtractionException(RejectReason.OOM, message, null);
        }
        String said = errors.isEmpty() ? "" : "; it said: " + Spaces.collapse(errors);
        String message = "the parser's process broke off with exit code " + code + said;
        return new ExtractionException(RejectReason.IO, message, broken);
    }

    /** Its exit code; a worker that still runs although its pipe is broken is killed first. */
    private int exitCode() {
        try {
            if (!process.waitFor(DEATH_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(DEATH_SECONDS, TimeUnit.SECONDS);
            }
            return process.isAlive() ? -1 : process.exitValue();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private void drainErrors() {
        Thread drain = new Thread(this::copyErrors, "worker-errors");
        drain.setDaemon(true);
        drain.start();
    }

    private void copyErrors() {
        byte[] buffer = new byte[1 << 12];
        try (InputStream in = process.getErrorStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                errors.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
                errors.delete(0, errors.lastIndexOf(String.valueOf(READY)) + 1);
                errors.delete(0, Math.max(0, errors.length() - ERROR_TAIL));
            }
        } catch (IOException closed) {
            errors.append(" (standard error closed)");
        }
    }

    /** Kills it and removes its temporary files. */
    @Override
    public void close() {
        process.destroyForcibly();
        exitCode();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException left) {
            // The folder lies in the job's temporary folder, which the next run empties.
            folder.toFile().deleteOnExit();
        }
    }
}
