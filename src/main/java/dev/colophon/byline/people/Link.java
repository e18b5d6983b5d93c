package dev.colophon.byline.people;

/**
 * Two contributors who are, or may be, one person.
 *
 * @param one the id that comes first
 * @param other the other id
 * @param finding what was found
 */
public record Link(String one, String other, Finding finding) {}
