package dev.colophon.dataset.duplicates;

import dev.colophon.storage.Storage;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Set;

/** Counts the streams that are read of a storage, and can fail to open one or to read of one. */
final class OpenFiles {
    private final Storage storage;
    private final Set<InputStream> open = new HashSet<>();
    private int most;
    private int opened;
    private int failsToOpen = -1;
    private int failsToRead = -1;

    OpenFiles(Storage storage) {
        this.storage = storage;
    }

    /** The same storage, watched. */
    Storage watched() {
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(storage, arguments);
                        return result instanceof InputStream in ? watched(in) : result;
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause();
                    }
                });
    }

    /** From now on the stream of that number, from 0, is not opened. */
    void failToOpen(int number) {
        opened = 0;
        failsToOpen = number;
    }

    /** From now on the stream of that number, from 0, is opened and cannot be read. */
    void failToRead(int number) {
        opened = 0;
        failsToRead = number;
    }

    private synchronized InputStream watched(InputStream in) throws IOException {
        int number = opened++;
        if (number == failsToOpen) {
            in.close();
            throw new IOException("injected fault at the opening of file " + number);
        }
        Watched stream = new Watched(in, number == failsToRead);
        open.add(stream);
        most = Math.max(most, open.size());
        return stream;
    }

    synchronized int now() {
        return open.size();
    }

    /** Most that were open at once. */
    synchronized int most() {
        return most;
    }

    private synchronized void closed(InputStream in) {
        open.remove(in);
    }

    private final class Watched extends FilterInputStream {
        private final boolean fails;

        Watched(InputStream in, boolean fails) {
            super(in);
            this.fails = fails;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (fails) {
                throw new IOException("injected fault at a read");
            }
            return super.read(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            closed(this);
            super.close();
        }
    }
}
