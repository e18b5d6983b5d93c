package dev.colophon.extract;

import dev.colophon.model.RejectReason;
import java.util.List;
import java.util.Map;

/** What a worker makes of a document. */
sealed interface WorkerReply permits WorkerReply.Parsed, WorkerReply.Refused {
    /**
     * It was read.
     *
     * @param mediaType the type that the parser settled on, parameters included
     * @param metadata Tika's metadata, all values of a name in order
     * @param passages the text in reading order
     */
    record Parsed(String mediaType, Map<String, List<String>> metadata, List<Passage> passages) implements WorkerReply {
        public Parsed {
            passages = List.copyOf(passages);
        }
    }

    /**
     * It cannot be read.
     *
     * @param reason why
     * @param message what was found, for people
     */
    record Refused(RejectReason reason, String message) implements WorkerReply {}
}
