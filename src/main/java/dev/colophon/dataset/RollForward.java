package dev.colophon.dataset;

import com.google.common.collect.SortedSetMultimap;
import com.google.common.collect.TreeMultimap;
import dev.colophon.storage.Storage;
import dev.colophon.storage.StoredFile;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Brings the files of a dataset to where the latest manifest has them, whatever an earlier attempt has done of it. A
 * staged file that is still there tells that its path holds what was there before; one that is gone, that its path holds
 * the new part. A path whose part is replaced holds the old or the new one at every moment; folder by folder, what is new comes
 * in before what is old goes out.
 */
final class RollForward {
    private final Storage storage;
    private final Manifest manifest;
    private final boolean mends;

    /** @param mends whether lost files are passed over */
    RollForward(Storage storage, Manifest manifest, boolean mends) {
        this.storage = storage;
        this.manifest = manifest;
        this.mends = mends;
    }

    /** @param keep how many retired generations stay */
    void apply(int keep) throws IOException {
        Map<String, Part> added = new TreeMap<>();
        manifest.added().forEach(part -> added.put(part.path(), part));
        SortedSetMultimap<String, String> retired = TreeMultimap.create();
        manifest.retired().forEach(part -> retired.put(folder(part), part.path()));
        retired.values().removeAll(added.keySet());
        String before = "";
        for (Part part : added.values()) {
            if (!folder(part).equals(before)) {
                retire(retired.removeAll(before));
            }
            bringIn(part);
            before = folder(part);
        }
        retire(retired.values());
        deleteRetired(manifest.number() - keep);
        storage.delete(Layout.staging(manifest.run()));
    }

    private void bringIn(Part part) throws IOException {
        String staged = Layout.staged(manifest.run(), part.path());
        if (storage.exists(staged)) {
            keepPrevious(part.path());
            storage.move(staged, part.path());
        } else if (!mends && !part.path().startsWith(Layout.INDEX) && !isThere(part.path(), part)) {
            throw new DamagedDatasetException("manifest " + manifest.number() + " of " + storage.root() + " needs "
                    + part.path() + " with " + part.bytes() + " bytes, which lies neither there nor at " + staged
                    + "; restore the file from a backup, or reprocess its batch");
        }
    }

    /** What is kept already stays: after a half-done move the path might hold the new part. */
    private void keepPrevious(String path) throws IOException {
        Part previous = manifest.retired().stream()
                .filter(part -> part.path().equals(path))
                .findFirst()
                .orElse(null);
        String kept = Layout.retired(manifest.number(), path);
        if (previous != null && storage.exists(path) && !isThere(kept, previous)) {
            storage.copy(path, kept);
        }
    }

    private boolean isThere(String path, Part part) throws IOException {
        return storage.exists(path) && storage.size(path) == part.bytes();
    }

    private static String folder(Part part) {
        return part.path().substring(0, part.path().lastIndexOf('/') + 1);
    }

    private void retire(Collection<String> paths) throws IOException {
        for (String path : paths) {
            if (storage.exists(path)) {
                storage.move(path, Layout.retired(manifest.number(), path));
            }
        }
    }

    private void deleteRetired(long upTo) throws IOException {
        Set<String> folders = new TreeSet<>();
        for (StoredFile file : storage.list(Layout.RETIRED)) {
            folders.add(file.path().substring(0, Layout.retired(0).length()));
        }
        for (String folder : folders) {
            if (folder.compareTo(Layout.retired(Math.max(0, upTo))) <= 0) {
                storage.delete(folder);
            }
        }
    }
}
