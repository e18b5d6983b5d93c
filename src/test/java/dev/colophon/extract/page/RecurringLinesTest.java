package dev.colophon.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Block;
import dev.colophon.model.BlockKind;
import dev.colophon.pipeline.MetadataLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class RecurringLinesTest {
    private static final String NOTICE = "This report first stood in the free weekly of the three valleys.";

    private static PageOutline page(String subject) {
        String paragraph = "<p>The " + subject
                + " has been the talk of the valley since the first day of spring, and those who" + " keep the "
                + subject + " say, with some pride, that they have never seen the like of it.</p>";
        return PageOutline.withHidden(
                Jsoup.parse("<html><body><nav><ul><li>Home</li><li>Valley</li></ul></nav><article><h1>The "
                                + subject + "</h1>" + paragraph + "<p>" + NOTICE + "</p>"
                                + paragraph.replace("spring", "autumn")
                                + "</article></body></html>")
                        .body());
    }

    private static String text(PageOutline page, List<PageOutline> site) {
        SiteSurvey survey = new SiteSurvey(12);
        for (int i = 0; i < site.size(); i++) {
            survey.add(PageSketch.of(site.get(i)).at("https://valley.example/" + i));
        }
        PageHints hints = new PageHints("https://valley.example/0", Set.of(), null, List.of(), null);
        return new MainTextFinder(new MetadataLines(), BlockModel.shipped())
                .find(page, hints, Objects.requireNonNull(survey.profile())).blocks().stream()
                        .filter(block -> block.kind() == BlockKind.BODY)
                        .map(Block::text)
                        .collect(Collectors.joining("\n"));
    }

    @Test
    void aLineThatTheSitesOtherPagesHaveTooIsNoText() {
        List<PageOutline> site = new ArrayList<>();
        for (String subject : List.of("bridge", "orchard", "windmill", "chapel")) {
            site.add(page(subject));
        }
        assertThat(text(site.get(0), site))
                .contains("The bridge has been", "day of autumn")
                .doesNotContain(NOTICE);
    }

    @Test
    void aLineThatOneOtherPageHasIsText() {
        PageOutline other = PageOutline.withHidden(
                Jsoup.parse("<article><h1>Ferry</h1><p>The ferry runs on Sundays, too.</p></article>")
                        .body());
        assertThat(text(page("bridge"), List.of(page("bridge"), page("orchard"), other)))
                .contains("The bridge has been", NOTICE);
    }
}
