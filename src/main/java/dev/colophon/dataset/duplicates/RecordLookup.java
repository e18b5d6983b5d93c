package dev.colophon.dataset.duplicates;

import dev.colophon.storage.Storage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the records of a sorted file that begin with wanted bytes. The beginnings are hashes, spread evenly, so that the
 * place of one can be computed (interpolation search; Perl, Itai, Avni, 1978): a few blocks are read for each that is
 * wanted, or the file once from end to end where that is less.
 */
final class RecordLookup {
    private static final int BLOCK_BYTES = 4096;
    private static final int BLOCKS_FOR_ONE = 4;
    private static final int GUESSES = 12;

    private final Storage storage;
    private final String path;
    private final int width;
    private final int perBlock;
    private final long records;
    private final long begin;
    private final long end;

    /**
     * @param width bytes of a record
     * @param records how many the file holds
     */
    RecordLookup(Storage storage, String path, int width, long records) {
        this(storage, path, width, records, 0, records);
    }

    private RecordLookup(Storage storage, String path, int width, long records, long begin, long end) {
        this.begin = begin;
        this.end = end;
        this.storage = storage;
        this.path = path;
        this.width = width;
        this.perBlock = BLOCK_BYTES / width;
        this.records = records;
    }

    /** Takes what was found. */
    interface Found {
        void record(byte[] record) throws IOException;
    }

    /**
     * The same among some of the records.
     *
     * @param range what they begin with; of 6 bytes, as those of {@code records} are at least
     */
    RecordLookup within(KeyRange range) throws IOException {
        try (SeekableByteChannel channel = storage.openChannel(path)) {
            Blocks blocks = new Blocks(channel);
            long from = first(blocks, range.from(), begin);
            byte[] below = range.below();
            long to = below == null ? end : first(blocks, below, from);
            return new RecordLookup(storage, path, width, records, from, to);
        }
    }

    /** How many records there are. */
    long count() {
        return end - begin;
    }

    /** The records. */
    RecordCursor open() throws IOException {
        RecordReader all = new RecordReader(storage, path, width, begin);
        long[] left = {count()};
        return new RecordCursor() {
            @Override
            public byte @Nullable [] next() throws IOException {
                return left[0]-- > 0 ? all.next() : null;
            }

            @Override
            public void close() throws IOException {
                all.close();
            }
        };
    }

    /**
     * Hands over every record that begins with one of the wanted bytes, in the file's order.
     *
     * @param wanted sorted, of one length of 8 bytes or less
     * @param count how many are wanted
     */
    void find(RecordCursor wanted, long count, Found found) throws IOException {
        if (count * BLOCKS_FOR_ONE * perBlock >= count()) {
            scan(wanted, found);
        } else {
            seek(wanted, found);
        }
    }

    private void scan(RecordCursor wanted, Found found) throws IOException {
        try (RecordCursor all = open()) {
            byte[] key = wanted.next();
            byte[] record = all.next();
            while (key != null && record != null) {
                int order = Arrays.compareUnsigned(record, 0, key.length, key, 0, key.length);
                if (order == 0) {
                    found.record(record);
                }
                if (order > 0) {
                    key = wanted.next();
                } else {
                    record = all.next();
                }
            }
        }
    }

    private void seek(RecordCursor wanted, Found found) throws IOException {
        try (SeekableByteChannel channel = storage.openChannel(path)) {
            Blocks blocks = new Blocks(channel);
            long from = begin;
            for (byte[] key = wanted.next(); key != null; key = wanted.next()) {
                from = first(blocks, key, from);
                for (long at = from; at < end && blocks.compare(at, key) == 0; at++) {
                    found.record(blocks.record(at));
                }
            }
        }
    }

    /** The first record that is not before {@code key}, at {@code low} or behind it. */
    private long first(Blocks blocks, byte[] key, long from) throws IOException {
        long low = from;
        long high = end;
        double lowest = blocks.fraction(low);
        double highest = blocks.fraction(high);
        for (int guess = 0; low < high; guess++) {
            double share = guess < GUESSES ? (fraction(key) - lowest) / Math.max(highest - lowest, 1e-18) : 0.5;
            long middle = Math.min(high - 1, low + (long) ((high - low) * Math.max(0, Math.min(1, share))));
            long block = middle / perBlock * perBlock;
            long last = Math.min(block + perBlock, high) - 1;
            long begin = Math.max(block, low);
            if (blocks.compare(last, key) < 0) {
                low = last + 1;
                lowest = blocks.fraction(last);
            } else if (blocks.compare(begin, key) >= 0) {
                high = begin;
                highest = blocks.fraction(begin);
            } else {
                return within(blocks, key, begin, last);
            }
        }
        return low;
    }

    private static long within(Blocks blocks, byte[] key, long before, long notBefore) throws IOException {
        long low = before;
        long high = notBefore;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (blocks.compare(middle, key) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double fraction(byte[] key) {
        double value = 0;
        for (int i = 5; i >= 0; i--) {
            value = (value + (key[i] & 0xFF)) / 256;
        }
        return value;
    }

    /** The block that was read last. */
    private final class Blocks {
        private final SeekableByteChannel channel;
        private byte[] bytes = new byte[0];
        private long number = -1;

        Blocks(SeekableByteChannel channel) {
            this.channel = channel;
        }

        /** Where between 0 and 1 a record's beginning lies; 0 and 1 at the file's ends. */
        double fraction(long record) throws IOException {
            return record == 0 ? 0 : record == records ? 1 : RecordLookup.fraction(record(record));
        }

        int compare(long record, byte[] key) throws IOException {
            load(record);
            int at = (int) (record % perBlock) * width;
            return Arrays.compareUnsigned(bytes, at, at + key.length, key, 0, key.length);
        }

        byte[] record(long record) throws IOException {
            load(record);
            int at = (int) (record % perBlock) * width;
            return Arrays.copyOfRange(bytes, at, at + width);
        }

        private void load(long record) throws IOException {
            long block = record / perBlock;
            if (block == number) {
                return;
            }
            long from = block * perBlock;
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(perBlock, records - from) * width);
            channel.position(from * width);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    throw new IOException(path + " is shorter than " + records + " records of " + width
                            + " bytes; verify the dataset");
                }
            }
            bytes = buffer.array();
            number = block;
        }
    }
}
