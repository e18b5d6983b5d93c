package dev.colophon.dataset.parquet;

import dev.colophon.storage.LocalStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Takes the numbers of columns out of a file, so that it is as earlier versions wrote it. */
public final class NumberlessFile {
    private NumberlessFile() {}

    /** Writes the file anew with the same rows. */
    public static void rewrite(Path file) throws IOException {
        LocalStorage storage = new LocalStorage(file.toAbsolutePath().getParent());
        String name = file.getFileName().toString();
        MessageType schema;
        List<Group> rows = new ArrayList<>();
        try (ParquetFileReader reader = RowReader.open(storage, name, FilterCompat.NOOP)) {
            MessageType written = reader.getFileMetaData().getSchema();
            schema = MessageTypeParser.parseMessageType(written.toString().replaceAll(" = [0-9]+", ""));
            for (PageReadStore group = reader.readNextRowGroup(); group != null; group = reader.readNextRowGroup()) {
                RecordReader<Group> records = new ColumnIOFactory()
                        .getColumnIO(schema, written)
                        .getRecordReader(group, new GroupRecordConverter(schema));
                for (long i = 0; i < group.getRowCount(); i++) {
                    rows.add(records.read());
                }
            }
        }
        Files.delete(file);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(schema)
                .build()) {
            for (Group row : rows) {
                writer.write(row);
            }
        }
    }
}
