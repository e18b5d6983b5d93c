package dev.colophon.batch;

import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.table.InputLedger;
import dev.colophon.source.InputFile;
import dev.colophon.source.InputFingerprint;
import dev.colophon.source.InputLister;
import dev.colophon.source.InputParts;
import dev.colophon.source.Inputs;
import dev.colophon.source.ShardPlanner;
import dev.colophon.storage.Storage;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares the inputs as they are with the ledger of what the archive holds, and plans the difference.
 *
 * <p>An input is known where its size and time are those of the ledger, or where only the time differs and its bytes hash to
 * the same SHA-256. A known name with other bytes is a changed input: its rows are replaced.
 */
final class ConversionPlanner {
    private final JobSettings settings;
    private final Dataset dataset;
    private final String settingsSha256;

    ConversionPlanner(JobSettings settings, Dataset dataset, String settingsSha256) {
        this.settings = settings;
        this.dataset = dataset;
        this.settingsSha256 = settingsSha256;
    }

    ConversionPlan plan() throws IOException {
        Inputs inputs =
                new InputLister(settings.base(), Set.of(settings.dataset()), settings.batch()).list(settings.inputs());
        Ledger ledger = ledger();
        List<InputFile> work = new ArrayList<>();
        Map<String, Set<String>> replaced = new TreeMap<>();
        Set<String> listed = new HashSet<>();
        int changed = 0;
        for (InputFile input : inputs.files()) {
            String key = ledger.key(input.batch(), input.sourceUri());
            listed.add(key);
            InputFingerprint before = ledger.entries().get(key);
            if (before == null) {
                work.add(input);
            } else if (!same(inputs.roots().get(input.root()), input, before)) {
                work.add(input);
                changed++;
                replaced.computeIfAbsent(input.batch(), batch -> new TreeSet<>())
                        .add(input.sourceUri());
            }
        }
        int vanished = (int) ledger.entries().keySet().stream()
                .filter(key -> ledger.mine(key, inputs) && !listed.contains(key))
                .count();
        int known = inputs.files().size() - work.size();
        List<InputFile> parts = InputParts.of(work, inputs.roots(), PipelineFactory.sourceSettings(settings));
        return new ConversionPlan(inputs, ShardPlanner.plan(parts, settingsSha256), replaced, known, changed, vanished);
    }

    private static boolean same(Storage root, InputFile input, InputFingerprint before) throws IOException {
        if (input.size() != before.size()) {
            return false;
        }
        return input.modified().equals(before.modified())
                || sha256(root, input.path()).equals(before.sha256());
    }

    private static String sha256(Storage root, String path) throws IOException {
        MessageDigest digest = Hashes.sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = root.open(path)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private Ledger ledger() throws IOException {
        Map<String, InputFingerprint> entries = new HashMap<>();
        Ledger ledger = new Ledger(entries, settings.knownAcrossBatches());
        for (Part part : dataset.current().parts(InputLedger.TABLE)) {
            for (InputFingerprint entry :
                    InputLedger.read(dataset.storage(), part.path()).values()) {
                entries.put(ledger.key(part.batch(), entry.sourceUri()), entry);
            }
        }
        return ledger;
    }

    /** What the archive holds, by batch and name, or by name alone where the batch only names the day of the run. */
    private record Ledger(Map<String, InputFingerprint> entries, boolean acrossBatches) {
        String key(@Nullable String batch, String sourceUri) {
            return acrossBatches ? sourceUri : batch + "\0" + sourceUri;
        }

        /** Whether the entry belongs to a batch that this job lists. */
        boolean mine(String key, Inputs inputs) {
            return !acrossBatches
                    && inputs.files().stream()
                            .map(InputFile::batch)
                            .distinct()
                            .anyMatch(batch -> key.startsWith(batch + "\0"));
        }
    }
}
