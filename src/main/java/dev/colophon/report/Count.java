package dev.colophon.report;

/**
 * How many there are of something.
 *
 * @param label what, as it stands in the data; may come from any page
 * @param count how many
 */
public record Count(String label, long count) {}
