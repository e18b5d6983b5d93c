package dev.colophon.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.internal.StringUtil;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
    private static final String BASE = "https://news.example/a/b.html?c";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://news.example/story",
                "http://news.example/story/?id=1&x=a%20b#part",
                "https://news.example/story#",
                "https://news.example/story?",
                "https://news.example//twice//",
                "https://news.example/খবর/雁",
                "https://news.example/a/../b",
                "https://news.example/./b/.hidden",
                "https://news.example/../../b",
                "https://news.example:443/b",
                "https://news.example",
                "https:///b",
                "HTTPS://News.Example/B",
                "https://me@news.example/b",
                "https://news.example/a b",
                " https://news.example/a ",
                "https://news.example/a\\b",
                "https://news.example/a\nb",
                "//cdn.example/x.jpg",
                "/x.jpg",
                "x.jpg",
                "?page=2",
                "#top",
                "mailto:ann@news.example",
                "javascript:void(0)",
                "data:image/gif;base64,R0lG",
                "",
            })
    void areWhatJsoupMakesOfThem(String stated) {
        assertThat(Addresses.resolve(BASE, stated)).isEqualTo(StringUtil.resolve(BASE, stated));
        assertThat(Addresses.resolve("", stated)).isEqualTo(StringUtil.resolve("", stated));
    }

    @Test
    void areReadFromAnAttribute() {
        Element body = Jsoup.parse("<a href=/x>x</a><a href='https://b.example/y'>y</a><a>z</a>", BASE)
                .body();
        assertThat(body.children().eachAttr("abs:href"))
                .containsExactly("https://news.example/x", "https://b.example/y");
        assertThat(body.children().stream().map(link -> Addresses.of(link, "href")))
                .containsExactly("https://news.example/x", "https://b.example/y", "");
    }
}
