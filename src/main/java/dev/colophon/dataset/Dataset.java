package dev.colophon.dataset;

import dev.colophon.dataset.lease.Lease;
import dev.colophon.storage.Storage;
import dev.colophon.storage.Storages;
import dev.colophon.storage.StoredFile;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A dataset: tables whose live parts the latest manifest names.
 *
 * <p>A run stages its parts below {@link Layout#staging}, then commits. The commit is the exclusive creation of the next
 * manifest; what follows brings the files into place and is repeated by {@link #rollForward} after a crash. A reader by
 * glob may see files of both generations while that lasts; each file by itself is whole, the old one or the new.
 *
 * <p>Reading needs no lease. Only the one process that holds it may write. Thread-safe for reads.
 */
public final class Dataset {
    private static final Logger LOG = LoggerFactory.getLogger(Dataset.class);

    private final Storage storage;
    private final Manifests manifests;
    private final ManifestCopies copies;
    private final int keepGenerations;
    private final boolean mends;

    private Dataset(Storage storage, int keepGenerations, boolean mends) {
        this.mends = mends;
        this.storage = storage;
        this.manifests = new Manifests(storage);
        this.copies = new ManifestCopies(storage);
        this.keepGenerations = keepGenerations;
    }

    /** Whether a folder at the location, as {@link Storages#resolve} gives it, holds what archives hold. */
    public static boolean isAt(String location) throws IOException {
        return Storages.kind(Storages.below(location, Layout.HOME)) == Storages.Kind.FOLDER;
    }

    /** The dataset at the storage's root, which need not be there yet; nothing that was retired is deleted. */
    public static Dataset open(Storage storage) {
        return open(storage, Integer.MAX_VALUE);
    }

    /**
     * The dataset at the storage's root.
     *
     * @param keepGenerations for how many commits a part stays below {@link Layout#RETIRED} after it was replaced; 0 keeps none
     */
    public static Dataset open(Storage storage, int keepGenerations) {
        if (keepGenerations < 0) {
            throw new IllegalArgumentException("cannot keep " + keepGenerations + " generations");
        }
        return new Dataset(storage, keepGenerations, false);
    }

    /**
     * The same, for those that put right what has befallen its files: lost ones do not keep them from it, and what they
     * commit takes the place of damaged files also where it is what the manifest has already.
     */
    public Dataset mending() {
        return new Dataset(storage, keepGenerations, true);
    }

    /** Where it lies. */
    public Storage storage() {
        return storage;
    }

    /** The latest manifest; {@link Manifest#EMPTY} where nothing was ever committed. */
    public Manifest current() throws IOException {
        return manifests.latest();
    }

    /** All manifests, by number. */
    public List<Manifest> history() throws IOException {
        return manifests.from(1);
    }

    /** The manifest of a number and those behind it. */
    List<Manifest> history(long from) throws IOException {
        return manifests.from(from);
    }

    /** The manifest of a number; null where there is none. Reads no other. */
    public @Nullable Manifest find(long number) throws IOException {
        return manifests.find(number);
    }

    /**
     * Finishes what the latest commit left undone, and removes its staging and the unfinished files of dead writers. Does
     * nothing where all is done. The staging of other runs stays: they may be restarted.
     *
     * @throws DamagedDatasetException where the latest manifest is lost or damaged
     */
    public Manifest rollForward(Lease lease) throws IOException {
        lease.requireCurrent();
        Manifest current = current();
        requireLatest(current);
        if (current.number() > 0) {
            new RollForward(storage, current, mends).apply(keepGenerations);
            copies.keep(current.number(), manifests.file(current.number()));
        }
        for (String folder : folders(current)) {
            storage.tidy(folder);
        }
        storage.tidyFiles("");
        return current;
    }

    /**
     * Refuses a folder that was never a dataset and whose folders of tables hold files of somebody else's: readers would take
     * them for rows.
     *
     * @param tables the folders that the tables will have
     * @throws IllegalArgumentException which names the first such file
     */
    public void requireNoForeignFiles(Collection<String> tables) throws IOException {
        if (current().number() > 0) {
            return;
        }
        for (String table : tables) {
            for (StoredFile file : storage.list(table)) {
                if (!Layout.isNamedAsPart(file.path())) {
                    throw new IllegalArgumentException(storage.root() + " is no archive, and its folder " + table
                            + ", which an archive needs for its table, holds " + file.path()
                            + ": choose another folder for the archive, or move that away");
                }
            }
        }
    }

    /** Whether the latest manifest is the one that was committed last, as far as copies tell. */
    boolean hasLatest() throws IOException {
        return copies.latest() <= current().number();
    }

    private void requireLatest(Manifest current) throws IOException {
        long latest = copies.latest();
        if (latest > current.number()) {
            throw new DamagedDatasetException("the manifest " + Layout.manifest(latest)
                    + " is lost; verify --repair brings it back from its copy in " + Layout.COPIES
                    + "; where that is damaged too, restore the manifest from a backup");
        }
    }

    /** The copies of its manifests. */
    ManifestCopies copies() {
        return copies;
    }

    /**
     * Makes a change live: reopens every staged part, creates the next manifest and brings the files into place. Repeated
     * after a crash it finds its own manifest and only finishes.
     *
     * @param inspector opens the staged parts to count their rows
     * @return the manifest that is current now
     * @throws DamagedDatasetException where a staged part is not as {@code commit} says; nothing has changed
     * @throws dev.colophon.dataset.lease.LeaseLostException where the lease is no longer the dataset's; nothing has changed
     * @throws CommitConflictException where another commit came first; nothing has changed
     */
    public Manifest commit(Commit commit, Lease lease, PartInspector inspector) throws IOException {
        Manifest current = rollForward(lease);
        if (current.run().equals(commit.run())) {
            return requireSame(current, commit);
        }
        new StagedParts(storage, inspector).verify(commit.run(), commit.added());
        if (mends) {
            putBack(commit, current);
        }
        return publish(current.next(commit, manifests.sha256(current)), lease);
    }

    /**
     * Makes live what an earlier manifest held, as a new manifest: its parts come back from where they were retired to.
     * Repeated after a crash it finds its own manifest and only finishes.
     *
     * @param target an earlier manifest of this dataset
     * @param run the run that does it
     * @param job the job it belongs to
     * @return the manifest that is current now
     * @throws GenerationGoneException where a part of {@code target} is no longer kept; nothing has changed
     */
    public Manifest restore(Manifest target, String run, String job, Lease lease, PartInspector inspector)
            throws IOException {
        Manifest current = rollForward(lease);
        if (current.run().equals(run)) {
            return current;
        }
        Manifest next = current.restoring(target, run, job, manifests.sha256(current));
        Generations generations = Generations.of(this);
        for (Part part : next.added()) {
            storage.copy(generations.require(target, part), Layout.staged(run, part.path()));
        }
        new StagedParts(storage, inspector).verify(run, next.added());
        return publish(next, lease);
    }

    /** Whether those who mend may read a table's parts of some batches; all others, whom a fault in them stops, may. */
    public boolean isReadable(String table, Collection<String> batches) throws IOException {
        if (mends) {
            for (Part part : current().partsOf(batches)) {
                if (part.table().equals(table) && !isWhole(part)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What is committed anew as it was is no news to the manifest, but may be to a file that was lost or damaged. */
    private void putBack(Commit commit, Manifest current) throws IOException {
        for (Part part : commit.added()) {
            if (current.parts().contains(part) && !isWhole(part)) {
                // A copy, since a commit that is repeated after a crash asks for all staged files.
                storage.copy(Layout.staged(commit.run(), part.path()), part.path());
            }
        }
    }

    private boolean isWhole(Part part) throws IOException {
        try {
            PartBytes.verify(storage, part, part.path());
            return true;
        } catch (DamagedDatasetException damaged) {
            LOG.warn("{}; what was made anew takes its place", damaged.getMessage());
            return false;
        }
    }

    private Manifest publish(Manifest next, Lease lease) throws IOException {
        lease.requireCurrent();
        if (!manifests.create(next)) {
            throw new CommitConflictException("another run committed manifest " + next.number() + " of "
                    + storage.root() + " first; nothing of run " + next.run() + " became visible, run again");
        }
        LOG.debug(
                "committed manifest {} of {}: {} parts added, {} retired, {} live",
                next.number(),
                storage.root(),
                next.added().size(),
                next.retired().size(),
                next.parts().size());
        return rollForward(lease);
    }

    private static Manifest requireSame(Manifest current, Commit commit) {
        if (!current.parts().containsAll(commit.added())) {
            throw new IllegalStateException("run " + commit.run() + " has committed manifest " + current.number()
                    + " already and cannot commit another");
        }
        return current;
    }

    /** Ids of runs that have staged something, sorted. */
    public List<String> stagedRuns() throws IOException {
        int from = Layout.STAGING.length() + 1;
        Set<String> runs = new TreeSet<>();
        storage.list(Layout.STAGING).stream()
                .map(file -> file.path().substring(from))
                .filter(path -> path.indexOf('/') > 0)
                .forEach(path -> runs.add(path.substring(0, path.indexOf('/'))));
        return List.copyOf(runs);
    }

    /** Removes all that a run has staged. */
    public void discardStaging(String run, Lease lease) throws IOException {
        lease.requireCurrent();
        storage.delete(Layout.staging(run));
    }

    /** The folders that are the dataset's own; the root may hold other files, which are left alone. */
    private static Set<String> folders(Manifest manifest) {
        Set<String> folders = new TreeSet<>();
        folders.add(Layout.HOME);
        manifest.parts().forEach(part -> folders.add(Layout.tableFolder(part.path())));
        manifest.retired().forEach(part -> folders.add(Layout.tableFolder(part.path())));
        return folders;
    }
}
