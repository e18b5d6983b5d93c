package dev.colophon.byline;

import dev.colophon.model.InnerCredit;
import dev.colophon.model.InnerCredit.Part;
import dev.colophon.model.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom a line credits among other words, by what part of an article they are. */
final class InnerCredits {
    /** Longer lines are no captions. */
    private static final int CAPTION = 200;

    private InnerCredits() {}

    static List<InnerCredit> of(String words, Part part) {
        return switch (part) {
            case BEGINNING -> agency(Datelines.agency(words));
            case PARAGRAPH -> inParagraph(words);
            case END -> {
                List<InnerCredit> credits = inParagraph(words);
                yield credits.isEmpty() ? agency(Datelines.closing(words)) : credits;
            }
            case CAPTION -> CaptionCredits.of(words);
            case CREDIT -> CaptionCredits.ofWhole(words);
        };
    }

    private static List<InnerCredit> inParagraph(String words) {
        List<InnerCredit> credits = SignOffs.of(words);
        return credits.isEmpty() && words.length() <= CAPTION ? CaptionCredits.ofLine(words) : credits;
    }

    private static List<InnerCredit> agency(@Nullable String name) {
        return name == null ? List.of() : List.of(new InnerCredit(Role.AGENCY, name));
    }
}
