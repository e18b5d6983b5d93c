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
        return ask("create", file, () -> new Unfinished(file));
    }

    @Override
    public boolean createExclusive(String path, byte[] content) throws IOException {
        Path file = file(path);
        return ask("create", file, () -> {
            if (files().exists(file)) {
                return false;
            }
            try (Unfinished unfinished = new Unfinished(file, Options.Rename.NONE)) {
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

    /** Whether nothing is left in the folder. */
    private boolean tidy(Path folder, boolean mayGo) throws IOException {
        boolean empty = true;
        for (FileStatus entry : files().listStatus(folder)) {
            Path path = entry.getPath();
            if (entry.isDirectory()) {
                empty &= tidy(path, true);
            } else if (UnfinishedName.is(path.getName()) && !OPEN.contains(path)) {
                files().delete(path, false);
            } else {
                empty = false;
            }
        }
        return empty && mayGo && files().delete(folder, false);
    }

    /** A file beside its place, which takes it on close. */
    private final class Unfinished extends OutputStream implements Abortable {
        private final Path target;
        private final Path path;
        private final Options.Rename rename;
        private final FSDataOutputStream out;
        private boolean broken;
        private boolean closed;

        Unfinished(Path target) throws IOException {
            this(target, Options.Rename.OVERWRITE);
        }

        Unfinished(Path target, Options.Rename rename) throws IOException {
            this.target = target;
            this.rename = rename;
            String name = UnfinishedName.of(target.getName(), WRITER, COUNT.incrementAndGet());
            this.path = new Path(target.getParent(), name);
            OPEN.add(path);
            boolean made = false;
            try {
                this.out = files().create(path, false);
                made = true;
            } finally {
                if (!made) {
                    OPEN.remove(path);
                }
            }
        }

        @Override
        public void write(int unit) throws IOException {
            write(new byte[] {(byte) unit}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (closed) {
                throw new IOException("cannot write " + target + ": the stream is closed");
            }
            broken = true;
            ask("write", target, () -> {
                out.write(bytes, offset, length);
                return true;
            });
            broken = false;
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            if (broken) {
                abort();
                return;
            }
            boolean published = false;
            try {
                out.hsync();
                out.close();
                names.rename(path, target, rename);
                published = true;
                closed = true;
                OPEN.remove(path);
            } finally {
                if (!published) {
                    abort();
                }
            }
        }

        @Override
        public void abort() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try {
                out.close();
            } catch (IOException lost) {
                broken = true; // it goes all the same
            } finally {
                OPEN.remove(path);
                files().delete(path, false);
            }
        }
    }
}
