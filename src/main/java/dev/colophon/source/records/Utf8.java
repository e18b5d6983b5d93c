package dev.colophon.source.records;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 that takes what tools write. */
public final class Utf8 {
    private static final Charset FALLBACK = Charset.forName("windows-1252");
    private static final byte[] REPLACEMENT = {(byte) 0xEF, (byte) 0xBF, (byte) 0xBD};

    private Utf8() {}

    /** The text's bytes; half a surrogate pair, which JSON can write, becomes U+FFFD. */
    static byte[] bytes(String text) {
        CharsetEncoder encoder = StandardCharsets.UTF_8
                .newEncoder()
                .replaceWith(REPLACEMENT)
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        try {
            ByteBuffer encoded = encoder.encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Bytes as text: UTF-8, else windows-1252, which spreadsheets write. */
    public static String text(byte[] bytes) {
        Charset charset = isValid(bytes, 0, bytes.length) ? StandardCharsets.UTF_8 : FALLBACK;
        return new String(bytes, charset);
    }

    /** Whether the bytes are UTF-8 from end to end. */
    static boolean isValid(byte[] bytes, int offset, int length) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, offset, length));
            return true;
        } catch (CharacterCodingException broken) {
            return false;
        }
    }
}
