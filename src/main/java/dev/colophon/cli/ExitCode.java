package dev.colophon.cli;

/** What a command's exit code tells. */
final class ExitCode {
    /** Complete. */
    static final int COMPLETE = 0;
    /** The job failed; run it again. */
    static final int FAILED = 1;
    /** The command or the configuration is wrong. */
    static final int USAGE = 2;
    /** Complete, but more captures failed than the job allows. */
    static final int ABOVE_REJECT_LIMIT = 3;
    /** Another run holds the dataset. */
    static final int DATASET_IN_USE = 4;

    private ExitCode() {}
}
