package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a night may bring: a run is killed at each of its calls to the file system and at any moment, the disk is full or fails,
 * the job's state is damaged, a run stands still. After each the exit code and the message are right, and the next run leaves
 * the dataset of an undisturbed one. Takes an hour: {@code mvn -Pfaults verify}.
 */
@Tag("faults")
class FaultsTest {
    private static final int KILLS = 200;
    /** What makes writing durable: each is a place at which a run may end. */
    private static final List<String> CALLS = List.of("fsync", "rename", "link", "unlink", "mkdir");

    private static final int MOST_CALLS = 400;

    @TempDir
    Path folder;

    private Path inputs;
    private Map<String, String> expected;
    private long undisturbedMillis;

    @BeforeEach
    void runUndisturbed() throws Exception {
        inputs = Dumps.write(folder.resolve("inbox"), 2, 40);
        long start = System.nanoTime();
        CommandProcess whole = convert(folder.resolve("undisturbed"));
        undisturbedMillis = (System.nanoTime() - start) / 1_000_000;
        assertThat(whole.exitCode()).as(whole.output()).isZero();
        expected = DatasetBytes.of(folder.resolve("undisturbed"));
    }

    private String[] arguments(Path dataset) {
        return new String[] {"convert", inputs + "/*", "--to", dataset.toString()};
    }

    private CommandProcess convert(Path dataset) throws Exception {
        return CommandProcess.run(arguments(dataset));
    }

    private void rerunGivesTheUndisturbed(Path dataset, String after) throws Exception {
        CommandProcess rerun = convert(dataset);
        assertThat(rerun.exitCode())
                .as("the run after " + after + ": " + rerun.output())
                .isZero();
        assertThat(DatasetBytes.of(dataset)).as("after " + after).isEqualTo(expected);
    }

    private static void saysWhatToDo(CommandProcess failed, String when) throws IOException {
        String output = failed.output();
        assertThat(output).as(when).doesNotContain("\tat ").doesNotContain("Exception in thread");
        assertThat(failed.exitCode()).as(when + ": " + output).isIn(0, 1);
        if (failed.exitCode() == 1) {
            assertThat(output).as(when).contains("colophon: ");
        }
    }

    private static boolean works(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> traced(String injection) {
        // Only what is traced is disturbed.
        String call = injection.substring(0, injection.indexOf(':'));
        return List.of("strace", "-f", "-o", "/dev/null", "-e", "trace=" + call, "-e", "inject=" + injection);
    }

    private static void requireTracing() {
        assumeTrue(
                works("strace", "-o", "/dev/null", "true"),
                "strace is not here or may not trace: calls are not disturbed");
    }

    @Test
    void aRunKilledAtAnyCallOrMomentIsCompletedByTheNext() throws Exception {
        int kills = killedAtCalls();
        Random random = new Random(20261101);
        for (; kills < KILLS; kills++) {
            Path dataset = folder.resolve("moment-" + kills);
            CommandProcess victim = CommandProcess.under(List.of(), arguments(dataset));
            long end = System.nanoTime() + (long) (random.nextDouble() * undisturbedMillis * 1_000_000);
            victim.killWhen(() -> System.nanoTime() > end);
            rerunGivesTheUndisturbed(dataset, "kill " + kills);
            delete(dataset);
        }
    }

    private int killedAtCalls() throws Exception {
        if (!works("strace", "-o", "/dev/null", "true")) {
            return 0;
        }
        int kills = 0;
        for (String call : CALLS) {
            int before = kills;
            boolean killed = true;
            for (int n = 1; killed && n <= MOST_CALLS; n++) {
                Path dataset = folder.resolve(call + "-" + n);
                String injection = call + ":signal=KILL:when=" + n;
                CommandProcess victim = CommandProcess.under(traced(injection), arguments(dataset));
                killed = victim.await() != 0;
                kills += killed ? 1 : 0;
                assertThat(killed || n > 1).as("killed at the first " + call).isTrue();
                rerunGivesTheUndisturbed(dataset, injection);
                delete(dataset);
            }
            System.out.println("killed at " + call + ": " + (kills - before) + " times");
        }
        return kills;
    }

    @Test
    void aDiskThatFailsToSynchroniseEndsARunWithAMessage() throws Exception {
        requireTracing();
        int exitCode = 1;
        int failures = 0;
        for (int n = 1; exitCode != 0 && n <= MOST_CALLS; n += 3) {
            Path dataset = folder.resolve("error-" + n);
            String injection = "fsync:error=EIO:when=" + n;
            CommandProcess victim = CommandProcess.under(traced(injection), arguments(dataset));
            exitCode = victim.await();
            failures += exitCode;
            saysWhatToDo(victim, injection);
            rerunGivesTheUndisturbed(dataset, injection);
            delete(dataset);
        }
        assertThat(failures).as("runs that met the fault").isPositive();
    }

    @Test
    void aFullDiskEndsARunWithAMessage() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                works("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
                "no small disk can be made here: a full disk is not tried");
        try {
            int full = 0;
            for (int kilobytes = 64; kilobytes <= 4_096; kilobytes += kilobytes < 1_024 ? 64 : 512) {
                Path dataset = disk.resolve("dataset");
                assertThat(works("mount", "-o", "remount,size=" + kilobytes + "k", disk.toString()))
                        .isTrue();
                CommandProcess victim = convert(dataset);
                saysWhatToDo(victim, kilobytes + " kB");
                full += victim.exitCode();
                assertThat(works("mount", "-o", "remount,size=256m", disk.toString()))
                        .isTrue();
                rerunGivesTheUndisturbed(dataset, kilobytes + " kB of disk");
                delete(dataset);
            }
            assertThat(full).as("runs that met a full disk").isPositive();
        } finally {
            assertThat(works("umount", disk.toString())).isTrue();
        }
    }

