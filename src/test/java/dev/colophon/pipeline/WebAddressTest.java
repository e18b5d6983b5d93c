package dev.colophon.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebAddressTest {
    @Test
    void theCanonicalAddressHasNoFragmentAndNoTrackingParameters() {
        WebAddress address = WebAddress.of("HTTPS://News.Example.co.uk/a?utm_source=x&id=7&fbclid=y#top", null);
        assertThat(address.canonical()).isEqualTo("https://news.example.co.uk/a?id=7");
        assertThat(address.host()).isEqualTo("news.example.co.uk");
        assertThat(address.registeredDomain()).isEqualTo("example.co.uk");
        assertThat(address.url()).startsWith("HTTPS://News");
    }

    @Test
    void aPagesOwnWordWinsOverTheCapturedAddress() {
        assertThat(WebAddress.of("https://m.paper.com/a?x=1", "https://www.paper.com/a")
                        .canonical())
                .isEqualTo("https://www.paper.com/a");
    }

    @Test
    void anUnknownSuffixCountsAsOneLabel() {
        assertThat(WebAddress.of("https://www.dainik.example/a", null).registeredDomain())
                .isEqualTo("dainik.example");
    }

    @Test
    void whatIsNoDomainHasNone() {
        assertThat(WebAddress.of("http://192.168.0.1/a", null).registeredDomain())
                .isNull();
        assertThat(WebAddress.of("http://localhost/a", null).registeredDomain()).isNull();
        assertThat(WebAddress.of("http://co.uk/a", null).registeredDomain()).isNull();
        assertThat(WebAddress.of("file:///tmp/a", null).canonical()).isNull();
        assertThat(WebAddress.of("http://[::1]:80/a", null).registeredDomain()).isNull();
        assertThat(WebAddress.of("https://", null).host()).isNull();
        assertThat(WebAddress.of(null, null).url()).isNull();
    }
}
