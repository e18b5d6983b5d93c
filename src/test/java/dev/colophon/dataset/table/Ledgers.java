package dev.colophon.dataset.table;

import dev.colophon.dataset.Commit;
import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Layout;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.lease.Lease;
import dev.colophon.dataset.lease.LeaseTerms;
import dev.colophon.dataset.lease.Owner;
import dev.colophon.model.Versions;
import dev.colophon.source.InputFile;
import dev.colophon.source.InputFingerprint;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Archives that know inputs and hold none of their rows, for tests of what knowing many costs. */
public final class Ledgers {
    private Ledgers() {}

    /** Commits a ledger of these inputs. */
    public static void commit(Dataset dataset, List<InputFile> inputs) throws IOException {
        Map<String, SortedMap<String, InputLedger.Entry>> batches = new TreeMap<>();
        for (InputFile input : inputs) {
            batches.computeIfAbsent(input.batch(), batch -> new TreeMap<>())
                    .put(
                            input.sourceUri(),
                            new InputLedger.Entry(
                                    input.batch(),
                                    new InputFingerprint(
                                            input.sourceUri(), input.size(), input.modified(), "ab".repeat(32), 1)));
        }
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, SortedMap<String, InputLedger.Entry>> batch : batches.entrySet()) {
            parts.add(InputLedger.write(dataset.storage(), Layout.staging("run"), batch.getKey(), batch.getValue()));
        }
        Versions versions = new Versions(1, 1, 1, 1, "");
        Owner owner = Owner.ofThisProcess("test");
        try (Lease lease = Lease.take(dataset.storage(), owner, LeaseTerms.of(Clock.systemUTC()))) {
            Commit commit = new Commit("run", "test", versions, List.copyOf(batches.keySet()), parts, List.of());
            dataset.commit(commit, lease, new TableInspector());
        }
    }
}
