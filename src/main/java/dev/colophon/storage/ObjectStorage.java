package dev.colophon.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.MultipartUploader;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.s3a.S3AFileSystem;
import org.apache.hadoop.util.functional.FutureIO;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * S3 and its like through S3A: an object appears whole when its upload is completed, and an exclusive one by a conditional
 * put ({@code If-None-Match: *}). There are no renames: a move is a copy and a deletion, and never a commit.
 */
final class ObjectStorage extends HadoopStorage {
    /** S3 copies no more in one request. */
    private static final long MOST_COPIED_AT_ONCE = 5L << 30;

    private static final String CONDITIONAL = "fs.option.create.conditional.overwrite";

    ObjectStorage(FileSystem files, Path root) {
        super(files, root);
    }

    @Override
    public OutputStream create(String path) throws IOException {
        Path file = file(path);
        return ask("create", file, () -> new Upload(file, files().create(file, true)));
    }

    @Override
    public boolean createExclusive(String path, byte[] content) throws IOException {
        Path file = file(path);
        return ask("create", file, () -> {
            if (files().exists(file)) {
                return false;
            }
            try {
                put(file, content);
                return true;
            } catch (IOException refused) {
                return isOurs(file, content, refused);
            }
        });
    }

    private void put(Path file, byte[] content) throws IOException {
        FSDataOutputStreamBuilder<?, ?> builder =
                files().createFile(file).recursive().overwrite(true);
        builder.must(CONDITIONAL, "true");
        try (FSDataOutputStream out = build(builder, file)) {
            out.write(content);
        }
    }

    /** A client that does not know the condition must not write without it: of two runs both would have won. */
    private static FSDataOutputStream build(FSDataOutputStreamBuilder<?, ?> builder, Path file) throws IOException {
        try {
            return builder.build();
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "cannot create " + file + " only where there is none: the hadoop-aws on the class path has no"
                            + " conditional writes; use 3.4.2 or later, with the Hadoop client of its version",
                    unknown);
        }
    }

    /** A put whose reply was lost is refused when it is repeated, although the first attempt was the one that won. */
    private boolean isOurs(Path file, byte[] content, IOException refused) throws IOException {
        try (InputStream in = files().open(file)) {
            return Arrays.equals(in.readNBytes(content.length + 1), content);
        } catch (FileNotFoundException none) {
            if (isConflict(refused)) {
                return false; // another's, which is gone again
            }
            throw refused;
        }
    }

    /** Whether the server refused a condition, 412, or met two writers at once, 409. */
    private static boolean isConflict(IOException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof S3Exception answer) {
                return answer.statusCode() == 412 || answer.statusCode() == 409;
            }
        }
        return false;
    }

    @Override
    public boolean movesAtOnce() {
        return false;
    }

    /** Has the server copy, so that the bytes need not come here and go back; where it will not, they do. */
    @Override
    public void copy(String from, String to) throws IOException {
        SdkException refused = null;
        if (files() instanceof S3AFileSystem s3) {
            HeadObjectResponse source =
                    ask("copy", file(from), () -> s3.getS3AInternals().getObjectMetadata(file(from)));
            if (source.contentLength() <= MOST_COPIED_AT_ONCE) {
                refused = copy(s3, source, s3.pathToKey(file(from)), s3.pathToKey(file(to)));
                if (refused == null) {
                    return;
                }
            }
        }
        try {
            super.copy(from, to);
        } catch (IOException fault) {
            if (refused != null) {
                fault.addSuppressed(refused);
            }
            throw fault;
        }
    }

    /** Why the server did not copy; null where it did. */
    private static @Nullable SdkException copy(S3AFileSystem s3, HeadObjectResponse source, String from, String to)
            throws InterruptedIOException {
        try {
            s3.getS3AInternals()
                    .getAmazonS3Client("copy")
                    .copyObject(s3.createStoreContext()
                            .getRequestFactory()
                            .newCopyObjectRequestBuilder(from, to, source)
                            .build());
            return null;
        } catch (AbortedException stop) {
            throw new InterruptedIOException("given up while " + from + " was copied");
        } catch (SdkException refused) {
            return refused;
        }
    }

    @Override
    public void move(String from, String to) throws IOException {
        copy(from, to);
        delete(from);
    }

    /** Ends uploads that dead writers left, which cost money and show nowhere. */
    @Override
    public void tidy(String folder) throws IOException {
        Path start = folder(folder);
        ask("end unfinished uploads below", start, () -> {
            try (MultipartUploader uploads =
                    files().createMultipartUploader(start).build()) {
                return FutureIO.awaitFuture(uploads.abortUploadsUnderPath(start));
            }
        });
    }

    /** An object that appears when its upload is completed. */
    private static final class Upload extends HadoopStream {
        private final Path file;
        private final FSDataOutputStream out;

        Upload(Path file, FSDataOutputStream out) {
            super(file, out);
            this.file = file;
            this.out = out;
        }

        @Override
        void publish() throws IOException {
            ask("complete", file, () -> {
                out.close();
                return true;
            });
        }

        @Override
        void discard() {
            out.abort();
        }
    }
}
