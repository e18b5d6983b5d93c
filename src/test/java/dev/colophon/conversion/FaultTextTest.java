package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class FaultTextTest {
    @Test
    void aMessageIsSaidAsItIs() {
        assertThat(FaultText.of(new IOException("cannot write a/b: no space"))).isEqualTo("cannot write a/b: no space");
        assertThat(FaultText.of(new IllegalStateException())).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void ofAStackTraceTheLastCauseIsSaid() {
        String message =
                "Step requested termination: exitDescription=org.example.RollbackException: JDBC rollback failed\n"
                        + "\tat org.example.Manager.roll(Manager.java:7)\nCaused by: java.io.IOException: No space left on device\n"
                        + "\tat java.base/Writer.write(Writer.java:1)\n";
        assertThat(FaultText.of(new IllegalStateException(message)))
                .isEqualTo("java.io.IOException: No space left on device");
    }
}
