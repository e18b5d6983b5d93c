package dev.colophon.conversion;

import dev.colophon.conversion.KnownInputs.Known;
import dev.colophon.dataset.run.RunRecord;
import dev.colophon.dataset.run.Runs;
import dev.colophon.source.InputFile;
import dev.colophon.source.InputFingerprint;
import dev.colophon.source.InputLister;
import dev.colophon.source.Inputs;
import dev.colophon.storage.Storage;
import dev.colophon.storage.Storages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The roots that earlier runs have read and this one does not. Two dumps may give their files the same names: what looks like
 * a changed input is another file as long as the one that the archive has read still lies where it was.
 */
final class EarlierRoots {
    private final Inputs inputs;
    private final InputLister lister;
    private final Runs runs;
    private final Map<String, Boolean> others = new HashMap<>();
    private @Nullable List<RunRecord> committed;

    /**
     * @param lister finds a single file with its size and time
     * @param runs those of the archive
     */
    EarlierRoots(Inputs inputs, InputLister lister, Runs runs) {
        this.inputs = inputs;
        this.lister = lister;
        this.runs = runs;
    }

    /**
     * Passes where an input may take the place of what the archive holds under its name.
     *
     * @throws IllegalArgumentException where the file that the archive has read lies unchanged under another root
     */
    void requireGone(InputFile input, Known known) throws IOException {
        for (RunRecord run : committed()) {
            if (!run.batches().contains(known.entry().batch())) {
                continue;
            }
            for (String root : run.inputRoots()) {
                String path = path(known.sourceUri(), root, run.inputRoots().size());
                if (path != null && isAnother(root) && holds(root, path, known.fingerprint())) {
                    throw refusal(input, known, Storages.below(root, path));
                }
            }
        }
    }

    private IllegalArgumentException refusal(InputFile input, Known known, String other) {
        String now = Storages.below(inputs.roots().get(input.root()).root(), input.path());
        return new IllegalArgumentException("the input " + now + " would replace another file, " + other
                + ", which the archive has read as " + known.sourceUri() + " of batch "
                + known.entry().batch() + " and which still lies there: give the new inputs a batch of their own with"
                + " --batch NAME, or convert both from their common parent folder into an archive of its own; where"
                + " the new folder is to take the place of the old one, move the old one away");
    }

    /** Path of an input below a root of a run; null where its name is none of that root's. */
    private static @Nullable String path(String sourceUri, String root, int roots) {
        if (roots == 1) {
            return sourceUri;
        }
        String lead = InputLister.lead(root);
        return sourceUri.startsWith(lead) ? sourceUri.substring(lead.length()) : null;
    }

    private List<RunRecord> committed() throws IOException {
        List<RunRecord> all = committed;
        if (all == null) {
            all = new ArrayList<>(runs.all());
            all.removeIf(run -> run.manifest() == null);
            committed = all;
        }
        return all;
    }

    /** Whether it is none of today's roots by another name. */
    private boolean isAnother(String root) throws IOException {
        Boolean another = others.get(root);
        if (another == null) {
            another = true;
            for (Storage today : inputs.roots()) {
                if (Storages.isIn(root, today.root()) && Storages.isIn(today.root(), root)) {
                    another = false;
                }
            }
            others.put(root, another);
        }
        return another;
    }

    private boolean holds(String root, String path, InputFingerprint read) {
        try {
            Storage storage = Storages.open(root);
            return storage.exists(path)
                    && storage.size(path) == read.size()
                    && lister.list(List.of(Storages.below(root, path))).files().stream()
                            .anyMatch(file -> file.size() == read.size()
                                    && file.modified().equals(read.modified()));
        } catch (IOException | IllegalArgumentException gone) {
            return false; // a place that cannot be looked into any more is no place where the file lies
        }
    }
}
