package dev.colophon.extract;

import dev.colophon.extract.PageFacts.Place;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim.Meaning;
import dev.colophon.model.Region;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** States what {@code <time>} elements say. */
final class TimeElements {
    private TimeElements() {}

    static void read(Document page, PageFacts facts) {
        int position = 1;
        for (Element time : page.getElementsByTag("time")) {
            String name = "time"
                    + (time.className().isEmpty()
                            ? ""
                            : "." + time.className().trim().replace(' ', '.'));
            if (time.hasAttr("datetime")) {
                facts.date(Meaning.UNSPECIFIED, time.attr("datetime"), place(name + "[datetime]", position));
            }
            facts.date(Meaning.UNSPECIFIED, time.text(), place(name, position++));
        }
    }

    private static Place place(String locator, int position) {
        return new Place(ClaimSource.TIME_ELEMENT, locator, Region.UNKNOWN, position);
    }
}
