package dev.colophon.dataset;

import dev.colophon.storage.Storage;
import dev.colophon.storage.StoredFile;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Copies of the manifests, each named by its SHA-256 too, so that it tells by itself whether it is whole: a lost or damaged
 * manifest comes back from its copy, and a lost latest one is no earlier state of the dataset.
 */
final class ManifestCopies {
    private static final Pattern NAME = Pattern.compile("(\\d{10})-([0-9a-f]{64})\\.json");

    private final Storage storage;

    /**
     * One of them.
     *
     * @param number the manifest's
     * @param sha256 what its bytes should give
     */
    record Copy(long number, String sha256) {
        String path() {
            return String.format(Locale.ROOT, "%s/%010d-%s.json", Layout.COPIES, number, sha256);
        }
    }

    ManifestCopies(Storage storage) {
        this.storage = storage;
    }

    /** All, by number. */
    List<Copy> all() throws IOException {
        List<Copy> copies = new ArrayList<>();
        for (StoredFile file : storage.list(Layout.COPIES)) {
            Matcher name = NAME.matcher(file.path().substring(Layout.COPIES.length() + 1));
            if (name.matches()) {
                copies.add(new Copy(Long.parseLong(name.group(1)), name.group(2)));
            }
        }
        return copies;
    }

    /** Number of the latest; 0 where there is none. */
    long latest() throws IOException {
        List<Copy> copies = all();
        return copies.isEmpty() ? 0 : copies.get(copies.size() - 1).number();
    }

    /** Copies a manifest, unless that is done. */
    void keep(long number, byte[] manifest) throws IOException {
        Copy copy = new Copy(number, Hashes.sha256Hex(manifest));
        if (!storage.exists(copy.path())) {
            storage.write(copy.path(), out -> out.write(manifest));
        }
    }

    /** The bytes of a copy; null where it is damaged. */
    byte @Nullable [] read(Copy copy) throws IOException {
        byte[] bytes = Manifests.bytes(storage, copy.path());
        return Hashes.sha256Hex(bytes).equals(copy.sha256()) ? bytes : null;
    }

    /** Whether there is a manifest of the copy's number with the copy's bytes. */
    boolean isCopyOfOne(Copy copy) throws IOException {
        String path = Layout.manifest(copy.number());
        return storage.exists(path)
                && Hashes.sha256Hex(Manifests.bytes(storage, path)).equals(copy.sha256());
    }

    /**
     * Brings manifests that are lost or damaged back from copies that are whole, and deletes copies that are not. The damaged
     * copy of one that would be the latest stays: it alone tells that there was one, whose files are live already, so that no
     * run goes on from the one before.
     */
    void mend() throws IOException {
        List<Copy> damaged = new ArrayList<>();
        for (Copy copy : all()) {
            byte[] bytes = read(copy);
            if (bytes == null) {
                damaged.add(copy);
            } else if (!isCopyOfOne(copy)) {
                storage.write(Layout.manifest(copy.number()), out -> out.write(bytes));
            }
        }
        long last = new Manifests(storage).last();
        for (Copy copy : damaged) {
            if (copy.number() <= last) {
                storage.delete(copy.path());
            }
        }
    }
}
