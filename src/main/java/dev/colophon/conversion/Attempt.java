package dev.colophon.conversion;

/**
 * An attempt at a run.
 *
 * @param run the run's id; empty where there was no attempt
 * @param work what it was asked to do, in words
 */
public record Attempt(String run, String work) {
    /** No attempt. */
    public static final Attempt NONE = new Attempt("", "");
}
