package dev.colophon.dataset.table;

import dev.colophon.byline.people.Decisions;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.Part;
import dev.colophon.storage.Storage;
import dev.colophon.text.Hashes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The decisions that {@code contributors} was made with: a part beside it, so that each manifest names them by their hash.
 * An archive without decisions has none.
 */
public final class DecisionLedger {
    /** Name of the ledger where a {@link Part} names its table. */
    public static final String TABLE = "decisions";

    private static final String PATH = "_colophon/" + TABLE + "/part-00000.tsv";

    private DecisionLedger() {}

    /** Whether these are the decisions that the archive's contributors were made with. */
    public static boolean isLive(Manifest manifest, Decisions decisions) {
        return manifest.parts(TABLE).equals(parts(decisions));
    }

    private static List<Part> parts(Decisions decisions) {
        byte[] text = bytes(decisions);
        return text.length == 0
                ? List.of()
                : List.of(new Part(TABLE, null, PATH, decisions.size(), text.length, Hashes.sha256Hex(text)));
    }

    private static byte[] bytes(Decisions decisions) {
        return decisions.text().getBytes(StandardCharsets.UTF_8);
    }

    /** Writes the ledger under a run's staging folder; gives no part where nothing was decided. */
    public static List<Part> stage(Storage storage, String staging, Decisions decisions) throws IOException {
        List<Part> parts = parts(decisions);
        for (Part part : parts) {
            storage.write(PartPaths.staged(staging, part.path()), out -> out.write(bytes(decisions)));
        }
        return parts;
    }
}
