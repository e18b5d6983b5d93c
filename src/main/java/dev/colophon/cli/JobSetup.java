package dev.colophon.cli;

import dev.colophon.catalog.CatalogSettings;
import dev.colophon.conversion.DatasetPlace;
import dev.colophon.conversion.JobLimits;
import dev.colophon.conversion.JobSettings;
import dev.colophon.conversion.Upkeep;
import dev.colophon.pipeline.Publishers;
import dev.colophon.pipeline.SiteSettings;
import dev.colophon.pipeline.TextSelection;
import dev.colophon.storage.Storages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a job's settings out of their values.
 *
 * @param home folder that holds {@code jobs}, {@code config} and {@code data}
 * @param environment the process's environment
 * @param today the day of the run, for {@code {run-date}}
 */
record JobSetup(Path home, Map<String, String> environment, LocalDate today) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^}]*}");

    /** The buffers of a shard that is written, a row group or a large page that is read. */
    private static final long HEAP_OF_A_THREAD = 200L << 20;

    /** A job with the folder that its relative paths start from. */
    record Job(SettingValues values, Path base, Path configBase) {}

    /** The values of a named job ({@code sample} for {@code jobs/sample.yaml}) or of a job file. */
    Job ofFile(String job, Map<String, String> options) {
        Path file = find(job);
        SettingValues values = new SettingValues();
        String fileName = String.valueOf(file.getFileName());
        int dot = fileName.lastIndexOf('.');
        values.put(Setting.JOB, List.of(dot < 0 ? fileName : fileName.substring(0, dot)), "the job file's name");
        JobFile.read(file, values);
        values.putEnvironment(environment);
        values.putOptions(options);
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path base =
                folder != null && folder.endsWith("jobs") && folder.getParent() != null ? folder.getParent() : folder;
        return new Job(values, base == null ? home : base, base == null ? home : base);
    }

    /** The values of a job that the command line describes; its paths start from the working folder. */
    Job ofCommandLine(Path workingFolder, Map<String, String> options) {
        SettingValues values = new SettingValues();
        values.put(Setting.JOB, List.of("convert"), "the command");
        values.putEnvironment(environment);
        values.putOptions(options);
        return new Job(values, workingFolder, home);
    }

    /** Whether the name is that of a job of the jobs folder or of a job file, and no archive's. */
    boolean hasJob(String name) {
        return Storages.isLocal(name)
                && (Files.isRegularFile(fileOf(name))
                        || (name.endsWith(".yaml") && Files.isRegularFile(Path.of(name))));
    }

    private Path fileOf(String job) {
        return home.resolve("jobs").resolve(job + ".yaml");
    }

    private Path find(String job) {
        Path named = fileOf(job);
        if (Files.isRegularFile(named)) {
            return named;
        }
        Path file = Path.of(job);
        if (Files.isRegularFile(file)) {
            return file;
        }
        throw new UsageException("there is no job '" + job + "': neither " + named + " nor " + file.toAbsolutePath()
                + " is a file; known jobs: " + knownJobs());
    }

    private String knownJobs() {
        try (Stream<Path> files = Files.list(home.resolve("jobs"))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - 5))
                    .sorted()
                    .toList()
                    .toString();
        } catch (IOException none) {
            return "none";
        }
    }

    /** The settings, every value checked. */
    JobSettings settings(Job job) {
        SettingValues values = job.values();
        parse(values, Setting.INPUT_FORMATS, text -> only(text, "auto"));
        parse(values, Setting.OUTPUT_PARTITION_BY, text -> only(text, "batch"));
        String batch = parse(values, Setting.BATCH, JobSetup::batch);
        Publishers publishers = PublisherFiles.read(present(job, Setting.PUBLISHERS));
        SettingValues.Value publisher = values.find(Setting.PUBLISHER);
        JobLimits limits = new JobLimits(
                parse(values, Setting.DOCUMENT_BYTES, Quantities::bytes),
                parse(values, Setting.EXPANSION_RATIO, Integer::valueOf),
                new JobLimits.Archives(
                        parse(values, Setting.NESTING_DEPTH, Integer::valueOf),
                        parse(values, Setting.ENTRIES, Long::valueOf),
                        parse(values, Setting.DECODER_MEMORY, Quantities::bytes)),
                parse(values, Setting.PARSE_TIME, Quantities::duration),
                parse(values, Setting.WORKER_HEAP, Quantities::bytes),
                parse(values, Setting.TEXT_CHARS, Integer::valueOf),
                parse(values, Setting.REJECT_RATE, Double::valueOf));
        return new JobSettings(
                values.require(Setting.JOB).text(),
                values.require(Setting.INPUT_PATHS).items(),
                job.base(),
                dataset(job),
                batch.replace("{run-date}", today.toString()),
                batch.contains("{run-date}"),
                parse(values, Setting.PARALLELISM, JobSetup::parallelism),
                limits,
                new TextSelection(
                        parse(values, Setting.TEXT_CAPTIONS, JobSetup::truth),
                        parse(values, Setting.TEXT_COMMENTS, JobSetup::truth)),
                publishers,
                publisher == null ? null : known(publishers, publisher),
                sites(values),
                FieldSetting.read(values.find(Setting.INPUT_FIELDS)),
                EditorsFile.read(present(job, Setting.EDITORS)),
                new Upkeep(
                        parse(values, Setting.OUTPUT_KEEP_GENERATIONS, Integer::valueOf),
                        parse(values, Setting.INPUT_SETTLE, Quantities::duration)),
                parse(values, Setting.OUTPUT_CATALOG, JobSetup::isIceberg) ? catalog(job) : null);
    }

    private static boolean isIceberg(String text) {
        if (!text.equals("iceberg") && !text.equals("none")) {
            throw new IllegalArgumentException("expected none or iceberg, found '" + text + "'");
        }
        return text.equals("iceberg");
    }

    private static CatalogSettings catalog(Job job) {
        SettingValues.Value uri = job.values().find(Setting.OUTPUT_CATALOG_URI);
        SettingValues.Value warehouse = job.values().find(Setting.OUTPUT_WAREHOUSE);
        String folder = warehouse == null ? null : Storages.resolve(job.base(), warehouse.text());
        return parse(
                job.values(),
                Setting.OUTPUT_NAMESPACE,
                namespace -> new CatalogSettings(uri == null ? null : uri.text(), folder, namespace));
    }

    private static DatasetPlace dataset(Job job) {
        String location = Storages.resolve(
                job.base(), job.values().require(Setting.OUTPUT_DATASET).text());
        Path work = job.configBase().resolve(job.values().require(Setting.WORK).text());
        return DatasetPlace.of(location, work.normalize());
    }

    private static SiteSettings sites(SettingValues values) {
        int pages = parse(values, Setting.SITE_PAGES, Integer::valueOf);
        return new SiteSettings(pages, parse(values, Setting.SITES, Integer::valueOf));
    }

    /** The file of decisions about contributors, which need not be there. */
    static Path editors(Job job) {
        return job.configBase().resolve(job.values().require(Setting.EDITORS).text());
    }

    /** The path of a setting, which somebody gave only where it is there. */
    private static Path present(Job job, Setting setting) {
        SettingValues.Value value = job.values().require(setting);
        Path path = job.configBase().resolve(value.text());
        if (!value.isDefault() && !Files.exists(path)) {
            throw wrong(
                    value,
                    setting,
                    "expected the " + setting.meaning() + ", found nothing at " + path
                            + "; correct the path, which starts from " + job.configBase() + ", or make it");
        }
        return path;
    }

    private static String known(Publishers publishers, SettingValues.Value publisher) {
        try {
            return publishers.require(publisher.text()).id();
        } catch (IllegalArgumentException unknown) {
            throw new UsageException(publisher.origin() + ": " + unknown.getMessage());
        }
    }

    private static int parallelism(String text) {
        Runtime machine = Runtime.getRuntime();
        return text.equals("auto")
                ? threads(machine.availableProcessors(), machine.maxMemory())
                : Integer.parseInt(text);
    }

    /** As many documents at once as there are processors, and as the heap has room for: 4 in the launcher's 1 GB. */
    static int threads(int processors, long heapBytes) {
        long room = Math.max(1, heapBytes / HEAP_OF_A_THREAD);
        return (int) Math.min(processors, room);
    }

    private static String batch(String text) {
        Matcher placeholder =
                PLACEHOLDER.matcher(text.replace("{input-folder}", "").replace("{run-date}", ""));
        if (placeholder.find()) {
            throw new IllegalArgumentException(
                    "expected a literal, {input-folder} or {run-date}, found " + placeholder.group());
        }
        return text;
    }

    /** What YAML and people write for it. */
    private static boolean truth(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> throw new IllegalArgumentException("expected true or false, found '" + text + "'");
        };
    }

    private static String only(String text, String allowed) {
        if (!text.equals(allowed)) {
            throw new IllegalArgumentException("expected '" + allowed + "', found '" + text + "'");
        }
        return text;
    }

    private static <T> T parse(SettingValues values, Setting setting, Function<String, T> reader) {
        SettingValues.Value value = values.require(setting);
        try {
            return reader.apply(value.text());
        } catch (NumberFormatException fault) {
            throw wrong(value, setting, "expected a number, found '" + value.text() + "'");
        } catch (IllegalArgumentException fault) {
            throw wrong(value, setting, fault.getMessage());
        }
    }

    private static UsageException wrong(SettingValues.Value value, Setting setting, @Nullable String why) {
        boolean told = value.origin().endsWith(setting.key()) || value.origin().equals(setting.variable());
        return new UsageException(value.origin() + ": " + (told ? "" : setting.key() + ": ") + why);
    }

    /** Where the job's home is: what the launcher says, else the working folder. */
    static Path home(@Nullable String property) {
        return Path.of(property == null ? "" : property).toAbsolutePath().normalize();
    }
}
