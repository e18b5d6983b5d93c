package dev.colophon.extract;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Does what its document says, and documents of its type say nothing good. Workers find it on the tests' class path. */
public final class MisbehavingParser implements Parser {
    private static final long serialVersionUID = 1L;
    private static final AtomicInteger COUNT = new AtomicInteger();

    static final String TYPE = "application/x-colophon-misbehaving";

    /** A document that makes a worker misbehave; its first byte keeps it from being taken for text. */
    static byte[] document(String deed) {
        return ("\0\1\2" + deed).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of(MediaType.parse(TYPE));
    }

    @Override
    @SuppressWarnings("removal") // what a guard refuses
    public void parse(InputStream in, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException {
        String deed = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).substring(3);
        int space = deed.indexOf(' ');
        String object = deed.substring(space + 1);
        switch (space < 0 ? deed : deed.substring(0, space)) {
            case "hang" -> hang();
            case "busy" -> turn();
            case "exit" -> Runtime.getRuntime().halt(7);
            case "memory" -> exhaust();
            case "interrupt" -> {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted by itself");
            }
            case "lack" -> throw new IOException("/tmp/parts: " + object);
            case "depth" -> recurse(1);
            case "long" -> speak(handler, metadata, "word ".repeat(100_000));
            case "socket", "channel", "address" -> call(deed.substring(0, space), Integer.parseInt(object));
            case "read" -> speak(handler, metadata, Files.readString(Path.of(object)));
            case "write" -> Files.writeString(Path.of(object), "written");
            case "link" -> Files.createSymbolicLink(Path.of(object + "-link"), Path.of(object));
            case "delete" -> Files.delete(Path.of(object));
            case "start" -> new ProcessBuilder("touch", object).start();
            case "unguard" -> System.setSecurityManager(null);
            case "reply" -> new FileOutputStream(FileDescriptor.out).write(object.getBytes(StandardCharsets.UTF_8));
            case "name" ->
                speak(handler, metadata, InetAddress.getByName(object).getHostAddress());
            case "kill" -> ProcessHandle.current().parent().ifPresent(ProcessHandle::destroyForcibly);
            case "count" -> speak(handler, metadata, Integer.toString(COUNT.incrementAndGet()));
            case "exists" -> speak(handler, metadata, Boolean.toString(new File(object).exists()));
            case "environment" ->
                speak(
                        handler,
                        metadata,
                        String.join(" ", new TreeSet<>(System.getenv().keySet())));
            case "temporary" -> speak(handler, metadata, temporary());
            default -> {
                System.out.println("a parser that prints " + deed);
                speak(handler, metadata, deed);
            }
        }
    }

    private static void speak(ContentHandler handler, Metadata metadata, String words) throws SAXException {
        XHTMLContentHandler xhtml = new XHTMLContentHandler(handler, metadata);
        xhtml.startDocument();
        xhtml.element("p", words);
        xhtml.endDocument();
    }

    private static String temporary() throws IOException {
        Path folder = Files.createTempDirectory("parts");
        Path file = Files.writeString(folder.resolve("part"), "of its own");
        String read = Files.readString(file);
        Files.delete(file);
        Files.delete(folder);
        return read;
    }

    private static void call(String how, int port) throws IOException {
        switch (how) {
            case "socket" -> new Socket(InetAddress.getLoopbackAddress(), port).close();
            case "channel" ->
                SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                        .close();
            default -> new URL("http://127.0.0.1:" + port + "/").openStream().close();
        }
    }

    private static void hang() throws IOException {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stop) {
            throw new IOException(stop);
        }
    }

    private static void turn() {
        long turns = 0;
        while (turns >= 0) {
            turns++;
        }
    }

    private static void exhaust() {
        List<byte[]> all = new ArrayList<>();
        while (all.size() < Integer.MAX_VALUE) {
            all.add(new byte[1 << 20]);
        }
    }

    private static int recurse(int depth) {
        return depth == Integer.MIN_VALUE ? depth : recurse(depth + 1) + 1;
    }
}
