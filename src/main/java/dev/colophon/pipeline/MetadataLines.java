package dev.colophon.pipeline;

import dev.colophon.byline.BylineInterpreter;
import dev.colophon.date.DateInterpreter;
import dev.colophon.model.LineClassifier;
import org.jspecify.annotations.Nullable;

/** What dates and bylines look like, told to the extractors by those who know. Thread-safe. */
public final class MetadataLines implements LineClassifier {
    @Override
    public boolean isDateLine(String line) {
        return DateInterpreter.isDateLine(line);
    }

    @Override
    public boolean holdsDate(String line) {
        return DateInterpreter.holdsDate(line);
    }

    @Override
    public boolean saysAge(String line) {
        return DateInterpreter.saysAge(line, BylineInterpreter.holdsByline(line));
    }

    @Override
    public boolean isBylineLine(String line) {
        return BylineInterpreter.isBylineLine(line);
    }

    @Override
    public boolean holdsByline(String line) {
        return BylineInterpreter.holdsByline(line);
    }

    @Override
    public @Nullable String pictureCredit(String end) {
        return BylineInterpreter.pictureCredit(end);
    }

    @Override
    public boolean isNameLine(String line) {
        return BylineInterpreter.isNameLine(line);
    }

    @Override
    public boolean isSignature(String line) {
        return BylineInterpreter.isSignature(line);
    }
}
