package dev.colophon.conversion;

import dev.colophon.byline.people.Decisions;
import dev.colophon.pipeline.Publishers;
import dev.colophon.pipeline.SiteSettings;
import dev.colophon.pipeline.TextSelection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Jobs that say nothing but where their inputs and their archive lie. */
final class Jobs {
    private Jobs() {}

    static JobSettings plain(String inputs, Path archive, int parallelism, SiteSettings sites) {
        return plain(List.of(inputs), archive, parallelism, sites);
    }

    static JobSettings plain(List<String> inputs, Path archive, int parallelism, SiteSettings sites) {
        return new JobSettings(
                "test",
                inputs,
                archive.toAbsolutePath().getParent(),
                DatasetPlace.of(archive),
                "{input-folder}",
                false,
                parallelism,
                JobLimits.DEFAULT,
                TextSelection.BODY,
                Publishers.NONE,
                null,
                sites,
                Map.of(),
                Decisions.NONE,
                Upkeep.DEFAULT,
                null);
    }
}
