package dev.colophon.dataset.parquet;

import dev.colophon.storage.Storage;
import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * Writes one Parquet file. The same rows under the same {@link Profile} give the same bytes. The file becomes visible in
 * {@link #finish}; closed without it, it leaves nothing. Not thread-safe.
 */
public final class RowWriter implements Closeable {
    /**
     * How a file is laid out.
     *
     * @param level of Zstandard
     * @param rowGroupBytes most bytes of a row group, roughly
     * @param rowGroupRows most rows of a row group
     * @param pageBytes most bytes of a page, roughly
     * @param distinctValues distinct values to size Bloom filters for; 0 for none
     */
    public record Profile(int level, int rowGroupBytes, int rowGroupRows, int pageBytes, long distinctValues) {
        /** For files that are soon merged with many others: small row groups, light compression, no Bloom filters. */
        public static final Profile RUN = new Profile(1, 4 << 20, 1000, 256 << 10, 0);

        private static final int MOST_ROWS = 65_536;

        /** For files that stay, in a table part of which no row group holds more than this many rows. */
        public static Profile lasting(long rows) {
            return new Profile(3, 64 << 20, MOST_ROWS, 512 << 10, Math.max(1, Math.min(rows, MOST_ROWS)));
        }
    }

    /**
     * A file that was written.
     *
     * @param path relative to the storage's root
     * @param rows rows in it
     * @param bytes its length
     * @param sha256 of its bytes, lower-case hex
     */
    public record Written(String path, long rows, long bytes, String sha256) {}

    private static final int TRUNCATED = 64;
    private static final double FALSE_POSITIVES = 0.01;
    private static final int FIRST_SIZE_CHECK = 10;

    private final String path;
    private final StoredOutput output;
    private final ParquetWriter<Row> writer;
    private long rows;

    /** Begins a file. */
    public RowWriter(Storage storage, String path, Table<?> table, Profile profile) throws IOException {
        this.path = path;
        this.output = new StoredOutput(storage, path);
        this.writer = new Builder(output, table).with(profile).build();
    }

    /** Adds a row behind the others. */
    public void write(Row row) throws IOException {
        writer.write(row);
        rows++;
    }

    /** Bytes that the rows so far will take, roughly. */
    public long bytes() {
        return writer.getDataSize();
    }

    /** Adds all rows that are left, and completes the file. */
    public Written finishWith(RowCursor rows) throws IOException {
        for (Row row = rows.next(); row != null; row = rows.next()) {
            write(row);
        }
        return finish();
    }

    /** Completes the file and makes it visible. */
    public Written finish() throws IOException {
        writer.close();
        return new Written(path, rows, output.bytes(), output.sha256());
    }

    @Override
    public void close() throws IOException {
        output.abort();
    }

    private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
        private final Table<?> table;

        Builder(OutputFile file, Table<?> table) {
            super(file);
            this.table = table;
            withConf(new PlainParquetConfiguration());
            withWriteMode(ParquetFileWriter.Mode.OVERWRITE);
            withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0);
            withCompressionCodec(CompressionCodecName.ZSTD);
            withStatisticsTruncateLength(TRUNCATED);
            withColumnIndexTruncateLength(TRUNCATED);
            withMinRowCountForPageSizeCheck(FIRST_SIZE_CHECK);
        }

        Builder with(Profile profile) {
            withCodecFactory(new ZstdCodec(profile.level()));
            withRowGroupSize((long) profile.rowGroupBytes());
            withRowGroupRowCountLimit(profile.rowGroupRows());
            withPageSize(profile.pageBytes());
            table.plain().forEach(column -> withDictionaryEncoding(column, false));
            // A column that ends dictionary-encoded loses its Bloom filter without a word.
            table.bloomFilters().forEach(column -> withDictionaryEncoding(column, false));
            if (profile.distinctValues() > 0) {
                table.bloomFilters().forEach(column -> {
                    withBloomFilterEnabled(column, true);
                    withBloomFilterNDV(column, profile.distinctValues());
                    withBloomFilterFPP(column, FALSE_POSITIVES);
                });
            }
            return this;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
            return new RowWriteSupport(table);
        }

        @Override
        protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
            return new RowWriteSupport(table);
        }
    }
}
