package dev.colophon.conversion;

import dev.colophon.dataset.table.SiteFact;
import dev.colophon.dataset.table.SiteLedger;
import dev.colophon.extract.page.SiteKnowledge;
import dev.colophon.extract.page.SiteProfile;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a batch's part of sites into what pages are read with. */
final class BatchSites {
    private final Map<String, SiteProfile> profiles = new HashMap<>();
    private final List<SiteProfile.Fact> facts = new ArrayList<>();
    private String site = "";
    private int surveyed;

    private BatchSites() {}

    /** @param path where the part lies, staged or live */
    static SiteKnowledge read(Storage dataset, String path) throws IOException {
        BatchSites reader = new BatchSites();
        SiteLedger.read(dataset, path, reader::accept);
        reader.complete();
        return new SiteKnowledge(reader.profiles);
    }

    private void accept(SiteFact fact) {
        if (!fact.site().equals(site)) {
            complete();
            site = fact.site();
            surveyed = fact.surveyed();
        }
        SiteProfile.Kind kind = SiteProfile.Kind.valueOf(fact.kind().toUpperCase(Locale.ROOT));
        facts.add(new SiteProfile.Fact(kind, fact.key(), fact.pages(), fact.repetition()));
    }

    private void complete() {
        SiteProfile profile = SiteProfile.of(surveyed, facts);
        if (profile != null) {
            profiles.put(site, profile);
        }
        facts.clear();
    }
}
