package dev.colophon.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatedAddressTest {
    private static @Nullable String find(String html) {
        return StatedAddress.find(html.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theCanonicalLinkIsFoundHoweverItIsWritten() {
        assertThat(find("<head><link rel=\"canonical\" href=\"https://a.example/x\">"))
                .isEqualTo("https://a.example/x");
        assertThat(find("<LINK HREF = 'https://a.example/x' rel='canonical'/>")).isEqualTo("https://a.example/x");
        assertThat(find("<link data-href=no rel=canonical href=https://a.example/x>"))
                .isEqualTo("https://a.example/x");
        assertThat(find("<script>canonical = 1</script><meta property=og:url content='https://b.example/'>"
                        + "<link rel=canonical href=https://a.example/x>"))
                .isEqualTo("https://a.example/x");
    }

    @Test
    void otherwiseTheAddressForSharingIs() {
        assertThat(find("<meta content='https://b.example/' property='og:url'>"))
                .isEqualTo("https://b.example/");
    }

    @Test
    void aPageThatStatesNoneHasNone() {
        assertThat(find("<link rel=canonical href=''>")).isNull();
        assertThat(find("the canonical og:url of a page")).isNull();
        assertThat(find("<link rel=canonical href='https://a.example")).isEqualTo("https://a.example");
        assertThat(find("")).isNull();
    }

    @Test
    void hostilePagesTakeNoTime() {
        assertThat(find("<link canonical ".repeat(100_000))).isNull();
        assertThat(find("canonical=".repeat(100_000))).isNull();
    }

    @Test
    void aLinkThatOnlyMentionsTheWordStatesNoAddress() {
        assertThat(
                        find(
                                "<link rel=stylesheet href=/canonical.css><link rel='alternate canonical' href=https://a.example/x>"))
                .isEqualTo("https://a.example/x");
        assertThat(
                        find(
                                "<meta name=description content='og:url of it'><meta property=og:url content=https://b.example/>"))
                .isEqualTo("https://b.example/");
    }
}
