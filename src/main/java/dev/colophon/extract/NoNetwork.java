package dev.colophon.extract;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the network from this JVM for good: sockets, channels and addresses of the web. A document that names an address must
 * not make a parser go there. The operating system's own wall, where there is one, is {@link NetworkNamespace}.
 */
final class NoNetwork {
    private static final Set<String> REMOTE = Set.of("http", "https", "ftp", "mailto");
    static final String REFUSAL = "documents are read without a network";

    private NoNetwork() {}

    /** Once in the life of a JVM, before anything else asks for a socket. */
    @SuppressWarnings("deprecation") // nothing else reaches sockets that others make
    static void enforce() throws IOException {
        System.setProperty("java.nio.channels.spi.SelectorProvider", NoChannels.class.getName());
        Socket.setSocketImplFactory(() -> {
            throw new UnsupportedOperationException(REFUSAL);
        });
        ServerSocket.setSocketFactory(() -> {
            throw new UnsupportedOperationException(REFUSAL);
        });
        DatagramSocket.setDatagramSocketImplFactory(() -> {
            throw new UnsupportedOperationException(REFUSAL);
        });
        URL.setURLStreamHandlerFactory(NoNetwork::handler);
    }

    private static @Nullable URLStreamHandler handler(String protocol) {
        return REMOTE.contains(protocol) ? new Refusing() : null;
    }

    /** Addresses can still be written and compared. */
    private static final class Refusing extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL address) throws IOException {
            throw new SocketException(REFUSAL);
        }
    }
}
