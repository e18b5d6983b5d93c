package dev.colophon.extract.title;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class PublisherNameTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "The Evening Post;https://eveningpost.example/a;The Evening Post",
                "Fern Forum - Plants, Pots, News -- fernforum.example;https://www.fernforum.example/;Fern Forum",
                "The Harbour Post | HPost.example;https://www.hpost.example/a;The Harbour Post",
                "Bakes & Cakes | The tastiest blog;https://unrelated.example/;Bakes & Cakes | The tastiest blog",
                "Weather & Sport | St. Alma Gazette;https://stalmagazette.example/;St. Alma Gazette",
                "House Cleaners |;https://unrelated.example/;House Cleaners",
                "خبر روز | Khabarruz News;https://khabarruz.example/;خبر روز",
            })
    void aStatedNameGoesWithoutItsMotto(String stated, String address, String name) {
        assertThat(PublisherName.of(stated, "", address)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "Rain in Dhaka - News | The Evening Star;https://theeveningstar.example/a;The Evening Star",
                "Rain in Dhaka - ABC News;https://www.abc.co.example/a;ABC News",
                "Evening Star: rain in Dhaka;https://eveningstar.example/a;-",
                "Evening Star | Rain in Dhaka;https://eveningstar.example/a;Evening Star",
                "Rain - Eastern Oval Library System;https://www.eols.example/a;Eastern Oval Library System",
                "Rain in Dhaka - News;https://news.evening.example/a;-",
                "Rain in Dhaka - The new hall of star makers;https://star.example/a;-",
                "Rain in Dhaka | Politics;https://evening.example/a;-",
                "The Evening Star;https://theeveningstar.example/;-",
                "Rain in Dhaka | The Evening Star;-;-",
            })
    void theWindowsTitleNamesItWhereTheHostConfirmsThat(String window, String address, String name) {
        assertThat(PublisherName.of(null, window, address)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            nullValues = "-",
            value = {
                "<a href=/><img src=l.svg alt='Evening Star'></a>;Evening Star",
                "<a href=/><img src=l.svg alt='The Evening Star Logo'></a>;The Evening Star",
                "<a href=/ aria-label='Logo Evening Star'><svg></svg></a>;Evening Star",
                "<a href=/><span>Evening</span> <b>Star</b></a>;Evening Star",
                "<a href=//eveningstar.example title='Evening Star'></a>;Evening Star",
                "<a href=https://archive.example/2020/https://eveningstar.example/>Evening Star</a>;Evening Star",
                "<a href=https://m.eveningstar.example/>Evening Star</a>;-",
                "<a href=/>.:: Evening Star ::.</a>;Evening Star",
                "<a href=/>64 Evening Star</a>;-",
                "<a href=/about>Evening Star</a>;-",
                "<a href=/>Home</a><a href=/>Harbour Post</a>;-",
                "<a href=/><img alt=logo></a><a href=/></a><a>Evening Star</a>;-",
                "<a href=/>Evening Star: all news of the town and of what lies around it</a>;-",
            })
    void linksToTheFrontPageNameItWhereTheHostConfirmsThat(String links, @Nullable String name) {
        assertThat(PublisherName.shown(Jsoup.parse(links), "https://www.eveningstar.example/rain"))
                .isEqualTo(name);
        assertThat(PublisherName.shown(Jsoup.parse(links), null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "Community,https://community.org/",
        "Community,https://parkcommunity.org/",
        "Substack,https://annecooks.substack.com/p/soup",
        "GitHub,https://annecooks.github.io/soup",
        "Blogspot,https://annecooks.blogspot.com/soup",
        "Sports,https://sports.eveningstar.com/a",
        "Back to Home,https://www.bth.org/a",
        "Evening,https://eveningstar.com/a",
        "192,http://192.168.100.1/a",
    })
    void aPartOfASiteOrAServiceOrAnyWordIsNoPublisher(String shown, String address) {
        assertThat(PublisherName.shown(Jsoup.parse("<a href=/>" + shown + "</a>"), address))
                .isNull();
    }

    @Test
    void aBlogAtAServiceIsCalledByItsOwnName() {
        assertThat(PublisherName.shown(Jsoup.parse("<a href=/>Anne Cooks</a>"), "https://annecooks.blogspot.com/soup"))
                .isEqualTo("Anne Cooks");
    }

    @Test
    void aNameOfManyMarksIsReadInLinearTime() {
        String marks = "a" + ":".repeat(500_000) + "b";
        assertThat(PublisherName.of(marks, marks, "https://star.example/")).isEqualTo(marks);
        assertThat(PublisherName.of(null, marks, "https://star.example/")).isNull();
    }

    @Test
    void anAddressThatIsNoneConfirmsNothing() {
        assertThat(PublisherName.of(null, "Rain | Star", "https://[star")).isNull();
    }
}
