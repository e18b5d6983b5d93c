package dev.colophon.dedup;

import dev.colophon.model.Fingerprint;
import dev.colophon.text.Hashes;

/** Computes what a text is recognised by. Thread-safe. */
public final class Fingerprints {
    private Fingerprints() {}

    /**
     * The fingerprint of a main text, over its {@link NormalText normal form}: two texts that differ in case, white
     * space or canonically equivalent characters have the same. The script of each word, and no language, decides how
     * it is cut, so that a language that was told wrongly cannot keep two copies apart.
     *
     * @param text the text; an empty one has neither hash
     */
    public static Fingerprint of(String text) {
        String normal = NormalText.of(text);
        return normal.isEmpty()
                ? new Fingerprint(null, null)
                : new Fingerprint(Hashes.sha256Hex(normal), MinHashes.of(Shingles.of(normal)));
    }
}
