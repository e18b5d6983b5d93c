package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.extract.page.PageOutline;
import dev.colophon.extract.page.PageSketch;
import dev.colophon.extract.page.SiteProfile;
import dev.colophon.extract.page.SiteSurvey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What a shard gives to the survey of its sites, in bounded memory. */
class ShardSurveysTest {
    private static final int PAGES = 4;
    private static final List<String> SUBJECTS = List.of("heron", "ferry", "silt", "heron", "wind", "nets", "seal");

    private static PageSketch page(String site, String subject) {
        return PageSketch.of(PageOutline.of(Jsoup.parse("<nav>Home of " + site + "</nav><h1>The " + subject
                                + "</h1><p>Everyone speaks of the " + subject + ".</p><footer>All of " + site
                                + "</footer>")
                        .body()))
                .at(site + "/" + subject);
    }

    /** The profiles of what is taken from pages of several sites, in turn, with repeats. */
    private static Map<String, List<SiteProfile.Fact>> profiles(ShardSurveys surveys) {
        Map<String, SiteSurvey> learned = new TreeMap<>();
        for (String subject : SUBJECTS) {
            for (String site : List.of("coast.example", "dunes.example", "polder.example")) {
                byte[] taken = surveys.wants(site) ? surveys.take(site, page(site, subject)) : null;
                if (taken != null) {
                    learned.computeIfAbsent(site, name -> new SiteSurvey(PAGES)).add(PageSketch.of(taken));
                }
            }
        }
        Map<String, List<SiteProfile.Fact>> profiles = new TreeMap<>();
        learned.forEach((site, survey) -> profiles.put(
                site, new ArrayList<>(Objects.requireNonNull(survey.profile()).facts())));
        return profiles;
    }

    @Test
    void surveysThatBeginAnewTeachTheSame() {
        assertThat(profiles(new ShardSurveys(PAGES, 0))).isEqualTo(profiles(new ShardSurveys(PAGES)));
    }

    @Test
    void aSiteThatHasGivenEnoughGivesNoMore() {
        ShardSurveys surveys = new ShardSurveys(2);
        assertThat(surveys.take("coast.example", page("coast.example", "heron")))
                .isNotNull();
        assertThat(surveys.take("coast.example", page("coast.example", "heron")))
                .isNull();
        assertThat(surveys.wants("coast.example")).isTrue();
        assertThat(surveys.take("coast.example", page("coast.example", "ferry")))
                .isNotNull();
        assertThat(surveys.wants("coast.example")).isFalse();
        assertThat(surveys.wants("dunes.example")).isTrue();
    }

    @Test
    void sitesWithoutNumberHoldNoMoreThanTheyMay() {
        ShardSurveys surveys = new ShardSurveys(PAGES, 20_000);
        long most = 0;
        for (int i = 0; i < 500; i++) {
            String site = "site-" + i + ".example";
            surveys.take(site, page(site, "heron"));
            most = Math.max(most, surveys.held());
        }
        assertThat(most).isBetween(20_000L, 21_000L);
    }
}
