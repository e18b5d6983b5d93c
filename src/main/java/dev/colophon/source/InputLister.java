package dev.colophon.source;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.util.ULocale;
import dev.colophon.source.format.Rejects;
import dev.colophon.source.format.Sidecar;
import dev.colophon.source.format.Slice;
import dev.colophon.storage.Storage;
import dev.colophon.storage.Storages;
import dev.colophon.storage.StoredFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the inputs of a job, on this machine or on another storage. A path is a folder (read recursively), a file, or a
 * pattern with {@code * ? [..] {a,b}} and {@code **}. No inputs are:
 *
 * <ul>
 *   <li>hidden files and folders that the path does not name, and excluded folders;
 *   <li>sidecars ({@code NAME.meta.json} beside {@code NAME});
 *   <li>archives ({@link NestedArchives});
 *   <li>files still being written, which are reported as waiting: those whose name ends as writers end it ({@code .open
 *       .part .partial .filepart .tmp .crdownload .incomplete}), and {@code NAME} while a lock lies beside it
 *       ({@code NAME.lock NAME.lck NAME.aria2}), which is no input either.
 * </ul>
 *
 * <p>A folder that this process may not look into is an input that reading turns into a reject; a hidden one and {@code
 * lost+found} are told and passed over.
 *
 * <p>Links that a folder holds are not followed: they, pipes, sockets and devices are inputs that reading turns into
 * rejects.
 *
 * <p>Thread-safe; the same files give the same inputs on every machine.
 */
public final class InputLister {
    private static final String INPUT_FOLDER = "{input-folder}";
    private static final List<String> UNFINISHED =
            List.of(".open", ".part", ".partial", ".filepart", ".tmp", ".crdownload", ".incomplete");

    /** What follows a file's name in that of the lock its writer holds, or of the state it keeps until it has ended. */
    private static final List<String> LOCKS = List.of(".lock", ".lck", ".aria2");

    private static final String LOST_AND_FOUND = "lost+found";

    private final Path base;
    private final Set<String> excluded;
    private final String batchPattern;
    private final Opener opener;

    /** Opens the storage at a location. */
    interface Opener {
        Storage open(String location) throws IOException;
    }

    /**
     * @param base folder that relative input paths start from
     * @param excluded locations of folders that hold no inputs: those of the dataset that the job writes
     * @param batchPattern name of a file's batch; {@code {input-folder}} in it is the folder that a pattern matched, else the
     *     folder that was given, else the file's folder
     */
    public InputLister(Path base, Set<String> excluded, String batchPattern) {
        this(base, excluded, batchPattern, Storages::open);
    }

    InputLister(Path base, Set<String> excluded, String batchPattern, Opener opener) {
        this.opener = opener;
        this.base = base.toAbsolutePath().normalize();
        this.excluded = excluded.stream()
                .map(folder -> Storages.resolve(this.base, folder))
                .collect(Collectors.toUnmodifiableSet());
        this.batchPattern = batchPattern;
    }

