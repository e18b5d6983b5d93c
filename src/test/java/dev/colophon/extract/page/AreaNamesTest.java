package dev.colophon.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class AreaNamesTest {
    private static AreaNames of(String attributes) {
        return AreaNames.of(
                Jsoup.parse("<div " + attributes + ">").body().child(0).attributes());
    }

    @Test
    void classesThatDifferInDigitsAloneAreOfOneKind() {
        assertThat(of("class='post post-12'").kind())
                .isEqualTo(of("class=' post post-7' id=p7").kind());
        assertThat(of("class='post'").kind()).isNotEqualTo(of("class='card'").kind());
    }

    @Test
    void traitsComeFromEveryAttributeThatNames() {
        assertThat(Trait.COMMENT.in(of("class=x id=comments").traits())).isTrue();
        assertThat(Trait.NAVIGATION.in(of("role=navigation data-x=comments").traits()))
                .isTrue();
        assertThat(Trait.COMMENT.in(of("role=navigation data-x=comments").traits()))
                .isFalse();
    }

    @Test
    void aWordCountsOnceHoweverManyAttributesHoldIt() {
        assertThat(of("class='story' id='story'").words())
                .isEqualTo(of("class='story story'").words());
        assertThat(of("class='story-text'").words()).hasSize(3).isSorted();
    }
}
