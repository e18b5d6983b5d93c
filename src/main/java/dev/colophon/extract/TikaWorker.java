package dev.colophon.extract;

import dev.colophon.model.RejectReason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;

/**
 * A process that reads documents with Tika, one after the other, as {@link WorkerProtocol} says: requests on standard
 * input, replies on standard output. It ends when its standard input does, also in the middle of a document, and so never
 * outlives the process that started it.
 */
public final class TikaWorker {
    /** Exit code of a JVM that {@code -XX:+ExitOnOutOfMemoryError} ends. */
    static final int EXIT_OUT_OF_MEMORY = 3;

    private static final int EXIT_BROKEN_PIPE = 4;

    private TikaWorker() {}

    /**
     * {@code TikaWorker OUTPUT_CHARS PARSERS}: the most characters of text that a document may have, and whether to tell at
     * once which parsers there are.
     */
    public static void main(String[] args) throws Exception {
        DataOutputStream replies =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        // Parsers that print must not write into the replies.
        System.setOut(System.err);
        NoNetwork.enforce();
        TikaParse parse = new TikaParse(Integer.parseInt(args[0]));
        SynchronousQueue<WorkerRequest> requests = new SynchronousQueue<>();
        Thread reader = new Thread(() -> receive(requests), "requests");
        reader.setDaemon(true);
        reader.start();
        ParserGuard.enforce();
        System.err.print(WorkerProcess.READY);
        System.err.flush();
        WorkerProtocol.writeHello(
                replies, Boolean.parseBoolean(args[1]) ? parse.all().classes() : Map.of());
        while (true) {
            WorkerProtocol.write(replies, answer(parse, requests.take()));
        }
    }

    private static void receive(SynchronousQueue<WorkerRequest> requests) {
        try {
            DataInputStream in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
            while (true) {
                requests.put(WorkerProtocol.readRequest(in));
            }
        } catch (EOFException parentIsGone) {
            ParserGuard.halt(0);
        } catch (IOException | InterruptedException broken) {
            ParserGuard.halt(EXIT_BROKEN_PIPE);
        }
    }

    private static WorkerReply answer(TikaParse parse, WorkerRequest request) {
        try {
            return parse.parse(request);
        } catch (OutOfMemoryError exhausted) {
            // Thrown by hand or for direct memory, where the JVM's own switch does not act.
            ParserGuard.halt(EXIT_OUT_OF_MEMORY);
            throw exhausted;
        } catch (StackOverflowError tooDeep) {
            return new WorkerReply.Refused(RejectReason.LIMIT_DEPTH, "nested too deeply for the parser");
        } catch (Throwable fault) {
            return ParseFaults.refusal(fault, request.mediaType());
        } finally {
            // A parser that interrupts its thread must not keep the next document from being fetched.
            Thread.interrupted();
        }
    }
}
