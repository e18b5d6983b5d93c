package dev.colophon.byline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.byline.Lexicon.Form;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstWordsTest {
    @Test
    void everyRoleAndJobMayStandInALine() {
        for (Form form : Form.values()) {
            assertThat(Lexicon.roles(form).phrases())
                    .allMatch(phrase -> FirstWords.mayStandIn("12 | " + phrase + " Ann"));
        }
        assertThat(Lexicon.JOB.phrases()).allMatch(FirstWords::mayStandIn);
    }

    @ValueSource(
            strings = {"By Ann Lee", "(PHOTO: Ann Lee)", "Ann Lee, co-editor", "NewsBy Ann Lee", "Von Änne Lee", "by"})
    @ParameterizedTest
    void whatMayBeABylineIsLookedAt(String line) {
        assertThat(FirstWords.mayStandIn(line)).isTrue();
    }

    @ValueSource(strings = {"", "Home", "Terms and privacy", "12 of 40 | Next >", "- 3 -"})
    @ParameterizedTest
    void mostLinesNeedNoCloserLook(String line) {
        assertThat(FirstWords.mayStandIn(line)).isFalse();
    }
}