    /**
     * Lists the inputs.
     *
     * @throws IllegalArgumentException where a path is not there, two input roots have one name, or a batch's name is empty
     * @throws IOException where a folder cannot be listed
     */
    public Inputs list(List<String> paths) throws IOException {
        List<InputPath> inputs = new ArrayList<>();
        for (String path : paths) {
            inputs.add(InputPath.of(base, path));
        }
        List<String> roots = rootsOf(inputs);
        requireDistinctNames(roots);
        List<Storage> storages = open(roots);
        List<String> foreign = open(excluded).stream().map(Storage::root).toList();
        Map<String, InputFile> found = new LinkedHashMap<>();
        TreeSet<String> waiting = new TreeSet<>();
        List<String> unmatched = new ArrayList<>();
        TreeSet<String> archives = new TreeSet<>();
        TreeSet<String> denied = new TreeSet<>();
        Map<String, Storage.Listing> listings = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            // What the listings hold beside the inputs would stay until the last of them.
            listings.keySet().retainAll(rootsOf(inputs.subList(i, inputs.size())));
            InputPath input = inputs.get(i);
            int root = roots.indexOf(input.root());
            Storage.Listing files = listings.get(input.root());
            if (files == null) {
                files = files(input.root(), storages.get(root), inputs);
                listings.put(input.root(), files);
            }
            String lead = roots.size() == 1 ? "" : lead(input.root());
            Place place = new Place(root, storages.get(root).root(), lead, foreign);
            Listing listing = new Listing(input, place, found, waiting);
            listing.add(files.files());
            listing.deny(files.denied());
            archives.addAll(listing.archives);
            denied.addAll(listing.passedOver);
            if (!listing.matched) {
                unmatched.add(paths.get(i));
            }
        }
        List<InputFile> sorted = found.values().stream()
                .sorted(Comparator.comparing(InputFile::sourceUri))
                .toList();
        return new Inputs(
                storages, sorted, List.copyOf(waiting), unmatched, List.copyOf(archives), List.copyOf(denied));
    }

    /** What a root holds; where single files alone are asked for, of its folders nothing but whether it is an archive. */
    private static Storage.Listing files(String root, Storage storage, List<InputPath> inputs) throws IOException {
        if (inputs.stream().anyMatch(input -> input.root().equals(root) && !input.isFile())) {
            return storage.listReadable("");
        }
        List<StoredFile> files = new ArrayList<>(storage.listFiles(""));
        files.addAll(storage.list(NestedArchives.MANIFESTS_OF_ROOT));
        return new Storage.Listing(files, List.of());
    }

    /** What the names of a root's files begin with where a job has several roots: {@code inbox/} for {@code /data/inbox}. */
    public static String lead(String root) {
        return InputPath.nameOf(root) + "/";
    }

    /**
     * Refuses paths in the folders that hold no inputs: nothing under them would ever be read.
     *
     * @throws IllegalArgumentException where a path lies there, or is not there
     */
    public void requireOutside(List<String> paths) throws IOException {
        for (String path : paths) {
            String root = InputPath.of(base, path).root();
            for (String folder : excluded) {
                if (Storages.isIn(root, folder)) {
                    throw new IllegalArgumentException("the input " + Rejects.printable(path) + " lies in the archive "
                            + folder + " that is to be written: give the archive a folder of its own, beside its"
                            + " inputs");
                }
            }
        }
    }

    private static List<String> rootsOf(List<InputPath> inputs) {
        return inputs.stream().map(InputPath::root).distinct().toList();
    }

    private List<Storage> open(Collection<String> locations) throws IOException {
        List<Storage> storages = new ArrayList<>();
        for (String location : locations) {
            storages.add(opener.open(location));
        }
        return storages;
    }

    private static void requireDistinctNames(List<String> roots) {
        Map<String, String> names = new TreeMap<>();
        for (String root : roots) {
            String other = names.put(InputPath.nameOf(root), root);
            if (other != null) {
                throw new IllegalArgumentException("the input folders " + other + " and " + root
                        + " have the same name, by which their files are told apart: rename one, or give their common"
                        + " parent as the input");
            }
        }
    }

    /**
     * Where the files of an input path lie.
     *
     * @param root index among the job's roots
     * @param location the root itself
     * @param lead what the names of its files begin with in the archive
     * @param excluded folders that hold no inputs
     */
    private record Place(int root, String location, String lead, List<String> excluded) {
        /** What a file is called in the archive; without a lead no second copy of its path. */
        String name(String path) {
            return lead.isEmpty() ? path : lead + path;
        }

        String whole(String path) {
            return Storages.below(location, path);
        }

        boolean excludes(String path) {
            String whole = whole(path);
            return excluded.stream()
                    .anyMatch(folder -> whole.equals(folder) || whole.startsWith(Storages.below(folder, "")));
        }
    }

    /** The files of one input path. */
    private final class Listing {
        private final InputPath input;
        private final Place place;
        private final Map<String, InputFile> found;
        private final Set<String> waiting;
        private final Map<String, String> batches = new HashMap<>();
        private final Set<String> archives = new TreeSet<>();
        private final Set<String> passedOver = new TreeSet<>();
        private boolean matched;

        Listing(InputPath input, Place place, Map<String, InputFile> found, Set<String> waiting) {
            this.input = input;
            this.place = place;
            this.found = found;
            this.waiting = waiting;
        }

        void add(List<StoredFile> files) {
            Map<String, StoredFile> byPath = new HashMap<>();
            files.forEach(file -> byPath.put(file.path(), file));
            NestedArchives nested = NestedArchives.among(files);
            for (StoredFile file : files) {
                String path = file.path();
                if (!input.matches(path)
                        || (isHidden(path) && !input.isFile())
                        || place.excludes(path)
                        || belongsTo(path, byPath)
                        || isLock(path, byPath)
                        || isOfAnArchive(path, nested)) {
                    continue;
                }
                matched = true;
                if (isUnfinished(path) || isLocked(path, byPath)) {
                    waiting.add(place.name(path));
                } else {
                    found.computeIfAbsent(place.whole(path), whole -> inputFile(file, byPath));
                }
            }
        }

        void deny(List<String> folders) {
            for (String path : folders) {
                if (!input.reachesInto(path) || place.excludes(path)) {
                    continue;
                }
                if (isHidden(path) || path.equals(LOST_AND_FOUND) || path.endsWith("/" + LOST_AND_FOUND)) {
                    passedOver.add(place.whole(path));
                } else {
                    matched = true;
                    StoredFile folder = new StoredFile(path, 0, Instant.EPOCH, false);
                    found.computeIfAbsent(place.whole(path), whole -> inputFile(folder, Map.of()));
                }
            }
        }

        private boolean isOfAnArchive(String path, NestedArchives nested) {
            String archive = nested.holder(path);
            if (archive != null) {
                archives.add(place.whole(archive.isEmpty() ? "" : archive.substring(0, archive.length() - 1)));
            }
            return archive != null || NestedArchives.isOfARun(path);
        }

        private InputFile inputFile(StoredFile file, Map<String, StoredFile> byPath) {
            Instant described = described(file, byPath);
            Instant modified = described != null && described.isAfter(file.modified()) ? described : file.modified();
            String batch = batches.computeIfAbsent(
                    input.batchFolder(file.path()),
                    folder -> BatchNames.legal(batchPattern.replace(INPUT_FOLDER, folder)));
            return new InputFile(
                    place.root(),
                    file.path(),
                    place.name(file.path()),
                    file.size(),
                    modified,
                    described,
                    batch,
                    Slice.WHOLE);
        }
    }

    private static @Nullable Instant described(StoredFile file, Map<String, StoredFile> byPath) {
        Instant newest = null;
        for (String sidecar : Sidecar.pathsOf(file.path())) {
            StoredFile beside = byPath.get(sidecar);
            if (beside != null && (newest == null || beside.modified().isAfter(newest))) {
                newest = beside.modified();
            }
        }
        return newest;
    }

    /** Whether a folder or the file begins with one dot; names that begin with two are no convention but an accident. */
    private static boolean isHidden(String path) {
        for (String name : path.split("/", -1)) {
            if (name.startsWith(".") && !name.startsWith("..")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnfinished(String path) {
        String lower = UCharacter.toLowerCase(ULocale.ROOT, path);
        return UNFINISHED.stream().anyMatch(lower::endsWith);
    }

    private static boolean isLocked(String path, Map<String, StoredFile> byPath) {
        return LOCKS.stream().anyMatch(suffix -> byPath.containsKey(path + suffix));
    }

    private static boolean isLock(String path, Map<String, StoredFile> byPath) {
        return LOCKS.stream()
                .anyMatch(suffix -> path.endsWith(suffix)
                        && byPath.containsKey(path.substring(0, path.length() - suffix.length())));
    }

    private static boolean belongsTo(String path, Map<String, StoredFile> byPath) {
        if (!path.endsWith(Sidecar.ENDING)) {
            return false;
        }
        String document = path.substring(0, path.length() - Sidecar.ENDING.length());
        return byPath.containsKey(document)
                || Sidecar.COMPRESSED.stream().anyMatch(ending -> byPath.containsKey(document + ending));
    }
}
