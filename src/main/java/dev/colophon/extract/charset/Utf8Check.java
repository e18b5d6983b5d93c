package dev.colophon.extract.charset;

/**
 * How far bytes are UTF-8 in the strict sense of RFC 3629: no overlong forms, no surrogates, nothing beyond U+10FFFF. A
 * character that the end of the bytes cuts off is no fault.
 *
 * @param sequences characters of two to four bytes
 * @param faults bytes that belong to no character
 */
record Utf8Check(int sequences, int faults) {
    static Utf8Check of(byte[] body) {
        int sequences = 0;
        int faults = 0;
        for (int at = 0; at < body.length; ) {
            int length = body[at] >= 0 ? 1 : sequence(body, at);
            if (length == 0) {
                faults++;
                at++;
            } else {
                sequences += length > 1 ? 1 : 0;
                at += length;
            }
        }
        return new Utf8Check(sequences, faults);
    }

    /** Whether every byte is part of a character. */
    boolean valid() {
        return faults == 0;
    }

    /** Whether the few faults are damage rather than another encoding. */
    boolean damaged() {
        return faults > 0 && sequences >= 8L * faults;
    }

    /**
     * Whether UTF-8 stands beside text of another encoding: too many faults for damage, and yet more sequences than any
     * other encoding yields by chance. GBK and EUC-KR text reads as one such sequence for five to ten faults, text in
     * encodings of one byte hardly ever.
     */
    boolean mixed() {
        return faults > 0 && !damaged() && sequences >= 8 && sequences >= faults;
    }

    /** Length of the multi-byte character at {@code at}, cut off or whole; 0 where there is none. */
    static int sequence(byte[] body, int at) {
        int lead = body[at] & 0xFF;
        int length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        for (int i = 1; i < length; i++) {
            if (at + i >= body.length) {
                return i;
            }
            int next = body[at + i] & 0xFF;
            if (next < (i == 1 ? lowest(lead) : 0x80) || next > (i == 1 ? highest(lead) : 0xBF)) {
                return 0;
            }
        }
        return length;
    }

    private static int lowest(int lead) {
        return lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    }

    private static int highest(int lead) {
        return lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    }
}
