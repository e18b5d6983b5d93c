package dev.colophon.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UrlsTest {
    @Test
    void aHostIsTheSameWithAndWithoutWww() {
        assertThat(Urls.withoutWww("www.gazette.example")).isEqualTo("gazette.example");
        assertThat(Urls.withoutWww("gazette.example/www.html")).isEqualTo("gazette.example/www.html");
        assertThat(Urls.withoutWww("www2.gazette.example")).isEqualTo("www2.gazette.example");
        assertThat(Urls.withoutWww("www.")).isEqualTo("www.");
    }

    @Test
    void aPathEndsBeforeItsQueryOrFragment() {
        assertThat(Urls.endOfPath("/a?b#c", 0)).isEqualTo(2);
        assertThat(Urls.endOfPath("/a#c?b", 0)).isEqualTo(2);
        assertThat(Urls.endOfPath("/a?b?c", 3)).isEqualTo(4);
        assertThat(Urls.endOfPath("/abc", 1)).isEqualTo(4);
    }
}