    @Test
    void lostOrDamagedStateCostsNothing() throws Exception {
        Path whole = folder.resolve("undisturbed/_colophon/state/jobs.mv.db");
        byte[] state = Files.readAllBytes(whole);
        for (int length = 0; length < state.length; length += Math.max(1, state.length / 12)) {
            afterDamage("state cut to " + length + " bytes", Arrays.copyOf(state, length));
        }
        afterDamage("state of zeros", new byte[state.length]);
        byte[] scratched = state.clone();
        new Random(7).nextBytes(scratched);
        afterDamage("state of noise", scratched);
    }

    /** A run killed when its shard is staged, its state replaced. */
    private void afterDamage(String damage, byte[] state) throws Exception {
        Path dataset = folder.resolve("damaged");
        CommandProcess victim = CommandProcess.under(List.of(), arguments(dataset));
        victim.killWhen(() -> isThere(dataset, "shard.json"));
        Files.write(dataset.resolve("_colophon/state/jobs.mv.db"), state);
        rerunGivesTheUndisturbed(dataset, damage);
        delete(dataset);
    }

    @Test
    void stateThatAnotherProcessHoldsIsNamed() throws Exception {
        Path dataset = folder.resolve("held");
        Path state = Files.createDirectories(dataset.resolve("_colophon/state")).resolve("jobs.mv.db");
        Files.write(state, Files.readAllBytes(folder.resolve("undisturbed/_colophon/state/jobs.mv.db")));
        try (FileChannel channel = FileChannel.open(state, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            saysWhatToDo(convert(dataset), "state that is held");
        }
        rerunGivesTheUndisturbed(dataset, "state that was held");
    }

    @Test
    void aRunThatStandsStillKeepsTheOthersOut() throws Exception {
        Path dataset = folder.resolve("still");
        CommandProcess first = CommandProcess.under(List.of(), arguments(dataset));
        while (first.isAlive() && !isThere(dataset, "_colophon/staging/")) {
            Thread.sleep(2);
        }
        first.signal("STOP");
        CommandProcess second = convert(dataset);
        assertThat(second.exitCode()).as(second.output()).isEqualTo(4);
        first.signal("CONT");
        assertThat(first.await()).as(first.output()).isZero();
        assertThat(DatasetBytes.of(dataset)).isEqualTo(expected);
    }

    @Test
    void aRunThatIsAskedToEndDoesSoAndIsCompletedByTheNext() throws Exception {
        for (String moment : List.of("_colophon/state", "_colophon/staging/", "shard.json", "/parts/documents/")) {
            Path dataset = folder.resolve("ended");
            CommandProcess run = CommandProcess.under(List.of(), arguments(dataset));
            while (run.isAlive() && !isThere(dataset, moment)) {
                Thread.sleep(2);
            }
            run.signal("TERM");
            run.await();
            assertThat(run.exitCode()).as(run.output()).isIn(0, 1, 143);
            assertThat(run.output()).doesNotContain("\tat ");
            rerunGivesTheUndisturbed(dataset, "the end at " + moment);
            delete(dataset);
        }
    }

    private static boolean isThere(Path dataset, String part) {
        if (!Files.isDirectory(dataset)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(dataset)) {
            return files.anyMatch(file -> file.toString().contains(part));
        } catch (UncheckedIOException | IOException changing) {
            return false;
        }
    }

    private static void delete(Path dataset) throws IOException {
        try (Stream<Path> all = Files.walk(dataset)) {
            List<Path> deepestFirst = new ArrayList<>(all.toList());
            deepestFirst.sort(Comparator.reverseOrder());
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }
}
