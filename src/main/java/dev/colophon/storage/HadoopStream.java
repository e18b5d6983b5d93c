package dev.colophon.storage;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;

/** Writes to a Hadoop file system; what was written appears on close, unless a write failed or it was given up. */
abstract class HadoopStream extends OutputStream implements Storage.Abortable {
    private final Path target;
    private final FSDataOutputStream out;
    private boolean broken;
    private boolean closed;

    /** @param target what is written in the end, for messages */
    HadoopStream(Path target, FSDataOutputStream out) {
        this.target = target;
        this.out = out;
    }

    /** Makes what was written appear; cleans up itself where that fails. */
    abstract void publish() throws IOException;

    /** Leaves what stood there as it was. */
    abstract void discard() throws IOException;

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
        HadoopStorage.ask("write", target, () -> {
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
        closed = true;
        if (broken) {
            discard();
        } else {
            publish();
        }
    }

    @Override
    public void abort() throws IOException {
        if (!closed) {
            closed = true;
            discard();
        }
    }
}
