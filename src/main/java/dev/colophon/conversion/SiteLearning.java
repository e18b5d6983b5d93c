package dev.colophon.conversion;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.table.SiteFact;
import dev.colophon.dataset.table.SiteLedger;
import dev.colophon.dataset.table.SurveyedPages;
import dev.colophon.extract.page.PageSketch;
import dev.colophon.extract.page.SiteProfile;
import dev.colophon.extract.page.SiteSurvey;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes profiles of the sites of each batch out of its surveyed shards: what the batch knows already stays as it is, and
 * new sites join it. Repeats give the same bytes, so that a restart finds what it staged shards with.
 */
final class SiteLearning {
    private final ConversionRun run;

    SiteLearning(ConversionRun run) {
        this.run = run;
    }

    void learn() throws IOException {
        if (run.sites().areOn()) {
            for (String batch : run.plan().batches()) {
                Part part = learn(batch);
                if (part != null) {
                    run.sites().learned(part);
                }
            }
        }
    }

    /** The part with the batch's new sites; null where there are none. */
    private @Nullable Part learn(String batch) throws IOException {
        Set<String> known = run.sites().known(batch);
        Map<String, Integer> found = new HashMap<>();
        try (SiteLedger ledger = new SiteLedger(run.storage(), run.staging(), batch);
                SurveyedPages pages = new SurveyedPages(
                        run.storage(), run.staging(), run.sites().surveys(batch))) {
            SurveyedPages.Page page = pages.next();
            while (page != null) {
                String site = page.site();
                SiteSurvey survey = new SiteSurvey(run.settings().sites().pages());
                while (page != null && page.site().equals(site)) {
                    survey.add(PageSketch.of(page.sketch()));
                    page = pages.next();
                }
                SiteProfile profile = known.contains(site) ? null : survey.profile();
                if (profile != null) {
                    found.put(site, profile.pages());
                    add(ledger, site, profile);
                }
            }
            Set<String> dropped = dropped(found, run.settings().sites().sites() - known.size());
            return found.size() == dropped.size()
                    ? null
                    : ledger.finish(run.sites().livePath(batch), dropped);
        }
    }

    private static void add(SiteLedger ledger, String site, SiteProfile profile) throws IOException {
        for (SiteProfile.Fact fact : profile.facts()) {
            ledger.add(new SiteFact(
                    site,
                    profile.pages(),
                    fact.kind().name().toLowerCase(Locale.ROOT),
                    fact.key(),
                    fact.pages(),
                    fact.repetition()));
        }
    }

    /** Sites beyond what may be known: those with the fewest pages. */
    private static Set<String> dropped(Map<String, Integer> found, int most) {
        List<String> ranked = found.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        return ranked.stream().skip(Math.max(0, most)).collect(Collectors.toSet());
    }
}
