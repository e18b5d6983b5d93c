package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OneRunAtATimeTest {
    @TempDir
    Path folder;

    @Test
    void ofTwoJobsOnOneDatasetOneIsTurnedAway() throws Exception {
        Path inputs = Dumps.write(folder.resolve("inbox"), 2, 300);
        String dataset = folder.resolve("archive").toString();
        CommandProcess first = CommandProcess.start(null, List.of(), "convert", inputs + "/*", "--to", dataset);
        CommandProcess second = CommandProcess.start(null, List.of(), "convert", inputs + "/*", "--to", dataset);
        List<Integer> codes = new ArrayList<>(List.of(first.await(), second.await()));
        assertThat(codes).as(first.output() + second.output()).containsExactlyInAnyOrder(0, 4);
        assertThat(first.output() + second.output()).contains("another run holds the dataset");
    }

    @Test
    void nothingNewIsSaidAndNothingIsTouched() throws Exception {
        Path inputs = Dumps.write(folder.resolve("inbox"), 1, 5);
        Path dataset = folder.resolve("archive");
        CommandProcess.run("convert", inputs + "/*", "--to", dataset.toString());
        var before = DatasetBytes.of(dataset);
        CommandProcess again = CommandProcess.run("convert", inputs + "/*", "--to", dataset.toString());
        assertThat(again.exitCode()).isZero();
        assertThat(again.output()).contains("nothing new");
        assertThat(DatasetBytes.of(dataset)).isEqualTo(before);
    }
}
