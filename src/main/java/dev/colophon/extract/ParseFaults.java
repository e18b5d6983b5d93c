package dev.colophon.extract;

import dev.colophon.model.RejectReason;
import dev.colophon.text.Spaces;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells from what a parser threw why a document cannot be read. */
final class ParseFaults {
    private static final int DEPTH = 20;
    private static final int MESSAGE_CHARS = 500;

    /** By simple class name: the libraries below Tika have several of one name and no common parent. */
    private static final Map<String, RejectReason> BY_CLASS = Map.ofEntries(
            Map.entry("TooLong", RejectReason.LIMIT_SIZE),
            Map.entry("MaxLineLimitException", RejectReason.LIMIT_SIZE),
            Map.entry("MaxHeaderLimitException", RejectReason.LIMIT_SIZE),
            Map.entry("EncryptedDocumentException", RejectReason.ENCRYPTED),
            Map.entry("EncryptedPowerPointFileException", RejectReason.ENCRYPTED),
            Map.entry("InvalidPasswordException", RejectReason.ENCRYPTED),
            Map.entry("AccessPermissionException", RejectReason.ENCRYPTED),
            Map.entry("InvalidCredentialsException", RejectReason.ENCRYPTED),
            Map.entry("TikaMemoryLimitException", RejectReason.LIMIT_MEMORY),
            Map.entry("RecordFormatException", RejectReason.LIMIT_MEMORY),
            Map.entry("ZeroByteFileException", RejectReason.EMPTY),
            Map.entry("UnsupportedFormatException", RejectReason.UNSUPPORTED),
            Map.entry("UnsupportedFileFormatException", RejectReason.UNSUPPORTED),
            Map.entry("OldWordFileFormatException", RejectReason.UNSUPPORTED),
            Map.entry("EOFException", RejectReason.TRUNCATED),
            Map.entry("BufferUnderflowException", RejectReason.TRUNCATED),
            Map.entry("ExitRefused", RejectReason.IO),
            Map.entry("AccessControlException", RejectReason.IO),
            Map.entry("UnsupportedCharsetException", RejectReason.ENCODING));

    /** What the system says of what the machine lacks; another attempt may have it. */
    private static final List<String> LACKS =
            List.of("no space left on device", "too many open files", "cannot allocate memory");

    private ParseFaults() {}

    static WorkerReply.Refused refusal(Throwable fault, String mediaType) {
        RejectReason reason = reason(fault);
        return new WorkerReply.Refused(reason, "expected " + mediaType + ", found " + describe(root(fault)));
    }

    private static RejectReason reason(Throwable fault) {
        Throwable cause = fault;
        for (int i = 0; i < DEPTH && cause != null; i++) {
            RejectReason found = ofOne(cause);
            if (found != null) {
                return found;
            }
            cause = cause.getCause();
        }
        return RejectReason.MALFORMED;
    }

    private static @Nullable RejectReason ofOne(Throwable cause) {
        String message = cause.getMessage() == null ? "" : cause.getMessage().toLowerCase(Locale.ROOT);
        if (cause instanceof IOException && LACKS.stream().anyMatch(message::contains)) {
            return RejectReason.IO;
        }
        if (message.contains("zip bomb")) {
            return message.contains("nesting") ? RejectReason.LIMIT_DEPTH : RejectReason.LIMIT_RATIO;
        }
        if (message.contains("entity expansions")) {
            return RejectReason.LIMIT_ENTITY;
        }
        RejectReason byClass = BY_CLASS.get(cause.getClass().getSimpleName());
        if (byClass == RejectReason.LIMIT_MEMORY && !message.contains("allocat")) {
            // POI names both corrupt records and oversized ones so.
            byClass = null;
        }
        if (byClass == null && (message.contains("truncated") || message.contains("unexpected end"))) {
            return RejectReason.TRUNCATED;
        }
        return byClass;
    }

    private static Throwable root(Throwable fault) {
        Throwable root = fault;
        for (int i = 0; i < DEPTH; i++) {
            Throwable cause = root.getCause();
            if (cause == null) {
                return root;
            }
            root = cause;
        }
        return root;
    }

    private static String describe(Throwable fault) {
        String name = fault.getClass().getSimpleName();
        String message = fault.getMessage() == null ? name : name + ": " + Spaces.collapse(fault.getMessage());
        return message.length() <= MESSAGE_CHARS ? message : message.substring(0, MESSAGE_CHARS) + "…";
    }
}
