package dev.colophon.conversion;

/** What a fault says, in one line for people. */
final class FaultText {
    private static final String CAUSE = "Caused by: ";

    private FaultText() {}

    /** Its message; where that holds a stack trace, as Spring Batch's may, what the last cause in it says. */
    static String of(Throwable fault) {
        String message = fault.getMessage() == null ? fault.toString() : fault.getMessage();
        int cause = message.lastIndexOf(CAUSE);
        String said = cause < 0 ? message : message.substring(cause + CAUSE.length());
        int end = said.indexOf('\n');
        return end < 0 ? said : said.substring(0, end).strip();
    }
}
