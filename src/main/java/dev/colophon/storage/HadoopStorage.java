package dev.colophon.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.hadoop.security.AccessControlException;

/**
 * A folder of a file system that the Hadoop client reaches. Credentials, endpoints and retries are those of its own
 * configuration: {@code core-site.xml} and {@code hdfs-site.xml} on the class path, the environment, AWS profiles.
 */
abstract class HadoopStorage implements Storage {
    private final FileSystem files;
    private final Path root;
    private final String prefix;

    HadoopStorage(FileSystem files, Path root) {
        this.files = files;
        Path whole = files.makeQualified(root);
        this.root = whole.toUri().getPath().isEmpty() ? new Path(whole, "/") : whole;
        String path = this.root.toUri().getPath();
        this.prefix = path.endsWith("/") ? path : path + "/";
    }

    FileSystem files() {
        return files;
    }

    @Override
    public String root() {
        return root.toString();
    }

    @Override
    public List<StoredFile> list(String folder) throws IOException {
        return list(folder, true);
    }

    @Override
    public List<StoredFile> listFiles(String folder) throws IOException {
        return list(folder, false);
    }

    private List<StoredFile> list(String folder, boolean recursive) throws IOException {
        Path start = folder(folder);
        return ask("list", start, () -> {
            List<StoredFile> found = new ArrayList<>();
            try {
                RemoteIterator<LocatedFileStatus> all = files.listFiles(start, recursive);
                while (all.hasNext()) {
                    add(all.next(), start, found);
                }
            } catch (FileNotFoundException none) {
                return List.of();
            }
            found.sort(Comparator.comparing(StoredFile::path));
            return found;
        });
    }

    private void add(FileStatus file, Path start, List<StoredFile> found) {
        boolean theFolderItself =
                file.getPath().toUri().getPath().equals(start.toUri().getPath());
        if (!theFolderItself && !UnfinishedName.is(file.getPath().getName())) {
            boolean regular = file.isFile() && !file.isSymlink();
            found.add(new StoredFile(
                    relative(file.getPath()),
                    regular ? file.getLen() : 0,
                    Instant.ofEpochMilli(file.getModificationTime()),
                    regular));
        }
    }

    private String relative(Path file) {
        return file.toUri().getPath().substring(prefix.length());
    }

    @Override
    public boolean exists(String path) throws IOException {
        Path file = file(path);
        return ask("look for", file, () -> files.exists(file));
    }

    @Override
    public long size(String path) throws IOException {
        Path file = file(path);
        return ask("measure", file, () -> files.getFileStatus(file).getLen());
    }

    @Override
    public InputStream open(String path) throws IOException {
        Path file = file(path);
        return ask("open", file, () -> new WholeStream(new WholeFile(files, file)));
    }

    @Override
    public InputStream open(String path, long from) throws IOException {
        Path file = file(path);
        return ask("open", file, () -> {
            WholeFile whole = new WholeFile(files, file);
            whole.seek(from);
            return new WholeStream(whole);
        });
    }

    @Override
    public SeekableByteChannel openChannel(String path) throws IOException {
        Path file = file(path);
        return ask("open", file, () -> new HadoopChannel(new WholeFile(files, file)));
    }

    @Override
    public void delete(String path) throws IOException {
        Path file = file(path);
        ask("delete", file, () -> files.delete(file, true));
    }

    Path file(String path) {
        return below(StoragePaths.requireFile(path));
    }

    Path folder(String path) {
        return below(StoragePaths.requireFolder(path));
    }

    private Path below(String path) {
        URI uri = root.toUri();
        // The constructor of three strings takes names with colons and percent signs as they are.
        return new Path(uri.getScheme(), uri.getAuthority(), path.isEmpty() ? uri.getPath() : prefix + path);
    }

    /** What may fail and gives a result. */
    interface Question<T> {
        T ask() throws IOException;
    }

    static <T> T ask(String operation, Object path, Question<T> question) throws IOException {
        try {
            return question.ask();
        } catch (IOException fault) {
            throw named(operation, path.toString(), fault);
        }
    }

    /** The fault with the operation, the whole path and what to look at; a missing file keeps its type. */
    static IOException named(String operation, String path, IOException fault) {
        if (fault instanceof FileNotFoundException || fault instanceof NoSuchFileException) {
            NoSuchFileException missing =
                    new NoSuchFileException(path, null, "cannot " + operation + ", it is not there");
            missing.initCause(fault);
            return missing;
        }
        if (fault instanceof AccessControlException || fault instanceof AccessDeniedException) {
            AccessDeniedException denied = new AccessDeniedException(
                    path,
                    null,
                    "cannot " + operation + ", access is denied; check the credentials and rights that core-site.xml,"
                            + " the environment or the profile give this process: " + firstLine(fault));
            denied.initCause(fault);
            return denied;
        }
        return new IOException(
                "cannot " + operation + " " + path + ": " + firstLine(fault) + "; " + remedy(firstLine(fault)), fault);
    }

    private static String remedy(String message) {
        if (message.contains("safe mode")) {
            return "the namenode takes no changes in safe mode: wait until it leaves it, or see why it does not with"
                    + " 'hdfs dfsadmin -safemode get', and run again";
        }
        if (message.contains("UnknownStoreException") || message.contains("NoSuchBucket")) {
            return "check the bucket's name, and make the bucket where it is to be used: Colophon makes none";
        }
        if (message.contains("UnknownHostException")) {
            return "check the host's name, and that core-site.xml is on the class path (COLOPHON_CONF)";
        }
        if (message.contains("Quota")) {
            return "make room or raise the quota, and run again";
        }
        return "check that the service is up and that core-site.xml names it";
    }

    /** Remote faults carry the server's stack trace in their message. */
    private static String firstLine(IOException fault) {
        String message = fault.toString();
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
