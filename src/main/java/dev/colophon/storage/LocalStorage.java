package dev.colophon.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A folder of a local file system. Files are written beside their place, synchronised and renamed, and their folders
 * synchronised too. The root itself may be a link; links below it are listed as not regular and never followed by a
 * listing, a deletion or {@link #tidy}.
 */
public final class LocalStorage implements Storage {
    private final String name;
    private final Path root;

    /**
     * @param root need not be there yet
     * @throws UncheckedIOException where the links on the way to it cannot be read
     */
    public LocalStorage(Path root) {
        this.name = root.toAbsolutePath().normalize().toString();
        this.root = withoutLinks(root.toAbsolutePath());
    }

    private static Path withoutLinks(Path path) {
        Path parent = path.getParent();
        try {
            return parent == null || Files.exists(path)
                    ? path.toRealPath()
                    : withoutLinks(parent).resolve(path.getFileName()).normalize();
        } catch (IOException fault) {
            throw new UncheckedIOException(named("resolve", path.toString(), fault));
        }
    }

    @Override
    public String root() {
        return name;
    }

    @Override
    public List<StoredFile> list(String folder) throws IOException {
        return list(folder, Integer.MAX_VALUE, new Collecting(null));
    }

    @Override
    public List<StoredFile> listFiles(String folder) throws IOException {
        return list(folder, 1, new Collecting(null));
    }

    @Override
    public Listing listReadable(String folder) throws IOException {
        TreeSet<String> denied = new TreeSet<>();
        List<StoredFile> files = list(folder, Integer.MAX_VALUE, new Collecting(denied));
        return new Listing(files, List.copyOf(denied));
    }

    private List<StoredFile> list(String folder, int depth, Collecting found) throws IOException {
        Path start = folder(folder);
        walk("list", start, depth, found);
        found.files.sort(Comparator.comparing(StoredFile::path));
        return found.files;
    }

    private static void walk(String operation, Path start, int depth, FileVisitor<Path> visitor) throws IOException {
        try {
            if (Files.isDirectory(start, LinkOption.NOFOLLOW_LINKS)) {
                Files.walkFileTree(start, Set.of(), depth, visitor);
            }
        } catch (IOException fault) {
            throw named(operation, place(fault, start), fault);
        }
    }

    /** Where a walk has failed: a folder far below its start, often. */
    static String place(IOException fault, Path start) {
        String file = fault instanceof FileSystemException detailed ? detailed.getFile() : null;
        return file == null ? start.toString() : file;
    }

    @Override
    public boolean exists(String path) {
        return Files.exists(file(path), LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public long size(String path) throws IOException {
        Path file = file(path);
        return result("measure", file, () -> Files.size(file));
    }

    @Override
    public InputStream open(String path) throws IOException {
        Path file = file(path);
        return result("open", file, () -> Files.newInputStream(file));
    }

    @Override
    public InputStream open(String path, long from) throws IOException {
        return from == 0
                ? open(path)
                : Channels.newInputStream(openChannel(path).position(from));
    }

    @Override
    public SeekableByteChannel openChannel(String path) throws IOException {
        Path file = file(path);
        return result("open", file, () -> FileChannel.open(file, StandardOpenOption.READ));
    }

    @Override
    public OutputStream create(String path) throws IOException {
        Path file = file(path);
        return result("create", file, () -> new UnfinishedStream(UnfinishedFile.beside(file), file.toString()));
    }

    @Override
    public boolean createExclusive(String path, byte[] content) throws IOException {
        Path file = file(path);
        return result("create", file, () -> {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            UnfinishedFile unfinished = UnfinishedFile.beside(file);
            try {
                writeAll(unfinished.channel(), content);
                return switch (unfinished.link()) {
                    case MADE -> true;
                    case TAKEN -> false;
                    case NO_LINKS -> publishUnderLock(unfinished, file);
                };
            } finally {
                unfinished.discard();
            }
        });
    }

    /** For file systems without hard links (FAT, some network mounts): look and rename, one process at a time. */
    private static boolean publishUnderLock(UnfinishedFile unfinished, Path file) throws IOException {
        Path gate = file.resolveSibling("." + file.getFileName() + ".colophon-0");
        try (LocalLock lock = LocalLock.tryLock(gate)) {
            if (lock == null) {
                throw new IOException("another writer is creating it at this moment; try again");
            }
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return false;
            }
            unfinished.replace();
            return true;
        }
    }

    private static void writeAll(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    @Override
    public void move(String from, String to) throws IOException {
        Path source = file(from);
        Path target = file(to);
        named("move", source + " to " + target, () -> {
            DurableFiles.makeFolder(DurableFiles.parent(target));
            DurableFiles.rename(source, target);
        });
    }

    /** By a second link to the same bytes where the file system has links: files here are replaced, never changed. */
    @Override
    public void copy(String from, String to) throws IOException {
        Path source = file(from);
        Path target = file(to);
        if (!result("copy", source + " to " + target, () -> linkInPlace(source, target))) {
            Storage.super.copy(from, to);
        }
    }

    private static boolean linkInPlace(Path source, Path target) throws IOException {
        DurableFiles.makeFolder(DurableFiles.parent(target));
        Files.deleteIfExists(target);
        try {
            Files.createLink(target, source);
        } catch (NoSuchFileException missing) {
            throw missing;
        } catch (UnsupportedOperationException | FileSystemException noHardLinks) {
            return false;
        }
        DurableFiles.synchronise(DurableFiles.parent(target));
        return true;
    }

    @Override
    public void delete(String path) throws IOException {
        Path file = file(path);
        named("delete", file, () -> {
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                Files.walkFileTree(file, new Deletion());
                DurableFiles.synchronise(DurableFiles.parent(file));
            }
        });
    }

    @Override
    public void tidy(String folder) throws IOException {
        Path start = folder(folder);
        walk("tidy", start, Integer.MAX_VALUE, new Tidying(start));
    }

    @Override
    public void tidyFiles(String folder) throws IOException {
        Path start = folder(folder);
        walk("tidy", start, 1, new Tidying(start));
    }

    @Override
    public boolean locks() {
        return true;
    }

    @Override
    public @Nullable Lock tryLock(String path) throws IOException {
        Path file = file(path);
        try {
            return LocalLock.tryLock(file);
        } catch (IOException fault) {
            throw named("lock", file.toString(), fault);
        }
    }

    private Path file(String path) {
        return root.resolve(StoragePaths.requireFile(path));
    }

    private Path folder(String path) {
        return root.resolve(StoragePaths.requireFolder(path));
    }

    /** What may fail. */
    interface Action {
        void run() throws IOException;
    }

    /** What may fail and gives a result. */
    interface Question<T> {
        T ask() throws IOException;
    }

    private static void named(String operation, Object path, Action action) throws IOException {
        result(operation, path, () -> {
            action.run();
            return true;
        });
    }

    private static <T> T result(String operation, Object path, Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (IOException fault) {
            throw named(operation, path.toString(), fault);
        }
    }

    /**
     * The fault with the operation and the whole path in its message; a missing file, or one that may not be read,
     * keeps its type.
     */
    static IOException named(String operation, String path, IOException fault) {
        String reason = fault instanceof FileSystemException detailed && detailed.getReason() != null
                ? detailed.getReason()
                : fault.toString();
        IOException named;
        if (fault instanceof NoSuchFileException) {
            named = new NoSuchFileException(path, null, "cannot " + operation + ", it is not there");
        } else if (fault instanceof AccessDeniedException) {
            named = new AccessDeniedException(path, null, "cannot " + operation + ", permission denied");
        } else {
            named = new IOException("cannot " + operation + " " + path + ": " + reason, fault);
        }
        if (named.getCause() == null) {
            named.initCause(fault);
        }
        return named;
    }

    /** Collects files; one that goes while the walk is on its way is left out. */
    final class Collecting extends Passing {
        private final List<StoredFile> files = new ArrayList<>();
        private final @Nullable Set<String> denied;

        /** @param denied takes what this process may not look into below the root; null where that fails the listing */
        Collecting(@Nullable Set<String> denied) {
            this.denied = denied;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            // Where a walk ends at a depth, folders come here.
            if (!attributes.isDirectory()
                    && !UnfinishedName.is(file.getFileName().toString())) {
                boolean regular = attributes.isRegularFile();
                files.add(new StoredFile(
                        path(file),
                        regular ? attributes.size() : 0,
                        attributes.lastModifiedTime().toInstant(),
                        regular));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
            if (denied != null && fault instanceof AccessDeniedException && !file.equals(root)) {
                denied.add(path(file));
                return FileVisitResult.CONTINUE;
            }
            return super.visitFileFailed(file, fault);
        }

        private String path(Path file) {
            StringBuilder path = new StringBuilder();
            for (Path name : root.relativize(file)) {
                path.append(path.isEmpty() ? "" : "/").append(name);
            }
            return path.toString();
        }
    }

    /** Passes over what goes while the walk is on its way. */
    private abstract static class Passing extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
            if (fault instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw fault;
        }
    }

    private static final class Deletion extends Passing {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) throws IOException {
            if (fault != null) {
                throw fault;
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }
    }

    private static final class Tidying extends Passing {
        private final Path start;

        Tidying(Path start) {
            this.start = start;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            boolean unfinished = attributes.isRegularFile()
                    && UnfinishedName.is(file.getFileName().toString());
            if (unfinished && !UnfinishedFile.isOpen(file)) {
                Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) throws IOException {
            if (fault != null) {
                throw fault;
            }
            if (!folder.equals(start)) {
                deleteIfEmpty(folder);
            }
            return FileVisitResult.CONTINUE;
        }

        private static void deleteIfEmpty(Path folder) throws IOException {
            boolean empty;
            try (var entries = Files.newDirectoryStream(folder)) {
                empty = !entries.iterator().hasNext();
            }
            if (empty) {
                Files.delete(folder);
            }
        }
    }
}
