package dev.colophon.dataset.run;

import java.util.Locale;

/** How a run ended. */
public enum RunOutcome {
    /** It has not ended, or it was killed. */
    RUNNING,
    /** All was converted and committed. */
    COMPLETE,
    /** All was converted and committed, but more captures had faults than the job allows. */
    ABOVE_REJECT_LIMIT,
    /** Nothing was new. */
    NOTHING_NEW,
    /** It stopped at a fault; nothing was committed. */
    FAILED;

    /** For people: {@code above reject limit}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
