package dev.colophon.dataset;

import dev.colophon.dataset.Finding.Kind;
import dev.colophon.dataset.PartInspector.Difference;
import dev.colophon.dataset.PartInspector.Inspection;
import dev.colophon.dataset.json.Json;
import dev.colophon.dataset.lease.Lease;
import dev.colophon.storage.Storage;
import dev.colophon.storage.StoredFile;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares a dataset with its manifests: every live part's size, hash, rows and schema, files that no manifest names, and
 * the chain of manifests. Reads every byte once. Where a run commits meanwhile, what it has changed is looked at again. Not
 * thread-safe.
 */
public final class Verification {
    private static final int MOST_ROUNDS = 4;
    private static final Set<Kind> OF_PARTS = Set.of(Kind.MISSING, Kind.CHANGED, Kind.UNREADABLE);

    private final Dataset dataset;
    private final Storage storage;
    private final PartInspector inspector;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Part> sound = new HashMap<>();
    private final Map<String, Set<String>> schemas = new TreeMap<>();
    private final Map<Part, String> older = new HashMap<>();

    private Verification(Dataset dataset, PartInspector inspector) {
        this.dataset = dataset;
        this.storage = dataset.storage();
        this.inspector = inspector;
    }

    /** What is wrong or to be noted, by path within each check. */
    public static List<Finding> verify(Dataset dataset, PartInspector inspector) throws IOException {
        return new Verification(dataset, inspector).findings();
    }

    /**
     * Brings lost and damaged manifests back from their copies, finishes a half-applied commit and deletes orphans and damaged
     * files of indexes, then verifies. Where the latest manifest stays lost, what it named looks like orphans and is not
     * deleted. What Colophon did not write never is.
     */
    public static Repair repair(Dataset dataset, PartInspector inspector, Lease lease) throws IOException {
        lease.requireCurrent();
        dataset.copies().mend();
        if (dataset.hasLatest()) {
            dataset.mending().rollForward(lease);
        }
        List<Finding> found = verify(dataset, inspector);
        boolean sure = found.stream().noneMatch(finding -> finding.kind() == Kind.LATEST);
        List<String> removed = new ArrayList<>();
        for (Finding finding : found) {
            if (sure && (finding.kind() == Kind.ORPHAN || finding.kind() == Kind.INDEX)) {
                lease.requireCurrent();
                dataset.storage().delete(finding.path());
                removed.add(finding.path());
            }
        }
        return new Repair(removed, removed.isEmpty() ? found : verify(dataset, inspector));
    }

    /**
     * What a repair has done.
     *
     * @param removed paths of the files that it deleted
     * @param left what is still wrong
     */
    public record Repair(List<String> removed, List<Finding> left) {
        public Repair {
            removed = List.copyOf(removed);
            left = List.copyOf(left);
        }
    }

    /** What stands after a round during which nobody committed; parts that were sound in an earlier one are not read again. */
    private List<Finding> findings() throws IOException {
        Manifest checked = round();
        Manifest first = checked;
        Manifest last = dataset.current();
        for (int rounds = 1; last.number() != checked.number() && rounds < MOST_ROUNDS; rounds++) {
            findings.clear();
            checked = round();
            last = dataset.current();
        }
        if (last.number() != checked.number()) {
            add(Kind.COMMITTED, Layout.manifest(last.number()), "what it changed is not looked at yet: verify again");
        } else if (last.number() != first.number()) {
            add(Kind.COMMITTED, Layout.manifest(last.number()), "what it changed was looked at too");
        }
        return List.copyOf(findings);
    }

    /** Checks what is live at this moment. */
    private Manifest round() throws IOException {
        List<Manifest> history = dataset.history();
        checkChain(history);
        Manifest current = history.isEmpty() ? Manifest.EMPTY : history.get(history.size() - 1);
        Set<String> pending = pending(current);
        for (Part part : current.parts()) {
            if (!pending.contains(part.path()) && !part.equals(sound.get(part.path()))) {
                int before = findings.size();
                check(part);
                if (findings.size() == before) {
                    sound.put(part.path(), part);
                }
            }
        }
        noteOlder(current);
        checkOrphans(history, current, pending);
        checkCopies(current);
        if (history.isEmpty()) {
            checkUnmanaged();
        } else {
            checkLatest(current);
        }
        return current;
    }

