package dev.colophon.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands before an HTTP server and disturbs every so many requests, one way after the other: an error of the server, a
 * connection that breaks before or in the middle of the reply, a delay, and a reply that is lost although the request was
 * carried out.
 */
public final class FaultyProxy implements AutoCloseable {
    private enum Fault {
        INTERNAL_ERROR,
        SLOW_DOWN,
        RESET,
        LOST_REPLY,
        CUT_REPLY,
        DELAY
    }

    private final ServerSocket server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool(FaultyProxy::daemon);
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();
    private final int target;
    private final int every;

    /** @param every requests to a disturbed one */
    public FaultyProxy(int target, int every) throws IOException {
        this.target = target;
        this.every = every;
        threads.execute(this::accept);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "faulty-proxy");
        thread.setDaemon(true);
        return thread;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Requests that were disturbed so far. */
    public int faults() {
        return faults.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            byte[] request = request(client);
            if (request != null) {
                serve(request, client.getOutputStream());
            }
        } catch (IOException | InterruptedException broken) {
            return; // the client has gone, as clients do
        }
    }

    private void serve(byte[] request, OutputStream reply) throws IOException, InterruptedException {
        boolean disturbed = requests.incrementAndGet() % every == 0;
        Fault fault = disturbed ? Fault.values()[faults.getAndIncrement() % Fault.values().length] : null;
        if (fault == Fault.INTERNAL_ERROR || fault == Fault.SLOW_DOWN) {
            String status = fault == Fault.SLOW_DOWN ? "503 Slow Down" : "500 Internal Server Error";
            reply.write(
                    ("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
            return;
        }
        if (fault == Fault.RESET) {
            return;
        }
        if (fault == Fault.DELAY) {
            Thread.sleep(300);
        }
        byte[] answer = forward(request);
        int length = fault == Fault.LOST_REPLY ? 0 : fault == Fault.CUT_REPLY ? midBody(answer) : answer.length;
        reply.write(answer, 0, length);
    }

    private static int midBody(byte[] answer) {
        int body = new String(answer, ISO_8859_1).indexOf("\r\n\r\n") + 4;
        return body + (answer.length - body) / 2;
    }

    private byte[] forward(byte[] request) throws IOException {
        try (Socket upstream = new Socket(InetAddress.getLoopbackAddress(), target)) {
            upstream.getOutputStream().write(request);
            return upstream.getInputStream().readAllBytes();
        }
    }

    /** A whole request, told to be the last of its connection; null where the client sends none. */
    private static byte @Nullable [] request(Socket client) throws IOException {
        InputStream in = client.getInputStream();
        String head = head(in);
        if (head == null) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        int length = 0;
        for (String line : head.split("\r\n", -1)) {
            String lower = line.toLowerCase(Locale.ROOT);
            if (lower.startsWith("expect:")) {
                client.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
            } else if (!lower.startsWith("connection:") && !line.isEmpty()) {
                length = lower.startsWith("content-length:")
                        ? Integer.parseInt(line.substring(15).strip())
                        : length;
                out.append(line).append("\r\n");
            }
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.write(out.append("Connection: close\r\n\r\n").toString().getBytes(ISO_8859_1));
        request.write(in.readNBytes(length));
        return request.toByteArray();
    }

    private static @Nullable String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            int unit = in.read();
            if (unit < 0) {
                return null;
            }
            head.append((char) unit);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
