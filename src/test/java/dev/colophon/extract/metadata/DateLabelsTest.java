package dev.colophon.extract.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.DateClaim.Meaning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateLabelsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Published 3 May, updated ; MODIFIED",
                "PUBLISHED ; PUBLISHED",
                "Stand: ; MODIFIED",
                "Zuletzt aktualisiert am ; MODIFIED",
                "Publiée le ; PUBLISHED",
                "GÜNCELLEME: ; MODIFIED",
                "GİRİŞ ; PUBLISHED",
                "YAYINLANMA TARİHİ ; PUBLISHED",
                "By Ann LeePublishedJun ; PUBLISHED",
                "प्रकाशित ; PUBLISHED",
                "发布时间 ; PUBLISHED",
                "The Business Standard, ; UNSPECIFIED",
                "DER STANDARD ; UNSPECIFIED",
                "Widerstand am ; UNSPECIFIED",
                "Nachstandards, zuletzt geändert ; MODIFIED"
            })
    void aLabelIsAWord(String words, Meaning meaning) {
        assertThat(DateLabels.meaning(words)).isEqualTo(meaning);
    }
}
