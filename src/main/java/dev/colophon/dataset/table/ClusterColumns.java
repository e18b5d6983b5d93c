package dev.colophon.dataset.table;

import dev.colophon.dataset.parquet.Row;
import dev.colophon.dataset.parquet.RowCursor;
import java.io.IOException;
import java.util.Objects;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/** Sets the columns on duplicates of documents, which come in their order as the members of clusters do. Not thread-safe. */
final class ClusterColumns {
    private static final int DOCUMENT_ID = Tables.DOCUMENTS.position("doc_id");
    private static final int DUPLICATE_OF = Tables.DOCUMENTS.position("duplicate_of");
    private static final int CLUSTER_ID = Tables.DOCUMENTS.position("cluster_id");
    private static final int CLUSTER_SIZE = Tables.DOCUMENTS.position("cluster_size");
    private static final int IS_CANONICAL = Tables.DOCUMENTS.position("is_canonical");

    private final RowCursor members;
    private @Nullable Row member;

    /** @param members rows of {@link Clusters#MEMBERS}; the caller closes */
    ClusterColumns(RowCursor members) throws IOException {
        this.members = members;
        this.member = members.next();
    }

    void resolve(Row document) throws IOException {
        Binary id = Objects.requireNonNull(document.binary(DOCUMENT_ID));
        if (member != null && id.equals(member.binary(Clusters.MEMBER_ID))) {
            set(document, member.binary(Clusters.MEMBER_CLUSTER), (Integer) member.value(Clusters.MEMBER_SIZE));
            member = members.next();
        } else {
            set(document, id, 1);
        }
    }

    private static void set(Row document, @Nullable Binary canonical, @Nullable Integer size) {
        boolean isCanonical = Objects.equals(document.binary(DOCUMENT_ID), canonical);
        document.set(DUPLICATE_OF, isCanonical ? null : canonical);
        document.set(CLUSTER_ID, canonical);
        document.set(CLUSTER_SIZE, size);
        document.set(IS_CANONICAL, isCanonical);
    }

    /** Fails unless every member of a cluster has met its document. */
    void requireResolved() {
        if (member != null) {
            throw new IllegalStateException("the documents changed while their duplicates were resolved: "
                    + Clusters.MEMBERS.readable(member) + " did not come");
        }
    }
}
