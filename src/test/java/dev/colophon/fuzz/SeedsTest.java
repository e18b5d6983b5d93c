package dev.colophon.fuzz;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every seed and every finding of the fuzzer is read in each build. */
class SeedsTest {
    @TestFactory
    Stream<DynamicTest> whatTheFuzzerBeginsWithAndWhatItFoundIsRead() {
        return Arrays.stream(Target.values()).flatMap(SeedsTest::tests);
    }

    private static Stream<DynamicTest> tests(Target target) {
        return inputs(target).stream()
                .map(input -> dynamicTest(
                        target.label() + "/" + input.getFileName(),
                        () -> target.reading().of(Files.readAllBytes(input))));
    }

    private static List<Path> inputs(Target target) {
        try (Stream<Path> inputs = Files.list(target.seeds())) {
            return inputs.sorted().toList();
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }
}
