package dev.colophon.cli;

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

    /** The archive; a {@link UsageException} where there is none. */
    static Dataset open(String name) throws IOException {
        Path folder = Path.of(name);
        JobSetup setup = JobOptions.setup();
        if (!Files.isDirectory(folder.resolve("_colophon"))
                && Files.isRegularFile(setup.home().resolve("jobs").resolve(name + ".yaml"))) {
            folder = setup.settings(setup.ofFile(name, Map.of())).dataset();
        }
        if (!Files.isDirectory(folder.resolve("_colophon"))) {
            throw new UsageException("there is no archive at "
                    + folder.toAbsolutePath().normalize() + ": expected a folder that holds _colophon");
        }
        return Dataset.open(new LocalStorage(folder.toAbsolutePath().normalize()));
    }
}
