package dev.colophon.dataset.lease;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who holds a lease.
 *
 * @param id differs for every lease
 * @param host name of the machine
 * @param pid number of the process
 * @param processStarted when it began; null where the system does not tell
 * @param purpose what for, in words: {@code run nightly}
 */
public record Owner(
        String id, String host, long pid, @Nullable Instant processStarted, String purpose) {
    private static final Path LINUX_HOST_NAME = Path.of("/proc/sys/kernel/hostname");

    /** This process. */
    public static Owner ofThisProcess(String purpose) {
        ProcessHandle process = ProcessHandle.current();
        return new Owner(
                UUID.randomUUID().toString(),
                hostName(),
                process.pid(),
                process.info().startInstant().orElse(null),
                purpose);
    }

    /** As a message names it: {@code 'run nightly', process 4711 on build-3}. */
    String words() {
        return "'" + purpose + "', process " + pid + " on " + host;
    }

    /** The kernel's own word first: asking for the local address may wait for a name server. */
    private static String hostName() {
        try {
            return Files.readString(LINUX_HOST_NAME).strip();
        } catch (IOException notLinux) {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException unnamed) {
                return "localhost";
            }
        }
    }
}