    private void checkChain(List<Manifest> history) throws IOException {
        String previous = null;
        long expected = 1;
        for (Manifest manifest : history) {
            String path = Layout.manifest(manifest.number());
            if (manifest.number() != expected) {
                add(Kind.CHAIN, path, "expected manifest " + expected + " before it, found none");
            } else if (!Objects.equals(manifest.previousSha256(), previous)) {
                add(
                        Kind.CHAIN,
                        path,
                        "expected the hash " + previous + " of the manifest before, found "
                                + manifest.previousSha256());
            }
            expected = manifest.number() + 1;
            previous = Hashes.sha256Hex(Manifests.bytes(storage, path));
        }
    }

    /** Paths whose file a crash left to be moved, each a finding. */
    private Set<String> pending(Manifest current) throws IOException {
        Set<String> pending = new TreeSet<>();
        for (Part part : current.added()) {
            String staged = Layout.staged(current.run(), part.path());
            if (storage.exists(staged)) {
                pending.add(part.path());
                add(Kind.UNFINISHED, part.path(), "its new bytes are committed but still lie at " + staged);
            }
        }
        Set<String> live = paths(current.parts());
        for (Part part : current.retired()) {
            if (!live.contains(part.path()) && storage.exists(part.path())) {
                pending.add(part.path());
                add(
                        Kind.UNFINISHED,
                        part.path(),
                        "it was retired by manifest " + current.number() + " but still lies among the live parts");
            }
        }
        return pending;
    }

    private void check(Part part) throws IOException {
        if (!storage.exists(part.path())) {
            addMissing(part);
            return;
        }
        try {
            PartBytes.verify(storage, part, part.path());
        } catch (NoSuchFileException gone) { // since then
            addMissing(part);
            return;
        } catch (DamagedDatasetException changed) {
            add(Kind.CHANGED, part.path(), message(changed));
            return;
        }
        try {
            check(part, inspector.inspect(storage, part, part.path()));
        } catch (IOException unreadable) {
            add(Kind.UNREADABLE, part.path(), message(unreadable));
        }
    }

    private void addMissing(Part part) {
        add(Kind.MISSING, part.path(), "expected " + part.bytes() + " bytes, found no file");
    }

    private void check(Part part, @Nullable Inspection found) {
        if (found == null) {
            return;
        }
        if (found.rows() != part.rows()) {
            add(Kind.UNREADABLE, part.path(), "expected " + part.rows() + " rows, found " + found.rows());
        }
        schemas.computeIfAbsent(part.table(), table -> new TreeSet<>()).add(found.schema());
        Difference difference = found.difference();
        if (difference != null && difference.readable()) {
            older.put(part, difference.text());
        } else if (difference != null) {
            add(
                    Kind.SCHEMA,
                    part.path(),
                    "expected the columns of " + part.table() + ", found that " + difference.text());
        }
    }

    /** One note for all parts of a table that differ in one way: after an upgrade these are all that there are. */
    private void noteOlder(Manifest current) {
        Map<String, List<Part>> alike = new TreeMap<>();
        for (Part part : current.parts()) {
            String text = older.get(part);
            if (text != null) {
                alike.computeIfAbsent(part.table() + ": " + text, key -> new ArrayList<>())
                        .add(part);
            }
        }
        for (List<Part> parts : alike.values()) {
            Part first = parts.get(0);
            String others =
                    parts.size() == 1 ? "" : "; as do others of " + first.table() + ", " + parts.size() + " in all";
            add(Kind.OLDER, first.path(), older.get(first) + others);
        }
    }

