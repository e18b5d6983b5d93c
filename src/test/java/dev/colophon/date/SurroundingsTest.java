package dev.colophon.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dates are read alike whatever the machine's language, zone and clock are. */
class SurroundingsTest {
    @TempDir
    Path folder;

    @Test
    void neitherLocaleNorZoneNorCharsetShows() throws Exception {
        assertThat(readElsewhere(
                        List.of(),
                        "-Duser.language=th",
                        "-Duser.country=TH",
                        "-Duser.variant=TH",
                        "-Duser.timezone=Pacific/Kiritimati",
                        "-Dfile.encoding=ISO-8859-1"))
                .isEqualTo(Readings.table());
        assertThat(readElsewhere(
                        List.of(),
                        "-Duser.language=ar",
                        "-Duser.country=SA",
                        "-Duser.timezone=America/St_Johns",
                        "-Dfile.encoding=UTF-8"))
                .isEqualTo(Readings.table());
    }

    @Test
    void theClockDoesNotShow() throws Exception {
        assumeTrue(isOnPath("faketime"), "there is no program faketime to change the clock with");
        assertThat(readElsewhere(List.of("faketime", "1999-12-31 23:59:59"))).isEqualTo(Readings.table());
        assertThat(readElsewhere(List.of("faketime", "2038-01-19 03:14:08"))).isEqualTo(Readings.table());
    }

    private String readElsewhere(List<String> before, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Arrays.asList(options));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Readings.class.getName()));
        Path output = folder.resolve("readings.txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(
                        Objects.requireNonNullElse(System.getenv("PATH"), "").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
