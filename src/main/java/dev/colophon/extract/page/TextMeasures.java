package dev.colophon.extract.page;

/**
 * What can be counted of a block's text.
 *
 * @param weight letters and digits, an ideograph counting for several: comparable between scripts
 * @param linkWeight the part of the weight that is link text
 * @param strongWeight the part of the weight that stands in {@code b} or {@code strong}
 * @param words words; in scripts without spaces between words every letter counts as one
 * @param digits decimal digits of any script
 * @param capitals upper-case and title-case letters
 * @param commas commas of any script
 * @param sentenceMarks ends of sentences; a point inside a number or an address is none, a row of marks is one
 * @param lineBreaks line breaks that the text keeps
 */
public record TextMeasures(
        int weight,
        int linkWeight,
        int strongWeight,
        int words,
        int digits,
        int capitals,
        int commas,
        int sentenceMarks,
        int lineBreaks) {}
