package dev.colophon.date;

import dev.colophon.model.DocumentContext;
import dev.colophon.model.ZoneSource;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The zone of a system that writes its local time with the label of UTC: readers see the minute that the metadata give as
 * UTC, and see it with another offset ({@code 15:32:01Z} for {@code 15:32 WIB}) or on a page of a country whose clocks are
 * all elsewhere ({@code 11:44:34 GMT} for {@code 11:44} in Korea). Of a time that ends in Z the latter says nothing: servers
 * that write one show their own clock until a script draws the reader's.
 */
final class MislabelledTimes {
    private static final String UTC = "+00:00";
    private static final double LEAST_TELLING = 0.2;

    /** Minutes that metadata label as UTC. */
    private final Set<LocalDateTime> labelled = new HashSet<>();
    /** Those of them in the form of mails, whose word for UTC some systems add to any time. */
    private final Set<LocalDateTime> worded = new HashSet<>();
    /** The minutes that people see, with the offset beside them; an empty one where there is none. */
    private final Map<LocalDateTime, String> shown = new HashMap<>();

    private MislabelledTimes(List<Candidate> all) {
        for (Candidate candidate : all) {
            DateReading reading = candidate.reading();
            LocalDateTime local = reading == null ? null : reading.local();
            if (reading != null && local != null && Weights.of(candidate) >= LEAST_TELLING) {
                add(candidate, reading.zone(), local.truncatedTo(ChronoUnit.MINUTES));
            }
        }
    }

    private void add(Candidate candidate, @Nullable String zone, LocalDateTime minute) {
        if (!Candidate.isForMachines(candidate.claim())) {
            shown.merge(minute, zone == null ? "" : zone, (one, other) -> one.isEmpty() ? other : one);
        } else if (UTC.equals(zone) && !minute.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            labelled.add(minute);
            if (candidate.claim().raw().strip().endsWith("GMT")) {
                worded.add(minute);
            }
        }
    }

    /** That of a time which its place labels as UTC, by all claims of the page; null where the label is right. */
    static @Nullable KnownZone zone(List<Candidate> all, DocumentContext context, LocalDateTime local) {
        MislabelledTimes times = new MislabelledTimes(all);
        String offset = times.offset();
        if (offset != null) {
            return new KnownZone(offset, ZoneSource.STRUCTURED_DATA);
        }
        String country = Countries.ofDomain(context);
        String zone = country == null ? null : Zones.ofCountry(country, local);
        return zone != null && times.areOf(zone) ? new KnownZone(zone, ZoneSource.COUNTRY) : null;
    }

    /** The offset that people see beside a minute labelled as UTC; null where there is none. */
    private @Nullable String offset() {
        return labelled.stream()
                .sorted()
                .map(minute -> shown.getOrDefault(minute, ""))
                .filter(zone -> !zone.isEmpty() && !zone.equals(UTC))
                .findFirst()
                .orElse(null);
    }

    /** Whether people see a minute labelled as UTC, and none that it would be on the clocks of a zone. */
    private boolean areOf(String zone) {
        return worded.stream().anyMatch(minute -> "".equals(shown.get(minute)))
                && labelled.stream().noneMatch(minute -> shown.containsKey(inZone(minute, zone)));
    }

    private static LocalDateTime inZone(LocalDateTime utc, String zone) {
        return zone.startsWith("+") || zone.startsWith("-")
                ? Zones.shifted(utc, zone)
                : Zones.local(Zones.utc(utc), zone);
    }
}
