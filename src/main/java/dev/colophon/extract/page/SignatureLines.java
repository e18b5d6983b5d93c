package dev.colophon.extract.page;

/** Tells an account's signature from its message by the line of underscores that forums print between the two. */
final class SignatureLines {
    private static final int SHORTEST = 8;
    private static final int LONGEST_SIGNATURE = 300;

    private SignatureLines() {}

    /** Whether several blocks of a page have such a line and no more behind it: one may part an article from its notes. */
    static boolean repeat(PageOutline page) {
        return page.blocks().stream()
                        .filter(block -> block.area().closest("pre") == null && start(block.text()) >= 0)
                        .limit(2)
                        .count()
                > 1;
    }

    /** The text before the line; the whole where there is none. */
    static String before(String text) {
        int start = start(text);
        return start < 0 ? text : text.substring(0, start).strip();
    }

    /** Where the first line of underscores alone begins; -1 where there is none. */
    private static int start(String text) {
        for (int at = text.indexOf('_'); at >= 0; at = text.indexOf('_', at + 1)) {
            int end = at;
            while (end < text.length() && text.charAt(end) == '_') {
                end++;
            }
            boolean line =
                    (at == 0 || text.charAt(at - 1) == '\n') && (end == text.length() || text.charAt(end) == '\n');
            if (line && end - at >= SHORTEST) {
                return end < text.length() && text.length() - end <= LONGEST_SIGNATURE ? at : -1;
            }
            at = end - 1;
        }
        return -1;
    }
}
