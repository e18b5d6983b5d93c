package dev.colophon.extract.guard;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Unpacks the deflated streams of a PDF, wherever its table says that they lie, and counts. */
final class PdfGuard {
    private static final byte[] STREAM = {'s', 't', 'r', 'e', 'a', 'm'};

    private PdfGuard() {}

    static Guard.@Nullable Refusal refusal(byte[] body, int ratio) {
        Expansion expansion = new Expansion(body.length, ratio);
        Inflater inflater = new Inflater();
        try {
            for (int at = next(body, 0); at < body.length; at = next(body, at)) {
                if (isZlib(body, at)) {
                    at += inflate(inflater, body, at, expansion);
                }
                Guard.Refusal refusal = expansion.refusal();
                if (refusal != null) {
                    return refusal;
                }
            }
            return null;
        } finally {
            inflater.end();
        }
    }

    /** Where the data of the next stream begins; the document's length where there is none. */
    private static int next(byte[] body, int from) {
        for (int at = from; at + STREAM.length + 2 < body.length; at++) {
            if (body[at] == 's' && matches(body, at)) {
                int data = at + STREAM.length;
                data += body[data] == '\r' ? 1 : 0;
                return data + (body[data] == '\n' ? 1 : 0);
            }
        }
        return body.length;
    }

    private static boolean matches(byte[] body, int at) {
        for (int i = 1; i < STREAM.length; i++) {
            if (body[at + i] != STREAM[i]) {
                return false;
            }
        }
        return true;
    }

    /** RFC 1950: method 8, and a check that makes the two bytes a multiple of 31. */
    private static boolean isZlib(byte[] body, int at) {
        return at + 1 < body.length
                && (body[at] & 0x0F) == 8
                && ((body[at] & 0xFF) << 8 | (body[at + 1] & 0xFF)) % 31 == 0;
    }

    /** Bytes of the stream that were read. */
    private static int inflate(Inflater inflater, byte[] body, int at, Expansion expansion) {
        byte[] buffer = new byte[1 << 16];
        inflater.reset();
        inflater.setInput(body, at, body.length - at);
        try {
            while (!inflater.finished() && !inflater.needsInput() && !inflater.needsDictionary()) {
                expansion.add(inflater.inflate(buffer));
                if (expansion.refusal() != null) {
                    break;
                }
            }
        } catch (DataFormatException broken) {
            return 0; // the parser says how
        }
        return (int) inflater.getBytesRead();
    }
}
