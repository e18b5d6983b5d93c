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
     * @param arguments seconds for each target, the folder for what is found, and the targets' names, apart or with commas
     *     between them; all where none is named
     * @throws IllegalArgumentException where there is no target of a name
     */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        List<String> broken = new ArrayList<>();
        for (Target target : targets(Arrays.asList(arguments).subList(2, arguments.length))) {
            if (run(target, arguments[0], folder) != 0) {
                broken.add(target.label());
            }
        }
        if (!broken.isEmpty()) {
            System.err.println("Inputs that break a promise were found for " + broken + ": see " + folder);
            System.exit(1);
        }
    }

    private static List<Target> targets(List<String> arguments) {
        List<String> names = arguments.stream()
                .flatMap(argument -> Arrays.stream(argument.split("[, ]+")))
                .filter(name -> !name.isBlank())
                .toList();
        List<String> known = Arrays.stream(Target.values()).map(Target::label).toList();
        if (!known.containsAll(names)) {
            throw new IllegalArgumentException("expected targets of " + known + ", found " + names);
        }
        return Arrays.stream(Target.values())
                .filter(target -> names.isEmpty() || names.contains(target.label()))
                .toList();
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
