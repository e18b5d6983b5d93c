package dev.colophon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.colophon.conversion.JobLimits;
import dev.colophon.extract.ExtractLimits;
import dev.colophon.model.Capture;
import dev.colophon.model.SourceItem;
import dev.colophon.pipeline.DocumentPipeline;
import dev.colophon.pipeline.PipelineSettings;
import dev.colophon.pipeline.Publishers;
import dev.colophon.pipeline.TextSelection;
import dev.colophon.source.InputFile;
import dev.colophon.source.InputLister;
import dev.colophon.source.Inputs;
import dev.colophon.source.Shard;
import dev.colophon.source.ShardPlanner;
import dev.colophon.source.ShardReader;
import dev.colophon.source.ShardReaders;
import dev.colophon.source.format.SourceLimits;
import dev.colophon.source.format.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What each hostile input costs in processor time, that of the forked parsers included: no more than its list grants. Each is
 * read alone, as a shard is, with a job's own limits.
 */
@Tag("faults")
class HostileTimeTest {
    private static final Path OWN = Path.of("/proc/self/stat");
    private static final double TICKS_A_SECOND = 100;
    private static final Pattern BLANK = Pattern.compile(" ");

    /** Inputs that take longer than their list grants, and why. */
    private static final Map<String, String> AGREED = Map.of();

    @TempDir
    Path folder;

    @Test
    void noInputTakesMoreProcessorTimeThanItsListGrants() throws Exception {
        HostileGenerator.require();
        assumeTrue(Files.isReadable(OWN), "no " + OWN + ": processor time is not measured");
        Path hostile = folder.resolve("hostile");
        HostileGenerator.write(hostile, folder, 9);
        Map<String, Integer> granted = new HashMap<>();
        HostileCase.read(hostile.resolve("hostile.tsv")).forEach(each -> granted.put(each.name(), each.seconds()));
        Map<String, Double> taken = measure(hostile);
        assertThat(taken).hasSizeGreaterThan(300);
        List<String> tooLong = new ArrayList<>();
        taken.forEach((name, seconds) -> {
            if (seconds > granted.getOrDefault(name, Integer.MAX_VALUE) && !AGREED.containsKey(name)) {
                tooLong.add(String.format(Locale.ROOT, "%s: %.1f s, granted %d", name, seconds, granted.get(name)));
            }
        });
        print(taken, granted);
        assertThat(tooLong).isEmpty();
    }

    private static void print(Map<String, Double> taken, Map<String, Integer> granted) {
        System.out.printf(
                Locale.ROOT,
                "%d inputs: %.1f s of processor time; the longest of what is granted:%n",
                taken.size(),
                taken.values().stream().mapToDouble(Double::doubleValue).sum());
        taken.entrySet().stream()
                .filter(each -> granted.containsKey(each.getKey()))
                .sorted((a, b) ->
                        Double.compare(b.getValue() / granted.get(b.getKey()), a.getValue() / granted.get(a.getKey())))
                .limit(8)
                .forEach(each -> System.out.printf(
                        Locale.ROOT,
                        "  %-40s %5.1f of %d s%n",
                        each.getKey(),
                        each.getValue(),
                        granted.get(each.getKey())));
    }

    /** Seconds by input. */
    private Map<String, Double> measure(Path hostile) throws IOException {
        Inputs inputs = new InputLister(hostile, Set.of(), "b").list(List.of(hostile.toString()));
        JobLimits limits = JobLimits.DEFAULT;
        ExtractLimits reading = new ExtractLimits(
                Duration.ofSeconds(30),
                limits.workerHeapBytes(),
                1,
                limits.textChars(),
                limits.expansionRatio(),
                folder.resolve("temporary"));
        Map<String, Double> seconds = new HashMap<>();
        try (DocumentPipeline pipeline =
                new DocumentPipeline(new PipelineSettings(reading, TextSelection.BODY, Publishers.NONE, null))) {
            read(inputs, inputs.files().get(0), pipeline); // loads what is loaded once
            for (InputFile file : inputs.files()) {
                double before = processorSeconds();
                read(inputs, file, pipeline);
                seconds.put(file.sourceUri(), processorSeconds() - before);
            }
        }
        return seconds;
    }

    private static void read(Inputs inputs, InputFile file, DocumentPipeline pipeline) throws IOException {
        for (Shard shard : ShardPlanner.plan(List.of(file), "")) {
            try (ShardReader reader =
                    ShardReaders.open(shard, inputs.roots(), SourceSettings.of(SourceLimits.DEFAULT))) {
                for (SourceItem item = reader.next(); item != null; item = reader.next()) {
                    if (item instanceof Capture capture) {
                        pipeline.process(capture);
                    }
                }
            }
        }
    }

    /** Of this process, of its children that have ended and of those that have not. */
    private static double processorSeconds() throws IOException {
        String stat = Files.readString(OWN);
        // Behind the name in parentheses; the first of these fields is the third of all.
        String[] fields = BLANK.split(stat.substring(stat.lastIndexOf(')') + 2));
        long ticks = 0;
        for (int field = 14; field <= 17; field++) {
            ticks += Long.parseLong(fields[field - 3]);
        }
        double children = ProcessHandle.current()
                .children()
                .mapToDouble(child ->
                        child.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3)
                .sum();
        return ticks / TICKS_A_SECOND + children;
    }
}
