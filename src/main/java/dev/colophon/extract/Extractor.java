package dev.colophon.extract;

import dev.colophon.model.Capture;
import dev.colophon.model.Extraction;

/** Reads the text and the claims of one capture. Implementations are thread-safe. */
public interface Extractor {
    /**
     * What the capture says.
     *
     * @throws ExtractionException where it cannot be read, with the reason
     */
    Extraction extract(Capture capture) throws ExtractionException;
}
