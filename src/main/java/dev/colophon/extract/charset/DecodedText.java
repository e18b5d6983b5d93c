package dev.colophon.extract.charset;

import java.nio.charset.Charset;

/**
 * The characters of a document.
 *
 * @param text without a byte order mark; U+FFFD stands where bytes meant nothing
 * @param charset the encoding that was used
 */
public record DecodedText(String text, Charset charset) {
    private static final int SAMPLE = 65_536;

    /** All of the bytes, read in one encoding. */
    static DecodedText of(byte[] body, Charset charset) {
        return new DecodedText(new String(body, charset), charset);
    }

    /** Whether so much of its start is control characters or undecodable that it is no text at all. */
    public boolean isGarbage() {
        int length = Math.min(text.length(), SAMPLE);
        // In an encoding of one byte U+FFFD is a byte that it leaves unassigned, as windows-1252 does 0x81.
        boolean oneByte = CharsetGuess.ofOneByte(charset);
        int strange = 0;
        for (int i = 0; i < length; i++) {
            char unit = text.charAt(i);
            boolean control = unit < ' ' && unit != '\t' && unit != '\n' && unit != '\r' && unit != '\f';
            strange += control || (unit == '\uFFFD' && !oneByte) ? 1 : 0;
        }
        return strange > 8 && strange * 12L > length;
    }
}
