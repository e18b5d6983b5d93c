package dev.colophon.conversion;

import dev.colophon.conversion.KnownInputs.Known;
import dev.colophon.source.InputFile;
import dev.colophon.source.InputFingerprint;
import dev.colophon.source.Inputs;
import dev.colophon.source.SpecialFiles;
import dev.colophon.storage.LocalStorage;
import dev.colophon.storage.Storage;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;

/**
 * Compares inputs as they are with what the archive knows of them, and with the clock.
 *
 * @param settle how long an input must have stood unchanged
 * @param now the time of the listing
 */
record InputComparison(Inputs inputs, Duration settle, Instant now) {
    /**
     * Whether an input is what the archive has read: its size and time are those of the ledger, or only the time differs
     * and its bytes hash to the same SHA-256. What is no file, went or cannot be read here is another: reading it tells why.
     * So is one whose sidecar has changed since, as far as times tell: the ledger has no hash of that.
     *
     * @throws IOException where another storage fails
     */
    boolean isSame(InputFile input, Known known) throws IOException {
        InputFingerprint before = known.fingerprint();
        return input.size() == before.size()
                && (input.modified().equals(before.modified())
                        || (!isDescribedAnew(input, before)
                                && hashesTo(before.sha256(), inputs.roots().get(input.root()), input.path())));
    }

    private static boolean isDescribedAnew(InputFile input, InputFingerprint before) {
        Instant described = input.described();
        return described != null && (described.equals(input.modified()) || described.isAfter(before.modified()));
    }

    private static boolean hashesTo(String sha256, Storage root, String path) throws IOException {
        try {
            return SpecialFiles.isRegular(root, path) && sha256(root, path).equals(sha256);
        } catch (NoSuchFileException | AccessDeniedException unreadable) {
            return false;
        } catch (IOException fault) {
            if (root instanceof LocalStorage) {
                return false;
            }
            throw fault;
        }
    }

    /** Whether an input changed too short a time ago to be whole. A time that has not come yet tells nothing. */
    boolean isYoung(InputFile input) {
        Duration age = Duration.between(input.modified(), now);
        return !age.isNegative() && age.compareTo(settle) < 0;
    }

    private static String sha256(Storage root, String path) throws IOException {
        try (InputStream in = root.open(path)) {
            return Hashes.sha256Hex(in);
        }
    }
}
