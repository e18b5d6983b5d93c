package dev.colophon.date;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.DateClaim.Meaning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the claims of one page. Many say the same, the markup and its line above all, and are read once. */
final class ClaimReader {
    /** What is left of the weight of a date among words: most are those of what the text tells. */
    private static final double MENTION = 0.45;

    /** The same where the words are as few as those of a byline or a rubric. */
    private static final double BESIDE_FEW_WORDS = 0.85;

    private static final int FEW_WORDS = 3;

    private final ReadingHints hints;
    private final ReadingHints forMachinesHints;
    private final Map<String, DateReader.Result> stated = new HashMap<>();
    private final Map<String, DateReader.Result> shown = new HashMap<>();
    private final Map<String, Double> trusts = new HashMap<>();

    ClaimReader(ReadingHints hints) {
        this.hints = hints.forMachines(false);
        this.forMachinesHints = hints.forMachines(true);
    }

    /** The dates that a claim says, each with what it is taken for; else one candidate with the reason why it says none. */
    List<Candidate> read(DateClaim claim) {
        boolean forMachines = Candidate.isForMachines(claim);
        DateReader.Result result = forMachines
                ? stated.computeIfAbsent(
                        claim.raw(), raw -> DateReader.read(PdfDates.orText(UrlDates.orText(raw)), forMachinesHints))
                : shown.computeIfAbsent(claim.raw(), raw -> DateReader.read(UrlDates.orText(raw), hints));
        String refusal = result.refusal();
        if (refusal != null) {
            DateReading relative = forMachines ? null : RelativeDates.read(claim.raw(), hints);
            return List.of(relative == null ? Candidate.refused(claim, refusal) : Candidate.read(claim, relative));
        }
        double trust = trust(claim);
        return result.dates().stream()
                .map(reading -> reading.certainty() <= DateReading.OF_ANOTHER
                        ? Candidate.refused(claim, "of-something-else")
                        : saysOfAnother(claim, reading, result.dates())
                                ? Candidate.unsaid(claim, reading)
                                : Candidate.read(claim, reading))
                .map(candidate -> trust < 1 && candidate.reading() != null ? candidate.inWords(trust) : candidate)
                .toList();
    }

    /** Whether the words that make the claim one of a change or of publication belong to another of its dates. */
    private static boolean saysOfAnother(DateClaim claim, DateReading reading, List<DateReading> all) {
        boolean said = claim.meaning() == Meaning.MODIFIED || claim.meaning() == Meaning.PUBLISHED;
        return said
                && claim.source() == ClaimSource.TEXT
                && reading.introduced() == null
                && all.stream().anyMatch(other -> other.introduced() == claim.meaning());
    }

    private double trust(DateClaim claim) {
        return claim.source() == ClaimSource.TEXT ? trusts.computeIfAbsent(claim.raw(), ClaimReader::trust) : 1;
    }

    private static double trust(String line) {
        if (DateLines.isSetOff(line)) {
            return 1;
        }
        return DateLines.otherWords(line) <= FEW_WORDS ? BESIDE_FEW_WORDS : MENTION;
    }
}
