package dev.colophon.model;

/**
 * The rules that made a row. They are counted up by hand where behaviour changes.
 *
 * @param pipeline the whole
 * @param extractor text, title and claims
 * @param dateRules the reading and ranking of dates
 * @param nameRules the reading of bylines and names
 * @param settingsSha256 hash of every setting that can change a row, lower-case hex
 */
public record Versions(int pipeline, int extractor, int dateRules, int nameRules, String settingsSha256) {}
