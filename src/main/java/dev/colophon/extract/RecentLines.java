package dev.colophon.extract;

import dev.colophon.model.LineClassifier;
import dev.colophon.text.Recent;

/**
 * Asks another classifier, and remembers what it said lately: the main text and the metadata of a page ask about the same
 * lines, and the pages of a site have many in common. Thread-safe where the other is.
 */
final class RecentLines implements LineClassifier {
    private static final int LINES = 1 << 10;

    private final Recent<Boolean> dates;
    private final Recent<Boolean> mentions;
    private final Recent<Boolean> bylines;
    private final Recent<Boolean> names;

    RecentLines(LineClassifier lines) {
        this.dates = new Recent<>(LINES, lines::isDateLine);
        this.mentions = new Recent<>(LINES, lines::holdsDate);
        this.bylines = new Recent<>(LINES, lines::isBylineLine);
        this.names = new Recent<>(LINES, lines::isNameLine);
    }

    @Override
    public boolean isDateLine(String line) {
        return dates.of(line);
    }

    @Override
    public boolean holdsDate(String line) {
        return mentions.of(line);
    }

    @Override
    public boolean isBylineLine(String line) {
        return bylines.of(line);
    }

    @Override
    public boolean isNameLine(String line) {
        return names.of(line);
    }
}
