package dev.colophon.extract.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraitWordsTest {
    @ParameterizedTest
    @ValueSource(strings = {"articleBody", "article__body", "Article-Body x", "c-article-body--wide", "articlebody"})
    void findsWordsHoweverTheyAreWritten(String names) {
        assertThat(Trait.BODY.in(TraitWords.of(names))).isTrue();
    }

    @Test
    void holdsToTheEdgesOfWords() {
        assertThat(Trait.PROMOTION.in(TraitWords.of("ad"))).isTrue();
        assertThat(Trait.PROMOTION.in(TraitWords.of("headline shadow"))).isFalse();
        assertThat(Trait.COMMENT.in(TraitWords.of("commentary"))).isFalse();
        assertThat(Trait.NAVIGATION.in(TraitWords.of("Навигация"))).isFalse();
    }

    @Test
    void readsSeveralTraitsOffOneName() {
        int traits = TraitWords.of("sidebar related-posts");
        assertThat(Trait.SIDEBAR.in(traits)).isTrue();
        assertThat(Trait.RELATED.in(traits)).isTrue();
    }
}
