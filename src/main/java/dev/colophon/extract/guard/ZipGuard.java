package dev.colophon.extract.guard;

import dev.colophon.model.RejectReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks a document that is a ZIP file and counts, since the sizes that its directory states may lie. */
final class ZipGuard {
    private static final int MOST_ENTRIES = 20_000;

    private ZipGuard() {}

    static Guard.@Nullable Refusal refusal(byte[] body, int ratio) {
        Expansion expansion = new Expansion(body.length, ratio);
        byte[] buffer = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(body))) {
            for (int entries = 0; zip.getNextEntry() != null; entries++) {
                if (entries == MOST_ENTRIES) {
                    String message = "a document of more than " + MOST_ENTRIES + " parts";
                    return new Guard.Refusal(RejectReason.LIMIT_ENTRIES, message);
                }
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    expansion.add(read);
                    Guard.Refusal refusal = expansion.refusal();
                    if (refusal != null) {
                        return refusal;
                    }
                }
            }
            return null;
        } catch (IOException | IllegalArgumentException broken) {
            return null; // the parser says how
        }
    }
}
