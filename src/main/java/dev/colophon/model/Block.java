package dev.colophon.model;

/**
 * A paragraph, heading, list item, quote or table of a document.
 *
 * @param kind what it is to the reader
 * @param text its text, white space normalised, line breaks kept where they carry meaning; never empty
 */
public record Block(BlockKind kind, String text) {}
