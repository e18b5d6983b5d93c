package dev.colophon.date;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DateClaim.Meaning;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A claim with one of the dates that it says, or with the reason why it says none.
 *
 * @param claim the claim
 * @param meaning what the date is, by the claim's place and the words around it
 * @param reading the date; null where none could be read
 * @param rule how it was read, or why not
 * @param trust how much of its weight is left by what other claims say, 0 to 1
 */
record Candidate(DateClaim claim, Meaning meaning, @Nullable DateReading reading, String rule, double trust) {
    private static final String EXCHANGED = "-exchanged";
    private static final String CONFIRMED = "-confirmed";
    private static final String IN_WORDS = "-in-words";

    static Candidate read(DateClaim claim, DateReading reading) {
        return read(claim, meaning(claim, reading), reading);
    }

    /** The first date of {@code 5 June 2025 / Updated 6 June 2025}, whose words say what the other one is. */
    static Candidate unsaid(DateClaim claim, DateReading reading) {
        return read(claim, Meaning.UNSPECIFIED, reading);
    }

    private static Candidate read(DateClaim claim, Meaning meaning, DateReading reading) {
        String rule = claim.source().label() + '.' + label(meaning) + '/' + reading.form();
        return new Candidate(claim, meaning, reading, rule, 1);
    }

    static Candidate refused(DateClaim claim, String reason) {
        return new Candidate(claim, claim.meaning(), null, reason, 1);
    }

    /** The same, refused for what its date is. */
    Candidate refused(String reason) {
        return new Candidate(claim, meaning, null, reason, trust);
    }

    /** The same with day and month exchanged, as other claims show that they have to be. */
    Candidate exchanged() {
        return reading == null
                ? this
                : new Candidate(claim, meaning, reading.exchanged().decided(), rule + EXCHANGED, trust);
    }

    /** The same with its order of day and month as other claims show it. */
    Candidate confirmed() {
        return reading == null ? this : new Candidate(claim, meaning, reading.decided(), rule + CONFIRMED, trust);
    }

    /** The same as a claim of a change, which other claims show it to be. */
    Candidate asModified(String why) {
        return new Candidate(claim, Meaning.MODIFIED, reading, rule + why, trust);
    }

    /** Whether its order of day and month is as other claims show it. */
    boolean isOrderShown() {
        return rule.contains(EXCHANGED) || rule.contains(CONFIRMED);
    }

    /** The same with the trust that is left to a date among the words of a line. */
    Candidate inWords(double left) {
        return doubted(left, IN_WORDS);
    }

    /** Whether the date stands among the words of a line. */
    boolean isInWords() {
        return rule.contains(IN_WORDS);
    }

    /** The same with less trust. */
    Candidate doubted(double left, String why) {
        return new Candidate(claim, meaning, reading, rule + why, trust * left);
    }

    /** Words beside a visible date say more than its place; metadata has only its place. */
    private static Meaning meaning(DateClaim claim, DateReading reading) {
        Meaning said = reading.introduced();
        boolean silent = isWrittenForMachines(claim) && !isMarkedText(claim);
        if (said == null || silent || claim.meaning() == Meaning.CREATED) {
            return claim.meaning();
        }
        return said;
    }

    /** Whether the claim's text is an attribute or value that people do not see. */
    static boolean isWrittenForMachines(DateClaim claim) {
        return switch (claim.source()) {
            case JSON_LD, MICRODATA, RDFA, META, HTTP_HEADER, FILE_METADATA, SIDECAR, RECORD, URL -> true;
            case TIME_ELEMENT, MARKUP, TEXT -> false;
        };
    }

    /** Whether people see nothing of the claim. */
    static boolean isForMachines(DateClaim claim) {
        return isWrittenForMachines(claim) || isAttribute(claim);
    }

    /** Whether the locator ends in an attribute, {@code time[datetime]}, or names a script's value. */
    static boolean isAttribute(DateClaim claim) {
        return claim.source() != ClaimSource.TEXT
                && (claim.locator().endsWith("]") || claim.locator().startsWith("script:"));
    }

    /** Whether the claim may be visible text that microdata or RDFa mark: {@code Updated on 6 June 2025}. */
    private static boolean isMarkedText(DateClaim claim) {
        return claim.source() == ClaimSource.MICRODATA || claim.source() == ClaimSource.RDFA;
    }

    private static String label(Meaning meaning) {
        return switch (meaning) {
            case PUBLISHED -> "published";
            case MODIFIED -> "modified";
            case AS_OF -> "as-of";
            case CREATED -> "created";
            case UNSPECIFIED -> "unspecified";
        };
    }

    boolean isModified() {
        return meaning == Meaning.MODIFIED;
    }

    boolean isFrom(ClaimSource source) {
        return claim.source() == source;
    }

    /** The day; null where none is known. */
    @Nullable
    LocalDate day() {
        return reading == null || !reading.hasDay() ? null : reading.day();
    }
}
