package dev.colophon.extract;

import dev.colophon.extract.page.PageSketch;
import dev.colophon.model.DateClaim;
import dev.colophon.model.NameClaim;
import dev.colophon.model.ShownLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a page can be compared with other pages of its site.
 *
 * @param sketch its lines and places
 * @param dates its claims of dates
 * @param declaredLanguage the language that it declares; null where it declares none
 * @param names its claims of names
 * @param lines its short lines
 */
public record SurveyedPage(
        PageSketch sketch,
        List<DateClaim> dates,
        @Nullable String declaredLanguage,
        List<NameClaim> names,
        List<ShownLine> lines) {
    public SurveyedPage {
        dates = List.copyOf(dates);
        names = List.copyOf(names);
        lines = List.copyOf(lines);
    }
}
