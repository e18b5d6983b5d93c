package dev.colophon.conversion;

import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.dataset.table.InputLedger;
import dev.colophon.source.InputFile;
import dev.colophon.source.InputFingerprint;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The inputs that an archive holds, by batch and name, or by name alone where a job's batches only name the day of the run.
 */
final class KnownInputs {
    /**
     * One of them.
     *
     * @param holder the batch whose parts hold its rows
     * @param entry its line in the ledger, which names the batch that it belongs to
     */
    record Known(String holder, InputLedger.Entry entry) {
        String sourceUri() {
            return entry.input().sourceUri();
        }

        InputFingerprint fingerprint() {
            return entry.input();
        }
    }

    /**
     * What an input is known by. A record, since a string of both would be a second copy of each name.
     *
     * @param batch empty where a name alone tells an input
     */
    record Key(String batch, String sourceUri) {}

    private final boolean acrossBatches;
    private final Map<Key, Known> inputs = new LinkedHashMap<>();

    private KnownInputs(boolean acrossBatches) {
        this.acrossBatches = acrossBatches;
    }

    static KnownInputs read(Storage dataset, Manifest current, boolean acrossBatches) throws IOException {
        KnownInputs known = new KnownInputs(acrossBatches);
        for (Part part : current.parts(InputLedger.TABLE)) {
            String holder = String.valueOf(part.batch());
            for (InputLedger.Entry entry :
                    InputLedger.read(dataset, part.path(), holder).values()) {
                known.inputs.put(known.key(entry.batch(), entry.input().sourceUri()), new Known(holder, entry));
            }
        }
        return known;
    }

    Collection<Known> all() {
        return inputs.values();
    }

    /** What the archive holds of an input; null where it is new. */
    @Nullable
    Known find(InputFile input) {
        return inputs.get(key(input));
    }

    /**
     * What the archive holds of an input under another name, where size and time are those of that too; null where it holds
     * nothing like it.
     */
    @Nullable
    Known find(InputFile input, String otherName) {
        Known other = inputs.get(key(input.batch(), otherName));
        boolean same = other != null
                && other.fingerprint().size() == input.size()
                && other.fingerprint().modified().equals(input.modified());
        return same ? other : null;
    }

    /** What an input is known by. */
    Key key(InputFile input) {
        return key(input.batch(), input.sourceUri());
    }

    Key key(Known known) {
        return key(known.entry().batch(), known.sourceUri());
    }

    private Key key(String batch, String sourceUri) {
        return new Key(acrossBatches ? "" : batch, sourceUri);
    }
}
