package dev.colophon.extract.page;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The marks by which headings and signatures link to themselves or to their source: {@code Options ¶}, {@code close()[source]}. */
final class LinkMarks {
    private static final List<String> MARKS = marks();

    private LinkMarks() {}

    private static List<String> marks() {
        InputStream table = Objects.requireNonNull(
                LinkMarks.class.getResourceAsStream("link-marks.txt"), "the table of marks is part of the jar");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("the table of marks cannot be read", broken);
        }
    }

    /** A block's text without the marks that end it; empty where it is nothing else. */
    static String drop(PageBlock block, String text) {
        String rest = text;
        boolean marked = block.area().closest("pre") == null;
        while (marked) {
            String before = rest;
            for (String mark : MARKS) {
                rest = rest.endsWith(mark)
                        ? rest.substring(0, rest.length() - mark.length()).stripTrailing()
                        : rest;
            }
            marked = rest.length() < before.length();
        }
        return rest;
    }
}
