package dev.colophon.cli;

import dev.colophon.conversion.JobSettings;
import dev.colophon.dataset.Dataset;
import dev.colophon.storage.Storages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** An archive that the user names: by its folder, here or on another storage, or by a job that writes it. */
final class DatasetArgument {
    static final String LABEL = "DATASET|JOB";
    static final String DESCRIPTION = "Root folder of an archive (a path, hdfs: or s3a:), or the job that writes it.";

    private DatasetArgument() {}

    /**
     * The archive; a {@link UsageException} where there is none. What it has replaced stays, unless a job is named that says
     * for how long.
     */
    static Dataset open(String name) throws IOException {
        String location = Storages.resolve(Path.of("").toAbsolutePath(), name);
        int keepGenerations = Integer.MAX_VALUE;
        JobSetup setup = JobOptions.setup();
        if (setup.hasJob(name) && !Dataset.isAt(location)) {
            JobSettings settings = setup.settings(setup.ofFile(name, Map.of()));
            location = settings.dataset().location();
            keepGenerations = settings.upkeep().keepGenerations();
        }
        if (!Dataset.isAt(location)) {
            throw new UsageException("there is no archive at " + location + ": expected a folder that holds _colophon");
        }
        return Dataset.open(Storages.open(location), keepGenerations);
    }
}
