package dev.colophon.model;

import org.jspecify.annotations.Nullable;

/**
 * Tells lines of metadata from lines of text. Extraction asks it; the date and byline packages know the answer.
 * Implementations are thread-safe and take time linear in the line.
 */
public interface LineClassifier {
    /** Whether the line is a date, alone or with words that introduce it: {@code Updated: 5 June 2025, 11:45}. */
    boolean isDateLine(String line);

    /** Whether the line mentions a day, among whatever words: {@code BERLIN, 5 June 2025 – The council}. */
    boolean holdsDate(String line);

    /**
     * Whether the line says how many hours, days or weeks ago something was, alone or beside a name:
     * {@code 2 hours ago by Ida Holm}.
     */
    default boolean saysAge(String line) {
        return false;
    }

    /** Whether the line is a byline: {@code | Edited By: Avra Chattopadhyay}. */
    boolean isBylineLine(String line);

    /** Whether a line is a byline, or a date and a byline. */
    default boolean holdsByline(String line) {
        return isBylineLine(line);
    }

    /**
     * The words at the end of a caption that credit who made the picture, {@code Photo: Ann Lee}; null where none do for
     * sure.
     */
    default @Nullable String pictureCredit(String end) {
        return null;
    }

    /** Whether the line is somebody's name and nothing else: {@code Avra Chattopadhyay}. */
    boolean isNameLine(String line);

    /**
     * Whether the line is who signed a text and nothing else: one name or several, perhaps with a town or a job:
     * {@code Ann Lee and Tom Berg}, {@code — Ann Lee}, {@code Ann Lee, London}.
     */
    default boolean isSignature(String line) {
        return isNameLine(line);
    }
}
