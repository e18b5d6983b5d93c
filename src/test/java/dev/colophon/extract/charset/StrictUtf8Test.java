package dev.colophon.extract.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StrictUtf8Test {
    private static final String MIXED = "<p class=lead>Gänse, гуси, হাঁস, 雁 und 🦆 — over 8 bytes of ASCII again</p>\n";

    /** What the JDK's decoder says, which refuses what is malformed. */
    private static @Nullable String expected(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException malformed) {
            return null;
        }
    }

    @Test
    void decodesAsTheJdkDoesWhereverTheTextIsCutOff() {
        byte[] body = MIXED.repeat(2).getBytes(StandardCharsets.UTF_8);
        for (int start = 0; start < 20; start++) {
            for (int end = start; end <= body.length; end++) {
                byte[] part = Arrays.copyOfRange(body, start, end);
                assertThat(StrictUtf8.decode(part)).isEqualTo(expected(part));
            }
        }
    }

    @Test
    void refusesWhatTheJdkRefuses() {
        Random random = new Random(7);
        byte[] valid = MIXED.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] body = valid.clone();
            body[random.nextInt(body.length)] = (byte) random.nextInt();
            body[random.nextInt(body.length)] = (byte) random.nextInt();
            assertThat(StrictUtf8.decode(body)).isEqualTo(expected(body));
        }
    }

    @Test
    void readsEveryCharacter() {
        for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint += codePoint < 0x900 ? 1 : 13) {
            if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
                String text = "a" + Character.toString(codePoint) + "b";
                assertThat(StrictUtf8.decode(text.getBytes(StandardCharsets.UTF_8)))
                        .isEqualTo(text);
            }
        }
    }
}