    private void checkOrphans(List<Manifest> history, Manifest current, Set<String> pending) throws IOException {
        Set<String> live = paths(current.parts());
        Set<String> once = new TreeSet<>();
        history.forEach(manifest -> once.addAll(paths(manifest.added())));
        for (String folder : folders(history)) {
            for (StoredFile file : storage.list(folder)) {
                if (!live.contains(file.path()) && !pending.contains(file.path())) {
                    boolean own = once.contains(file.path()) || isPart(file);
                    add(
                            own ? Kind.ORPHAN : Kind.FOREIGN,
                            file.path(),
                            own ? "the latest manifest does not name it" : "no manifest ever named it");
                }
            }
        }
    }

    /** Whether a file that no manifest names is a part nevertheless, by its name and its columns. */
    private boolean isPart(StoredFile file) {
        String path = file.path();
        if (path.startsWith(Layout.HOME + "/")) {
            return true;
        }
        String table = Layout.tableFolder(path);
        Set<String> known = schemas.get(table);
        if (known == null || !file.regular() || !Layout.isNamedAsPart(path)) {
            return false;
        }
        try {
            Inspection found = inspector.inspect(storage, new Part(table, null, path, 0, file.size(), ""), path);
            return found != null && known.contains(found.schema());
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void checkUnmanaged() throws IOException {
        if (dataset.copies().latest() > 0) {
            return;
        }
        for (String table : List.of("documents", "rejects", Layout.HOME + "/inputs")) {
            for (StoredFile file : storage.list(table)) {
                add(
                        Kind.MANIFEST,
                        file.path(),
                        "no manifest says whether it is live: there is none at " + Layout.MANIFESTS);
                return;
            }
        }
    }

    private void checkCopies(Manifest current) throws IOException {
        ManifestCopies copies = dataset.copies();
        for (ManifestCopies.Copy copy : copies.all()) {
            boolean whole = copies.read(copy) != null;
            if (!whole && copy.number() > current.number()) {
                add(
                        Kind.LATEST,
                        Layout.manifest(copy.number()),
                        "there is no such file, and its copy is damaged: " + copy.path());
            } else if (!whole) {
                add(Kind.COPY, copy.path(), "its bytes do not have the hash that its name tells");
            } else if (!copies.isCopyOfOne(copy)) {
                add(
                        Kind.LOST,
                        Layout.manifest(copy.number()),
                        "it is not there, or not what its copy is: " + copy.path());
            }
        }
    }

    private void checkLatest(Manifest current) throws IOException {
        long latest = 0;
        String witness = "";
        for (String path : records()) {
            Long committed = committed(path);
            if (committed != null && committed > latest) {
                latest = committed;
                witness = path;
            }
        }
        if (latest > Math.max(current.number(), dataset.copies().latest())) {
            add(Kind.LATEST, Layout.manifest(latest), witness + " tells of it, but there is no such file");
        }
    }

    private List<String> records() throws IOException {
        return storage.list(Layout.RUNS).stream()
                .map(StoredFile::path)
                .filter(path -> path.endsWith(".json"))
                .toList();
    }

    /** The manifest that a run says that it committed; null where it says of none. */
    private @Nullable Long committed(String record) throws IOException {
        byte[] json = Manifests.bytes(storage, record);
        try {
            return Json.read(json, Committed.class, record).manifest();
        } catch (IOException damaged) {
            add(Kind.RECORD, record, message(damaged));
            return null;
        }
    }

    /** Of a run's record, the number of its manifest. */
    private record Committed(@Nullable Long manifest) {}

    private static Set<String> folders(List<Manifest> history) {
        Set<String> folders = new TreeSet<>();
        for (Manifest manifest : history) {
            manifest.added().forEach(part -> folders.add(Layout.tableFolder(part.path())));
        }
        return folders;
    }

    private static Set<String> paths(List<Part> parts) {
        return parts.stream().map(Part::path).collect(Collectors.toCollection(TreeSet::new));
    }

    private void add(Kind kind, String path, String message) {
        boolean remade = path.startsWith(Layout.INDEX) && OF_PARTS.contains(kind);
        findings.add(new Finding(remade ? Kind.INDEX : kind, path, message));
    }

    private static String message(IOException fault) {
        return Objects.requireNonNullElse(fault.getMessage(), fault.toString());
    }
}
