package dev.colophon.report;

/**
 * One reject out of many.
 *
 * @param reason its {@link dev.colophon.model.RejectReason#label()}
 * @param origin where it lies, as {@link dev.colophon.model.Origin#toString()} says
 * @param message what was expected and found
 */
public record RejectExample(String reason, String origin, String message) {}
