package dev.colophon.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of the Spark that {@code mvn -Pspark package} leaves in {@code target/spark}. */
final class SparkProcess implements AutoCloseable {
    /** What Spark on Java 17 needs to be let into. */
    static final List<String> OPENED = Stream.of(
                    "java.lang",
                    "java.lang.invoke",
                    "java.lang.reflect",
                    "java.io",
                    "java.net",
                    "java.nio",
                    "java.util",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "sun.nio.ch",
                    "sun.nio.cs",
                    "sun.security.action",
                    "sun.util.calendar")
            .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED")
            .toList();

    private static final Path HOME = Path.of(System.getProperty("spark.test.home", "target/spark"));
    private static final Path JAR = Path.of(System.getProperty("spark.test.jar", "target/colophon-spark.jar"));
    private static final long LONGEST_SECONDS = 900;

    private final Process process;
    private final Path output;

    private SparkProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts a class of Spark's own. */
    static SparkProcess start(String mainClass, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC"));
        command.addAll(OPENED);
        command.addAll(List.of("-cp", HOME.toAbsolutePath().resolve("jars") + "/*", mainClass));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("colophon-spark", ".txt");
        output.toFile().deleteOnExit();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("SPARK_HOME", HOME.toAbsolutePath().toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        return new SparkProcess(builder.start(), output);
    }

    /** Submits a command, as the launcher does. */
    static SparkProcess submit(String master, String... command) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--master", master, "--conf", "spark.ui.enabled=false"));
        arguments.add(JAR.toAbsolutePath().toString());
        arguments.addAll(List.of(command));
        return start("org.apache.spark.deploy.SparkSubmit", arguments.toArray(String[]::new));
    }

    /** Waits for its end; gives its exit code. */
    int await() throws Exception {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            close();
            throw new AssertionError("no end after " + LONGEST_SECONDS + " s:\n" + output());
        }
        return process.exitValue();
    }

    /** Waits until it says something. */
    void awaitWord(String word) throws Exception {
        while (process.isAlive() && !output().contains(word)) {
            Thread.sleep(50);
        }
        if (!output().contains(word)) {
            throw new AssertionError("ended without '" + word + "':\n" + output());
        }
    }

    /** Waits until a file below a folder has a part of a path. */
    void awaitFile(Path folder, String part) throws Exception {
        while (!has(folder, part)) {
            if (!process.isAlive()) {
                throw new AssertionError("ended, and no file had '" + part + "':\n" + output());
            }
            Thread.sleep(5);
        }
    }

    private static boolean has(Path folder, String part) throws IOException {
        try (Stream<Path> files = Files.exists(folder) ? Files.walk(folder) : Stream.<Path>of()) {
            return files.anyMatch(file -> file.toString().contains(part));
        } catch (UncheckedIOException gone) {
            return false; // a folder went while it was walked
        }
    }

    /** Kills an executor among its descendants with SIGKILL; waits until there is one. */
    void killAnExecutor() throws Exception {
        while (process.isAlive()) {
            List<ProcessHandle> executors = executors();
            if (!executors.isEmpty()) {
                executors.get(0).destroyForcibly();
                return;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("ended before an executor was there:\n" + output());
    }

    /** Kills all executors that there are now, so that the one is among them that does what is being done. */
    void killTheExecutors() throws Exception {
        killAnExecutor();
        executors().forEach(ProcessHandle::destroyForcibly);
    }

    private List<ProcessHandle> executors() {
        return process.descendants()
                .filter(each -> each.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
                .toList();
    }

    /** What it has printed so far, errors included. */
    String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    /** Kills it and those that it started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
