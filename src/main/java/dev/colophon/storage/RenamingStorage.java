package dev.colophon.storage;

import java.io.IOException;
import java.io.OutputStream;
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
                names.rename(path, target, rename);
                OPEN.remove(path);
            } catch (IOException | RuntimeException fault) {
                giveUp(fault);
                throw fault;
            }
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
