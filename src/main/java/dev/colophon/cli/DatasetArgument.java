package dev.colophon.cli;

import dev.colophon.batch.JobSettings;
import dev.colophon.dataset.Dataset;
import dev.colophon.storage.LocalStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** An archive that the user names: by its folder, or by a job that writes it. */
final class DatasetArgument {
    static final String LABEL = "DATASET|JOB";
    static final String DESCRIPTION = "Root folder of an archive, or the job that writes it.";

    private DatasetArgument() {}

    /**
     * The archive; a {@link UsageException} where there is none. What it has replaced stays, unless a job is named that says
     * for how long.
     */
    static Dataset open(String name) throws IOException {
        Path folder = Path.of(name);
        int keepGenerations = Integer.MAX_VALUE;
        JobSetup setup = JobOptions.setup();
        if (!Files.isDirectory(folder.resolve("_colophon"))
                && Files.isRegularFile(setup.home().resolve("jobs").resolve(name + ".yaml"))) {
            JobSettings settings = setup.settings(setup.ofFile(name, Map.of()));
            folder = settings.dataset();
            keepGenerations = settings.upkeep().keepGenerations();
        }
        if (!Files.isDirectory(folder.resolve("_colophon"))) {
            throw new UsageException("there is no archive at "
                    + folder.toAbsolutePath().normalize() + ": expected a folder that holds _colophon");
        }
        return Dataset.open(new LocalStorage(folder.toAbsolutePath().normalize()), keepGenerations);
    }
}
