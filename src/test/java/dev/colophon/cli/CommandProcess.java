package dev.colophon.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A command in a Java machine of its own, as the launcher starts it. */
final class CommandProcess {
    private static final long LONGEST_SECONDS = 600;

    private final Process process;
    private final Path output;

    private CommandProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts one.
     *
     * @param java the java to start it with; null for that of the test
     * @param options options of the Java machine
     * @param arguments the command
     */
    static CommandProcess start(@Nullable Path java, List<String> options, String... arguments) throws IOException {
        return start(List.of(), java, options, System.getProperty("java.class.path"), arguments);
    }

    /** Starts one on a class path of its own. */
    static CommandProcess on(String classPath, List<String> options, String... arguments) throws IOException {
        return start(List.of(), null, options, classPath, arguments);
    }

    /** Starts one under another command, which comes before it. */
    static CommandProcess under(List<String> prefix, String... arguments) throws IOException {
        return start(prefix, null, List.of(), System.getProperty("java.class.path"), arguments);
    }

    private static CommandProcess start(
            List<String> prefix, @Nullable Path java, List<String> options, String classPath, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(
                java == null
                        ? Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()
                        : java.toString());
        command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.add("-cp");
        command.add(classPath);
        command.add(Colophon.class.getName());
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile("colophon-command", ".txt");
        output.toFile().deleteOnExit();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("CI", "true");
        return new CommandProcess(builder.start(), output);
    }

    /** Runs one to its end; gives its exit code. */
    static CommandProcess run(String... arguments) throws Exception {
        CommandProcess command = start(null, List.of(), arguments);
        command.await();
        return command;
    }

    /** Waits for its end; gives its exit code. */
    int await() throws Exception {
        return await(Duration.ofSeconds(LONGEST_SECONDS));
    }

    /** The same for one that may take so long. */
    int await(Duration longest) throws Exception {
        if (!process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)) {
            kill();
            throw new AssertionError("no end after " + longest.toSeconds() + " s:\n" + output());
        }
        return process.exitValue();
    }

    /** Kills it with SIGKILL once the condition holds; false where it ended before. */
    boolean killWhen(BooleanSupplier condition) throws Exception {
        while (process.isAlive() && !condition.getAsBoolean()) {
            Thread.sleep(2);
        }
        boolean alive = process.isAlive();
        kill();
        return alive;
    }

    private void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Sends a signal of that name: {@code STOP}. */
    void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** What it has printed so far, errors included. */
    String output() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
