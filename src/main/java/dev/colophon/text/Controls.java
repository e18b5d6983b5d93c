package dev.colophon.text;

/** Characters that a terminal obeys instead of showing them. */
public final class Controls {
    private static final int LINE_SEPARATOR = 0x2028;
    private static final int LAST_OVERRIDE = 0x202E;
    private static final int FIRST_ISOLATE = 0x2066;
    private static final int LAST_ISOLATE = 0x2069;

    private Controls() {}

    /** Whether it is a control, ends a line or sets the direction of what follows. */
    public static boolean isObeyed(int point) {
        return Character.isISOControl(point)
                || (point >= LINE_SEPARATOR && point <= LAST_OVERRIDE)
                || (point >= FIRST_ISOLATE && point <= LAST_ISOLATE);
    }
}
