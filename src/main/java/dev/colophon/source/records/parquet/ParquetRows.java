package dev.colophon.source.records.parquet;

import dev.colophon.model.RejectReason;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.format.Rejects;
import dev.colophon.source.records.FieldMapping;
import dev.colophon.source.records.FieldValues;
import dev.colophon.source.records.RecordCaptures;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a Parquet file, a row group after the other. In memory are the compressed chunks of the columns that are read,
 * of one row group, and a page of each. What is lost of a row group is one reject, and the next one is read.
 */
final class ParquetRows implements ItemReader {
    /** Most bytes of a row group's columns as stored. */
    static final long MOST_GROUP_BYTES = 512L << 20;

    private static final long LONGEST_FOOTER = 64L << 20;
    private static final int MAGIC = 4;

    private final Place place;
    private final SeekableByteChannel channel;
    private final ChannelInput input;
    private final ParquetFileReader file;
    private final MessageType columns;
    private final MessageColumnIO columnIo;
    private final RecordCaptures captures;
    private int nextGroup;
    private long row;
    private long left;
    private @Nullable RecordReader<FieldValues> group;

    private ParquetRows(
            Place place,
            SeekableByteChannel channel,
            ChannelInput input,
            ParquetFileReader file,
            MessageType columns,
            FieldMapping mapping) {
        this.place = place;
        this.channel = channel;
        this.input = input;
        this.file = file;
        this.columns = columns;
        this.columnIo = new ColumnIOFactory()
                .getColumnIO(columns, file.getFileMetaData().getSchema());
        this.captures = new RecordCaptures(place, mapping, "parquet");
        file.setRequestedSchema(columns);
    }

    static ParquetRows open(Place place, SeekableByteChannel channel) throws IOException {
        requireFooter(channel);
        ChannelInput input = new ChannelInput(channel, place.name());
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new PageCodecs(mostPage(place)))
                .withUseHadoopVectoredIo(false)
                .usePageChecksumVerification()
                .build();
        ParquetFileReader file = null;
        try {
            file = ParquetFileReader.open(input, options);
            FieldMapping mapping = new FieldMapping(place.settings().fields());
            MessageType schema = file.getFileMetaData().getSchema();
            MessageType columns = new PageColumns(mapping).of(schema);
            if (columns == null) {
                throw new BadInput(RejectReason.UNSUPPORTED, noPages(schema));
            }
            ParquetRows rows = new ParquetRows(place, channel, input, file, columns, mapping);
            file = null;
            return rows;
        } catch (BadInput known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            input.requireSound();
            throw new BadInput(RejectReason.MALFORMED, "expected a Parquet file: " + message(broken));
        } finally {
            if (file != null) {
                file.close();
            }
        }
    }

    /** A page holds several documents, and one at least. */
    private static long mostPage(Place place) {
        return Math.min(Integer.MAX_VALUE - 64, 4 * place.limits().documentBytes());
    }

    private static String noPages(MessageType schema) {
        List<String> names = schema.getFields().stream()
                .map(field -> field.getName())
                .limit(10)
                .toList();
        return "a table whose rows are no pages: expected a column with HTML or text, found " + String.join(", ", names)
                + "; input.fields names it";
    }

    private static void requireFooter(SeekableByteChannel channel) throws IOException {
        long size = channel.size();
        ByteBuffer end = ByteBuffer.allocate(2 * MAGIC).order(ByteOrder.LITTLE_ENDIAN);
        channel.position(Math.max(0, size - end.capacity()));
        while (end.hasRemaining() && channel.read(end) >= 0) {
            continue;
        }
        end.flip();
        String magic =
                end.limit() < 2 * MAGIC ? "" : new String(end.array(), MAGIC, MAGIC, StandardCharsets.ISO_8859_1);
        if (magic.equals("PARE")) {
            throw new BadInput(RejectReason.ENCRYPTED, "a Parquet file with an encrypted footer");
        }
        if (!magic.equals("PAR1") || size < 3 * MAGIC) {
            throw new BadInput(RejectReason.TRUNCATED, "expected PAR1 at the end of a Parquet file, found none");
        }
        long footer = end.getInt(0) & 0xffff_ffffL;
        if (footer > LONGEST_FOOTER) {
            throw new BadInput(
                    RejectReason.LIMIT_MEMORY,
                    "a footer of " + footer + " bytes, at most " + LONGEST_FOOTER + " are read");
        }
    }

    @Override
    public @Nullable SourceItem next() throws IOException {
        while (group != null || nextGroup < file.getRowGroups().size()) {
            BlockMetaData block = file.getRowGroups().get(group == null ? nextGroup : nextGroup - 1);
            try {
                if (group == null) {
                    openGroup(block);
                } else if (left == 0) {
                    group = null;
                } else {
                    return item(block, group);
                }
            } catch (PageCodecs.PageTooLarge beyond) {
                return lost(block, RejectReason.LIMIT_SIZE, beyond);
            } catch (BadInput known) {
                return lost(block, known.reason(), known);
            } catch (IOException | RuntimeException broken) {
                input.requireSound();
                Throwable root = root(broken);
                return lost(
                        block,
                        root instanceof PageCodecs.PageTooLarge ? RejectReason.LIMIT_SIZE : RejectReason.MALFORMED,
                        root);
            }
        }
        return null;
    }

    /** Where the row groups begin, in order. */
    long[] groups() {
        return file.getRowGroups().stream().mapToLong(ParquetRows::offset).toArray();
    }

    private void openGroup(BlockMetaData block) throws IOException {
        int number = nextGroup++;
        if (!place.slice().holds(offset(block))) {
            row += block.getRowCount();
            return;
        }
        left = block.getRowCount();
        long bytes = storedBytes(block);
        if (bytes > MOST_GROUP_BYTES) {
            throw new BadInput(
                    RejectReason.LIMIT_MEMORY,
                    "a row group whose pages take " + bytes + " bytes, at most " + MOST_GROUP_BYTES + " are read");
        }
        PageReadStore pages = file.readRowGroup(number);
        group = columnIo.getRecordReader(pages, new RowValues(columns));
    }

    /** Stored bytes of the columns that are read. */
    private long storedBytes(BlockMetaData block) {
        return block.getColumns().stream()
                .filter(chunk -> columns.containsPath(chunk.getPath().toArray()))
                .mapToLong(ColumnChunkMetaData::getTotalSize)
                .sum();
    }

    private SourceItem item(BlockMetaData block, RecordReader<FieldValues> rows) {
        FieldValues values = rows.read();
        left--;
        return captures.item(values, offset(block), 0, "row " + row++);
    }

    private static long offset(BlockMetaData block) {
        return Math.max(0, block.getStartingPos());
    }

    /** What is left of a row group. */
    private SourceItem lost(BlockMetaData block, RejectReason reason, Throwable why) {
        group = null;
        row += left;
        long length = Math.max(0, block.getCompressedSize());
        String message = left + " rows of a row group cannot be read: " + message(why);
        return Rejects.of(place.origin(offset(block), length), reason, message, null, 0);
    }

    private static Throwable root(Throwable fault) {
        Throwable root = fault;
        for (int i = 0; i < 20 && root.getCause() != null; i++) {
            root = root.getCause();
        }
        return root;
    }

    private static String message(Throwable fault) {
        Throwable root = root(fault);
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    @Override
    public void close() throws IOException {
        try (SeekableByteChannel closing = channel) {
            file.close();
        }
    }
}
