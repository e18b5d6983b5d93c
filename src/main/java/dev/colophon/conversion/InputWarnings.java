package dev.colophon.conversion;

import dev.colophon.source.Inputs;
import java.util.ArrayList;
import java.util.List;

/** What a user should know of the places where a job looks for inputs. */
public final class InputWarnings {
    private InputWarnings() {}

    /** A sentence for each path without inputs, and for each archive and each folder that was passed over. */
    public static List<String> of(Inputs inputs) {
        List<String> warnings = new ArrayList<>();
        inputs.unmatched().forEach(path -> warnings.add("no input lies under " + path));
        inputs.archives()
                .forEach(folder -> warnings.add(folder + " is an archive of Colophon's: no input, passed over"));
        inputs.denied()
                .forEach(folder -> warnings.add(folder + " may not be looked into: permission denied, passed over"));
        return warnings;
    }
}
