package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine of many machines gives the archive that the engine of one gives. Spark runs in a process of its own. */
class SparkTest {
    @TempDir
    Path folder;

    @Test
    void bothEnginesGiveTheSameBytes() throws Exception {
        String inputs = batches(folder, 3);
        Path here = folder.resolve("here");
        Path there = folder.resolve("there");
        CommandProcess local = CommandProcess.run("convert", inputs, "--to", here.toString());
        CommandProcess spark = spark("convert", inputs, "--to", there.toString(), "--master", "local[2]");
        assertThat(spark.exitCode()).as(spark.output()).isEqualTo(local.exitCode());
        assertThat(spark.output()).contains("3 of 3");
        assertThat(DatasetBytes.of(there)).isEqualTo(DatasetBytes.of(here));
        assertThat(Files.readString(there.resolve("_colophon/runs/000001-convert.json")))
                .contains("\"spark 4.", "local[2]\"");
    }

    @Test
    void aMasterThatIsNoneIsAMistake() throws Exception {
        CommandProcess spark = spark(
                "convert", "data/sample", "--to", folder.resolve("archive").toString(), "--master", "lokal[2]");
        assertThat(spark.exitCode()).as(spark.output()).isEqualTo(ExitCode.USAGE);
        assertThat(spark.output()).contains("expected a Spark master like local[2]", "found lokal[2]");
    }

    @Test
    void aDriverInAContainerOfYarnIsAMistake() throws Exception {
        List<String> submitted = List.of("-Dspark.submit.deployMode=cluster", "-Dspark.master=yarn");
        String archive = folder.resolve("archive").toString();
        CommandProcess command = CommandProcess.start(null, submitted, "convert", "data/sample", "--to", archive);
        command.await();
        assertThat(command.exitCode()).as(command.output()).isEqualTo(ExitCode.USAGE);
        assertThat(command.output()).contains("--deploy-mode cluster on YARN", "use --deploy-mode client");
        assertThat(folder.resolve("archive")).doesNotExist();
    }

    @Test
    void aMasterWithoutTheEngineIsAMistake() throws Exception {
        CommandProcess command = CommandProcess.run(
                "convert", "data/sample", "--to", folder.resolve("archive").toString(), "--master", "local[2]");
        assertThat(command.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(command.output()).contains("give --engine spark too");
    }

    @Test
    void aSparkThatIsNotThereIsAMistake() throws Exception {
        String without = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("spark-"))
                .collect(Collectors.joining(File.pathSeparator));
        Path output = folder.resolve("output.txt");
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        without,
                        Colophon.class.getName(),
                        "convert",
                        "data/sample",
                        "--to",
                        folder.resolve("archive").toString(),
                        "--engine",
                        "spark")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(command.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(output))
                .contains("there is no Spark on the class path", "SPARK_HOME", "colophon-spark.jar");
        assertThat(command.exitValue()).isEqualTo(ExitCode.USAGE);
        assertThat(folder.resolve("archive")).doesNotExist();
    }

    private static CommandProcess spark(String... arguments) throws Exception {
        List<String> options = new ArrayList<>(SparkProcess.OPENED);
        options.add("-Dspark.ui.enabled=false");
        options.add("-Dspark.driver.host=127.0.0.1");
        options.add("-Dspark.driver.bindAddress=127.0.0.1");
        List<String> command = new ArrayList<>(List.of(arguments));
        command.addAll(List.of("--engine", "spark"));
        CommandProcess process = CommandProcess.start(null, options, command.toArray(String[]::new));
        process.await();
        return process;
    }

    /** Pages and documents of the sample, spread over so many batches, each a shard; gives their glob. */
    static String batches(Path folder, int count) throws IOException {
        Path sample = Path.of("data/sample");
        int number = 0;
        for (String part : List.of("pages", "documents")) {
            try (Stream<Path> files = Files.walk(sample.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    Path copy = folder.resolve("in/day-" + number++ % count).resolve(sample.relativize(file));
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
        return folder.resolve("in") + "/*";
    }
}
