package dev.colophon.dedup;

import dev.colophon.model.Fingerprint;
import dev.colophon.text.Hashes;
import org.jspecify.annotations.Nullable;

/** Computes what a text is recognised by. Thread-safe. */
public final class Fingerprints {
    private Fingerprints() {}

    /**
     * The fingerprint of a main text, over its {@link NormalText normal form}: two texts that differ in case, white space
     * or canonically equivalent characters have the same.
     *
     * @param text the text; an empty one has neither hash
     * @param language BCP-47 tag; null where unknown. Not looked at at present: the script of each word decides how it is
     *     cut, so that a wrong language cannot keep two copies apart.
     */
    public static Fingerprint of(String text, @Nullable String language) {
        String normal = NormalText.of(text);
        return normal.isEmpty()
                ? new Fingerprint(null, null)
                : new Fingerprint(Hashes.sha256Hex(normal), MinHashes.of(Shingles.of(normal)));
    }
}
