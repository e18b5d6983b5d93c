package dev.colophon.model;

/**
 * A short line that a reader of a page sees.
 *
 * @param place 64-bit key of where it stands: equal on pages of one template
 * @param text as shown, white space collapsed
 */
public record ShownLine(long place, String text) {}
