package dev.colophon.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.tika.detect.Detector;
import org.apache.tika.detect.zip.DefaultZipContainerDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;

/**
 * Tells in little time whether Tika's detectors of containers could change a type that the first bytes have told. Each of them
 * looks for certain first bytes before anything else.
 */
final class Containers {
    private static final Set<String> DETECTORS = Set.of(
            "org.apache.tika.mime.MimeTypes",
            "org.apache.tika.detect.apple.BPListDetector",
            "org.apache.tika.detect.zip.DefaultZipContainerDetector",
            "org.apache.tika.detect.MatroskaDetector",
            "org.apache.tika.detect.microsoft.POIFSContainerDetector",
            "org.apache.tika.detect.ole.MiscOLEDetector",
            "org.apache.tika.detect.gzip.GZipSpecializationDetector",
            "org.gagravarr.tika.OggDetector");

    private static final List<byte[]> BEGINNINGS =
            List.of(ascii("bplist"), ascii("PK"), hex("1a45dfa3"), hex("d0cf11e0a1b11ae1"), hex("1f8b"), ascii("OggS"));

    /** No packed stream begins so, and no archive but a {@link #isTar tar} of a file that is called so. */
    private static final List<byte[]> NO_CONTAINERS = List.of(ascii("<?xml"), ascii("%PDF-"), ascii("{\\rtf"));

    private static final byte[] TAR_MAGIC = ascii("ustar");
    private static final int TAR_MAGIC_AT = 257;

    private Containers() {}

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    /** Whether the detector is one that this class has been written for. */
    static boolean knows(Class<? extends Detector> detector) {
        return DETECTORS.contains(detector.getName());
    }

    /** Whether they certainly leave the type as it is. The stream stands where it stood. */
    static boolean leave(String type, byte[] body, TikaInputStream in, Metadata metadata) throws IOException {
        if (BEGINNINGS.stream().anyMatch(beginning -> beginsWith(body, beginning))) {
            return false;
        }
        if (NO_CONTAINERS.stream().anyMatch(beginning -> beginsWith(body, beginning)) && !isTar(body)) {
            return true;
        }
        // That of ZIP tells other archives and packed streams, too, of which some have no certain first bytes.
        MediaType found = new DefaultZipContainerDetector(List.of()).detect(in, metadata);
        return found.equals(MediaType.OCTET_STREAM) || found.toString().equals(type);
    }

    private static boolean isTar(byte[] body) {
        return holds(body, TAR_MAGIC_AT, TAR_MAGIC);
    }

    private static boolean beginsWith(byte[] body, byte[] beginning) {
        return holds(body, 0, beginning);
    }

    private static boolean holds(byte[] body, int at, byte[] part) {
        for (int i = 0; i < part.length; i++) {
            if (at + i >= body.length || body[at + i] != part[i]) {
                return false;
            }
        }
        return true;
    }
}
