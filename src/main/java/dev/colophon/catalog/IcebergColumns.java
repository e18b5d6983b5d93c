package dev.colophon.catalog;

import dev.colophon.dataset.parquet.FieldIds;
import java.util.Map;
import org.apache.iceberg.HasTableOperations;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.TableProperties;
import org.apache.iceberg.mapping.MappingUtil;
import org.apache.iceberg.mapping.NameMappingParser;
import org.apache.iceberg.types.TypeUtil;

/**
 * The columns of Iceberg tables. They have the numbers that the archive's files have, so that every reader finds them;
 * a mapping of names serves for files of earlier versions, which have none.
 */
final class IcebergColumns {
    /** The column that folders, and not files, hold. */
    static final String BATCH = "batch";

    private IcebergColumns() {}

    /** The same columns with the numbers that the archive's files give them. */
    static Schema numbered(Schema columns) {
        return new Schema(TypeUtil.assignIds(columns.asStruct(), id -> FieldIds.of(columns.findColumnName(id)))
                .asStructType()
                .fields());
    }

    /** Whether a table's columns have them: those that earlier versions registered have not. */
    static boolean areNumbered(Table table) {
        return numbered(table.schema()).sameSchema(table.schema());
    }

    /** Makes the columns those of a table, in one change of its description. */
    static void describe(Table table, Schema columns) {
        Schema schema = numbered(columns);
        TableOperations operations = ((HasTableOperations) table).operations();
        TableMetadata before = operations.current();
        TableMetadata.Builder after = TableMetadata.buildFrom(before)
                .setCurrentSchema(schema, Math.max(before.lastColumnId(), schema.highestFieldId()))
                .setProperties(Map.of(
                        TableProperties.DEFAULT_NAME_MAPPING, NameMappingParser.toJson(MappingUtil.create(schema))));
        if (schema.findField(BATCH) != null) {
            after.setDefaultPartitionSpec(
                    PartitionSpec.builderFor(schema).identity(BATCH).build());
        }
        operations.commit(before, after.build());
        table.refresh();
    }
}
