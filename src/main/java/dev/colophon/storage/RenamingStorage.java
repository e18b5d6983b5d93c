package dev.colophon.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.IOUtils;

/** HDFS and its like, whose renames are atomic: files are written beside their place, synchronised and renamed. */
final class RenamingStorage extends HadoopStorage {
    /** Tells this process's unfinished files from those of every other, on whatever machine. */
    private static final long WRITER = UUID.randomUUID().getMostSignificantBits() >>> 1;

    /** Those whose server renames in one step, and only where nothing lies if it is asked to. */
    private static final Set<String> EXCLUSIVE = Set.of("hdfs", "webhdfs", "swebhdfs", "viewfs");

    private static final AtomicLong COUNT = new AtomicLong();
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final FileContext names;

    RenamingStorage(FileSystem files, Path root) throws IOException {
        super(files, root);
        this.names = FileContext.getFileContext(files.getUri(), files.getConf());
    }

    @Override
    public OutputStream create(String path) throws IOException {
        Path file = file(path);
        return ask("create", file, () -> begin(file, Options.Rename.OVERWRITE));
    }

    @Override
    public boolean createExclusive(String path, byte[] content) throws IOException {
        Path file = file(path);
        requireExclusive();
        return ask("create", file, () -> {
            if (files().exists(file)) {
                return false;
            }
            try (Unfinished unfinished = begin(file, Options.Rename.NONE)) {
                unfinished.write(content);
            } catch (FileAlreadyExistsException taken) {
                return false;
            }
            return true;
        });
    }

    /** Elsewhere a rename may be a look, a copy and a deletion: two runs would both commit. */
    private void requireExclusive() {
        if (!EXCLUSIVE.contains(files().getUri().getScheme().toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("expected an archive on this machine, hdfs: or s3a:, found " + root()
                    + ": nothing keeps two runs from committing to it at once; inputs may lie there");
        }
    }

    @Override
    public void move(String from, String to) throws IOException {
        Path source = file(from);
        Path target = file(to);
        ask("move", source + " to " + target, () -> {
            files().mkdirs(target.getParent());
            names.rename(source, target, Options.Rename.OVERWRITE);
            return true;
        });
    }

    @Override
    public void tidy(String folder) throws IOException {
        Path start = folder(folder);
        ask("tidy", start, () -> files().exists(start) && tidy(start, false));
    }

    @Override
    public void tidyFiles(String folder) throws IOException {
        Path start = folder(folder);
        ask("tidy", start, () -> {
            for (FileStatus entry : files().exists(start) ? files().listStatus(start) : new FileStatus[0]) {
                discard(entry);
            }
            return true;
        });
    }

    /** Whether it was an unfinished file. */
    private boolean discard(FileStatus entry) throws IOException {
        Path path = entry.getPath();
        boolean dead = entry.isFile() && UnfinishedName.is(path.getName()) && !OPEN.contains(path);
        return dead && files().delete(path, false);
    }

    /** Whether nothing is left in the folder. */
    private boolean tidy(Path folder, boolean mayGo) throws IOException {
        boolean empty = true;
        for (FileStatus entry : files().listStatus(folder)) {
            empty &= entry.isDirectory() ? tidy(entry.getPath(), true) : discard(entry);
        }
        return empty && mayGo && files().delete(folder, false);
    }

    /** A file beside its place, which takes it on close. */
    private final class Unfinished extends HadoopStream {
        private final Path target;
        private final Path path;
        private final FSDataOutputStream out;
        private final Options.Rename rename;

        private Unfinished(Path target, Path path, FSDataOutputStream out, Options.Rename rename) {
            super(target, out);
            this.target = target;
            this.path = path;
            this.out = out;
            this.rename = rename;
        }

        @Override
        void publish() throws IOException {
            try {
                ask("write", target, () -> {
                    out.hsync();
                    out.close();
                    return true;
                });
                take();
                OPEN.remove(path);
            } catch (IOException | RuntimeException fault) {
                giveUp(fault);
                throw fault;
            }
        }

        private void take() throws IOException {
            if (rename == Options.Rename.NONE) {
                names.rename(path, target, rename); // that it is taken is for createExclusive to hear
                return;
            }
            ask("write", target, () -> {
                names.rename(path, target, rename);
                return true;
            });
        }

        /** What stopped the writing may stop this too; a later run tidies up then. */
        private void giveUp(Exception fault) {
            try {
                discard();
            } catch (IOException left) {
                fault.addSuppressed(left);
            }
        }

        @Override
        void discard() throws IOException {
            try {
                IOUtils.closeStream(out);
            } finally {
                OPEN.remove(path);
                files().delete(path, false);
            }
        }
    }

    private Unfinished begin(Path target, Options.Rename rename) throws IOException {
        String name = UnfinishedName.of(target.getName(), WRITER, COUNT.incrementAndGet());
        Path path = new Path(target.getParent(), name);
        OPEN.add(path);
        boolean made = false;
        try {
            FSDataOutputStream out = files().create(path, false);
            made = true;
            return new Unfinished(target, path, out, rename);
        } finally {
            if (!made) {
                OPEN.remove(path);
            }
        }
    }
}
