package dev.colophon.byline.people;

/**
 * What was found when two names were compared.
 *
 * @param verdict whether they are one person
 * @param score how much speaks for it, 0 to 1, in steps of 0.05
 * @param reason the evidence in words: {@code initials that fit; one publisher}
 */
public record Finding(Verdict verdict, double score, String reason) {}
