package dev.colophon.byline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.DocumentContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
    private static final DocumentContext SITE = new DocumentContext(
            "https://www.coast.example/a", "www.coast.example", "coast.example", null, "en", null, null, null);

    @ParameterizedTest
    @CsvSource({
        "HTTPS://www.Coast.example/author/ann-lee/?utm_source=x#top, https://www.coast.example/author/ann-lee",
        "https://coast.example/?author=3, https://coast.example?author=3",
        "https://coast.example/people.php?id=7, https://coast.example/people.php?id=7",
        "https://coast.example/author/j.doe?utm_x=1, https://coast.example/author/j.doe",
        "/author/ann-lee, https://www.coast.example/author/ann-lee",
        "//coast.example/ann, https://coast.example/ann",
        "mailto:Ann.Lee@Coast.example?subject=Hello, ann.lee@coast.example",
        "ann.lee@coast.example, ann.lee@coast.example"
    })
    void addressesHaveANormalForm(String raw, String normal) {
        assertThat(References.normal(raw, SITE)).isEqualTo(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://coast.example/",
                "https://coast.example",
                "/",
                "#author",
                "javascript:void(0)",
                "mailto:?subject=Look",
                "Ann Lee",
                "@annlee",
                "",
                "urn:uuid:1"
            })
    void whatLeadsToNobodyIsNone(String raw) {
        assertThat(References.normal(raw, SITE)).isNull();
    }

    @Test
    void nothingIsNothing() {
        assertThat(References.normal(null, SITE)).isNull();
    }
}
