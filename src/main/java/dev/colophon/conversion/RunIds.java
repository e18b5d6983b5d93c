package dev.colophon.conversion;

import dev.colophon.dataset.Dataset;
import dev.colophon.dataset.Manifest;
import dev.colophon.dataset.lease.Lease;
import java.io.IOException;
import java.util.Locale;

/** Names of runs: the number of the manifest that a run commits, its job, and what it does where that is not plain. */
final class RunIds {
    private static final int DIGITS = 6;

    private RunIds() {}

    /** {@code 000007-nightly+reprocess}. */
    static String next(Manifest current, String job, String suffix) {
        String name = job.replaceAll("[^A-Za-z0-9._-]", "_");
        return String.format(Locale.ROOT, "%0" + DIGITS + "d-%s%s", current.number() + 1, name, suffix);
    }

    /** Removes what interrupted runs have staged whose number another one has taken since: nothing takes them up again. */
    static void discardOvertaken(Dataset dataset, Lease lease) throws IOException {
        Manifest current = dataset.current();
        for (String run : dataset.stagedRuns()) {
            if (isOvertaken(run, current)) {
                dataset.discardStaging(run, lease);
            }
        }
    }

    private static boolean isOvertaken(String run, Manifest current) {
        int dash = run.indexOf('-');
        boolean numbered = dash >= DIGITS && run.chars().limit(dash).allMatch(c -> c >= '0' && c <= '9');
        return numbered && Long.parseLong(run.substring(0, dash)) <= current.number() && !run.equals(current.run());
    }
}
