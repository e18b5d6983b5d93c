package dev.colophon.extract;

import dev.colophon.byline.BylineInterpreter;
import dev.colophon.date.DateInterpreter;
import dev.colophon.model.LineClassifier;

/** Knows dates and bylines as the pipeline does. */
public final class KnownLines implements LineClassifier {
    @Override
    public boolean isDateLine(String line) {
        return DateInterpreter.isDateLine(line);
    }

    @Override
    public boolean holdsDate(String line) {
        return DateInterpreter.holdsDate(line);
    }

    @Override
    public boolean isBylineLine(String line) {
        return BylineInterpreter.isBylineLine(line);
    }
}
