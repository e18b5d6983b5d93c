package dev.colophon.cli;

import java.util.Map;
import java.util.TreeMap;

/** What became of one input: documents, and faults and filtered captures by reason. */
record HostileOutcome(int documents, Map<String, Integer> faults, Map<String, Integer> filtered) {
    static final HostileOutcome NOTHING = new HostileOutcome(0, Map.of(), Map.of());

    static HostileOutcome of(String kind, String reason, int count) {
        return switch (kind) {
            case "row" -> new HostileOutcome(count, Map.of(), Map.of());
            case "fault" -> new HostileOutcome(0, Map.of(reason, count), Map.of());
            default -> new HostileOutcome(0, Map.of(), Map.of(reason, count));
        };
    }

    HostileOutcome plus(HostileOutcome other) {
        return new HostileOutcome(
                documents + other.documents, sum(faults, other.faults), sum(filtered, other.filtered));
    }

    private static Map<String, Integer> sum(Map<String, Integer> one, Map<String, Integer> other) {
        Map<String, Integer> sum = new TreeMap<>(one);
        other.forEach((reason, count) -> sum.merge(reason, count, Integer::sum));
        return sum;
    }

    int faulty() {
        return count(faults);
    }

    int skipped() {
        return count(filtered);
    }

    private static int count(Map<String, Integer> reasons) {
        return reasons.values().stream().mapToInt(Integer::intValue).sum();
    }
}
