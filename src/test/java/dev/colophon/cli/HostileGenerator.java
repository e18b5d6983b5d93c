package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the hostile inputs, where their generator lies beside the project. */
final class HostileGenerator {
    private static final Path SCRIPT = Path.of("../shared/hostile/make_hostile.py");

    private HostileGenerator() {}

    /** Skips the test, with a word, where there is no generator. */
    static void require() {
        assumeTrue(Files.isRegularFile(SCRIPT), "no " + SCRIPT + ": hostile inputs are not read");
    }

    /**
     * Writes them.
     *
     * @param inputs folder that they are written to
     * @param beside folder of the canary and of what the generator says
     * @param port where inputs that call out call to
     */
    static void write(Path inputs, Path beside, int port) throws Exception {
        Process python = new ProcessBuilder(
                        "python3",
                        SCRIPT.toString(),
                        inputs.toString(),
                        "--canary",
                        beside.resolve("canary.txt").toString(),
                        "--port",
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(beside.resolve("generator.txt").toFile())
                .start();
        assertThat(python.waitFor()).isZero();
    }
}
