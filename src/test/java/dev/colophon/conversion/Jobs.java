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
        return new JobSettings(
                "test",
                List.of(inputs),
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
