package dev.colophon.pipeline;

import dev.colophon.model.Origin;
import dev.colophon.text.Hashes;

/** The id of a document: the same for the same bytes at the same place of a dump, on every machine and in every run. */
final class DocumentId {
    private DocumentId() {}

    /**
     * SHA-256 over source, entry, offset, place among the items of that offset, which container of that path it lies in, record
     * id and payload hash, lower-case hex. A dump's own ids do not stand alone: dumps repeat records, id and all.
     */
    static String of(Origin origin, String payloadSha256) {
        String entry = origin.containerPath() == null ? "" : origin.containerPath();
        String place = "@" + origin.offset() + "+" + origin.ordinal()
                + (origin.within() == 0 ? "" : "~" + Long.toHexString(origin.within()));
        String record = origin.recordId() == null ? "" : origin.recordId();
        return Hashes.sha256Hex(String.join("\0", origin.sourceUri(), entry, place, record, payloadSha256));
    }
}
