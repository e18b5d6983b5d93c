package dev.colophon.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** No forked parser can be started: a fault of the machine, which no document is charged with. */
public final class NoParserException extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    private NoParserException(String message, IOException fault) {
        super(message, new IOException(message, fault));
    }

    /**
     * Says what kept it from being started.
     *
     * @param temporary folder for the forked parsers' temporary files
     */
    static NoParserException of(IOException fault, Path temporary) {
        String message = "no parser can be started: " + fault.getMessage() + "; see to it that " + temporary
                + " has room and may be written, and that memory and processes are left for one more";
        return new NoParserException(message, fault);
    }
}
