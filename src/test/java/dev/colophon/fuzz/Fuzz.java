package dev.colophon.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs Jazzer on each target for a set time, one after the other, each in a Java machine of its own: {@code mvn -Pfuzz}.
 * What it finds new lies in {@code target/fuzz/NAME/corpus}, inputs that break a promise as {@code crash-*} beside it.
 */
public final class Fuzz {
    private Fuzz() {}

    /**
     * Fuzzes.
     *
     * @param arguments seconds for each target, the folder for what is found, and the targets' names; all where none is named
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        List<String> wanted = Arrays.asList(arguments).subList(2, arguments.length);
        List<String> broken = new ArrayList<>();
        for (Target target : Target.values()) {
            boolean all = wanted.stream().allMatch(String::isBlank);
            if ((all || wanted.contains(target.label())) && run(target, arguments[0], folder) != 0) {
                broken.add(target.label());
            }
        }
        if (!broken.isEmpty()) {
            System.err.println("Inputs that break a promise were found for " + broken + ": see " + folder);
            System.exit(1);
        }
    }

    private static int run(Target target, String seconds, Path folder) throws IOException, InterruptedException {
        Path own = folder.resolve(target.label()).toAbsolutePath();
        Path corpus = Files.createDirectories(own.resolve("corpus"));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1500m",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + target.className(),
                "--instrumentation_includes=dev.colophon.**",
                "--custom_hook_includes=dev.colophon.**",
                "--reproducer_path=" + own,
                "-artifact_prefix=" + own + "/",
                "-max_total_time=" + seconds,
                "-timeout=100",
                "-rss_limit_mb=4000",
                "-max_len=20000",
                "-print_final_stats=1",
                corpus.toString(),
                target.seeds().toAbsolutePath().toString());
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
