package dev.colophon.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import org.junit.jupiter.api.Test;

class SpacesTest {
    @Test
    void areThoseOfUnicode() {
        for (int codePoint = -1; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
            assertThat(Spaces.isSpace(codePoint))
                    .isEqualTo(codePoint >= 0 && UCharacter.hasBinaryProperty(codePoint, UProperty.WHITE_SPACE));
        }
    }

    @Test
    void collapseToOneBetweenWords() {
        assertThat(Spaces.collapse(" a\n\u00a0b\u3000")).isEqualTo("a b");
        assertThat(Spaces.collapse("left out  a\tb  left out", 8, 15)).isEqualTo("a b");
    }
}
