package dev.colophon.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MementoTest {
    private static final Instant THEN = Instant.parse("2020-01-05T12:34:56Z");

    @ParameterizedTest
    @CsvSource({
        "https://web.archive.org/web/20200105123456/https://example.org/a?b=1#c, https://example.org/a?b=1#c",
        "https://web.archive.org/web/20200105123456id_/http://example.org/, http://example.org/",
        "http://web.archive.org/web/20200105123456/example.org/a, http://example.org/a",
        "https://archive.example/wayback/20200105123456mp_/http://www.example.org/a, http://www.example.org/a",
        "https://archive.example/4711/20200105123456/https:/example.org/a, https://example.org/a",
        "https://archive.example/20200105123456/HTTPS://example.org, https://example.org",
    })
    void readsAddressesOfWebArchives(String address, String original) {
        assertThat(Memento.of(address)).isEqualTo(new Memento(original, THEN));
        assertThat(Memento.originalOf(address)).isEqualTo(original);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/20200105123456/a",
                "https://example.org/20200105123456/",
                "https://example.org/20200105123456",
                "https://example.org/20201305123456/https://example.org/a",
                "https://example.org/2020010512345/https://example.org/a",
                "https://example.org/202001051234567/https://example.org/a",
                "https://example.org/20200105123456x/https://example.org/a",
                "https://example.org/20200105123456/https://",
                "https://example.org/login?to=https://example.org/a",
                "20200105123456/https://example.org/a",
                "://",
                "",
            })
    void otherAddressesStandForThemselves(String address) {
        assertThat(Memento.of(address)).isNull();
        assertThat(Memento.originalOf(address)).isEqualTo(address);
    }

    @Test
    void noAddressIsNone() {
        assertThat(Memento.of(null)).isNull();
    }
}
