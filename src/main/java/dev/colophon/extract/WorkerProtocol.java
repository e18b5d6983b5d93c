package dev.colophon.extract;

import dev.colophon.model.RejectReason;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that the extractor and its workers exchange over a pipe: big-endian lengths before every string and body, one
 * marker before every message, so that whatever else reaches the pipe is noticed.
 */
@SuppressWarnings("EnumOrdinal") // both ends of the pipe run the same classes
final class WorkerProtocol {
    private static final int HELLO = 0x434F4C31;
    private static final int REQUEST = 0x434F4C32;
    private static final int PARSED = 0x434F4C33;
    private static final int REFUSED = 0x434F4C34;
    private static final int LONGEST_NAME = 1 << 12;

    private WorkerProtocol() {}

    /** The first words of a worker: {@link AllParsers#classes} where it was asked for them, else nothing. */
    static void writeHello(DataOutputStream out, Map<String, String> parsers) throws IOException {
        out.writeInt(HELLO);
        out.writeInt(parsers.size());
        for (Map.Entry<String, String> parser : parsers.entrySet()) {
            writeText(out, parser.getKey());
            writeText(out, parser.getValue());
        }
        out.flush();
    }

    static Map<String, String> readHello(DataInputStream in) throws IOException {
        expect(HELLO, in.readInt());
        Map<String, String> parsers = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            parsers.put(readText(in, LONGEST_NAME), readText(in, LONGEST_NAME));
        }
        return parsers;
    }

    static void write(DataOutputStream out, WorkerRequest request) throws IOException {
        out.writeInt(REQUEST);
        writeText(out, request.mediaType());
        writeText(out, request.fileName());
        writeText(out, request.parser());
        writeBytes(out, request.body());
        out.flush();
    }

    static WorkerRequest readRequest(DataInputStream in) throws IOException {
        expect(REQUEST, in.readInt());
        return new WorkerRequest(
                readText(in, Integer.MAX_VALUE),
                readText(in, Integer.MAX_VALUE),
                readText(in, Integer.MAX_VALUE),
                readBytes(in, Integer.MAX_VALUE));
    }

    static void write(DataOutputStream out, WorkerReply reply) throws IOException {
        if (reply instanceof WorkerReply.Parsed parsed) {
            out.writeInt(PARSED);
            writeParsed(out, parsed);
        } else if (reply instanceof WorkerReply.Refused refused) {
            out.writeInt(REFUSED);
            out.writeByte(refused.reason().ordinal());
            writeText(out, refused.message());
        }
        out.flush();
    }

    private static void writeParsed(DataOutputStream out, WorkerReply.Parsed parsed) throws IOException {
        writeText(out, parsed.mediaType());
        out.writeInt(parsed.metadata().size());
        for (Map.Entry<String, List<String>> entry : parsed.metadata().entrySet()) {
            writeText(out, entry.getKey());
            out.writeInt(entry.getValue().size());
            for (String value : entry.getValue()) {
                writeText(out, value);
            }
        }
        out.writeInt(parsed.passages().size());
        for (Passage passage : parsed.passages()) {
            out.writeByte(passage.form().ordinal());
            writeText(out, passage.text());
        }
    }

    /**
     * A reply.
     *
     * @param mostBytes most bytes that a string of it may have
     * @throws IOException where the pipe ends or something else stands in it
     */
    static WorkerReply readReply(DataInputStream in, int mostBytes) throws IOException {
        int marker = in.readInt();
        if (marker == REFUSED) {
            return new WorkerReply.Refused(RejectReason.values()[in.readUnsignedByte()], readText(in, mostBytes));
        }
        expect(PARSED, marker);
        return readParsed(in, mostBytes);
    }

    private static WorkerReply readParsed(DataInputStream in, int mostBytes) throws IOException {
        String mediaType = readText(in, mostBytes);
        Map<String, List<String>> metadata = new LinkedHashMap<>();
        for (int names = in.readInt(); names > 0; names--) {
            String name = readText(in, mostBytes);
            List<String> values = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                values.add(readText(in, mostBytes));
            }
            metadata.put(name, values);
        }
        List<Passage> passages = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            Passage.Form form = Passage.Form.values()[in.readUnsignedByte()];
            passages.add(new Passage(form, readText(in, mostBytes)));
        }
        return new WorkerReply.Parsed(mediaType, metadata, passages);
    }

    private static void expect(int marker, int found) throws IOException {
        if (found != marker) {
            throw new IOException("expected the marker " + Integer.toHexString(marker) + " on the worker's pipe, found "
                    + Integer.toHexString(found));
        }
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in, int most) throws IOException {
        return new String(readBytes(in, most), StandardCharsets.UTF_8);
    }

    private static byte[] readBytes(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("a string of " + length + " bytes on the worker's pipe, expected at most " + most);
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the worker's pipe ended after " + bytes.length + " of " + length + " bytes");
        }
        return bytes;
    }
}
