package dev.colophon.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.storage.LocalStorage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of the sites of batches that become one. */
class SiteLedgerTest {
    @TempDir
    Path folder;

    private String batch(LocalStorage storage, String name, SiteFact... facts) throws IOException {
        try (SiteLedger ledger = new SiteLedger(storage, "staging", name)) {
            for (SiteFact fact : facts) {
                ledger.add(fact);
            }
            ledger.finish(null, Set.of());
        }
        return SiteLedger.staged("staging", name);
    }

    private static SiteFact fact(String site, int surveyed) {
        return new SiteFact(site, surveyed, "line", surveyed, 2, 1);
    }

    @Test
    void ofMergedBatchesTheSitesWithMostPagesStayKnown() throws IOException {
        LocalStorage storage = new LocalStorage(folder);
        List<String> paths = List.of(
                batch(storage, "a", fact("coast.example", 3), fact("dunes.example", 5), fact("polder.example", 4)),
                batch(storage, "b", fact("coast.example", 9), fact("dunes.example", 5), fact("quay.example", 4)));
        SiteLedger.merge(storage, "staging", "month", paths, 3);
        List<SiteFact> kept = new ArrayList<>();
        SiteLedger.read(storage, SiteLedger.staged("staging", "month"), kept::add);
        assertThat(kept).containsExactly(fact("coast.example", 9), fact("dunes.example", 5), fact("polder.example", 4));
    }
}
