package dev.colophon.fuzz;

/** What a fuzz target holds of whatever it reads. */
public final class Check {
    private Check() {}

    /** Fails with the message where the condition does not hold. */
    public static void that(boolean condition, String message) {
        if (!condition) {
            throw new AssertionError(message);
        }
    }

    /** Fails where two readings of the same input differ. */
    public static void same(Object first, Object second) {
        that(first.equals(second), "read twice:\n" + first + "\n" + second);
    }

    /** Fails where a text that people will see holds control characters or halves of characters. */
    public static void printable(String what, String text) {
        int forbidden = Letters.firstForbidden(text);
        that(forbidden < 0, what + " holds U+" + Integer.toHexString(forbidden) + ": " + text);
    }
}
