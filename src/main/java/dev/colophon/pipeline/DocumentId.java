package dev.colophon.pipeline;

import dev.colophon.model.Origin;
import dev.colophon.text.Hashes;

/** The id of a document: the same for the same bytes at the same place of a dump, on every machine and in every run. */
final class DocumentId {
    private DocumentId() {}

    /**
     * SHA-256 over source, entry, record id and payload hash, lower-case hex. The offset is left out where the dump has an
     * id of its own, so that a recompressed WARC keeps its documents' ids.
     */
    static String of(Origin origin, String payloadSha256) {
        String entry = origin.containerPath() == null ? "" : origin.containerPath();
        String record = origin.recordId() == null ? "@" + origin.offset() : origin.recordId();
        return Hashes.sha256Hex(String.join("\0", origin.sourceUri(), entry, record, payloadSha256));
    }
}
