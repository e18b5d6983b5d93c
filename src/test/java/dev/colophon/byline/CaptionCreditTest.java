package dev.colophon.byline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class CaptionCreditTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "The bridge at dawn. Photo: Jane Doe;Photo: Jane Doe",
                "The bridge at dawn (photo by Jane Doe).;photo by Jane Doe",
                "The bridge at dawn. Photo by Jane Doe for the Evening Star;-",
                "The mayor on the bridge. Photograph by Jane Doe and John Roe;Photograph by Jane Doe",
                "Die Brücke. Foto: Hans Meier/dpa;Foto: Hans Meier",
                "Die Brücke, Bild: Hans Meier.;Bild: Hans Meier",
                "El puente | Foto: María Pérez;Foto: María Pérez",
                "Мост на рассвете. Фото: Иван Петров;Фото: Иван Петров",
                "The bridge. Photo: Zinzi Umqombothi/AFP;Photo: Zinzi Umqombothi",
                "The bridge. Photo: Zinzi Umqombothi;-",
                "The bridge. Illustration: Jane Doe;Illustration: Jane Doe",
                "The bridge (AP Photo/Zinzi Umqombothi);Zinzi Umqombothi",
                "The bridge. REUTERS/Jane Doe;Jane Doe",
                "The bridge (Jane Doe/Reuters);Jane Doe",
                "桥上清晨（高空 摄）;-",
                "Die Brücke (Foto: Feuerwehr Musterstadt);-",
                "נוסעים ברציף (צילום: משטרת ישראל);-",
                "The bridge (Photo: the town's own archive);-",
                "The ferry in Wellington. Photo / Jane Doe;Photo / Jane Doe",
                "Zastávka | foto: Anna Vavríková, iDenes;foto: Anna Vavríková",
                "Το λιμάνι (Φωτ.: Νίκος Κόκκαλης);Φωτ.: Νίκος Κόκκαλης",
                "The match. Photo: Jane Doe and John Roe;-",
                "The match. Photo: Jane Doe, John Roe;-",
                "The singer at home. Photo: Jane Doe/Instagram;-",
                "The singer on stage. Photo: Jane Doe, 1965;-",
                "The beach. Photo: Santa Monica;-",
                "A nebula. Credit: James Webb Space Telescope;-",
                "The mayor. Photo by Jane Doe with John Roe;Photo by Jane Doe",
                "The bridge (Jane Doe/Getty Images);Jane Doe",
                "Jane Doe/Getty Images;Jane Doe",
                "Jane Doe / Getty Images;-",
                "dawn.Credit Credit...Jane Doe/Getty Images;-",
                "Le pont (Photo Jane Doe. AFP);Photo Jane Doe",
                "The bridge. Credit: Jane Doe;Jane Doe",
                "The bridge. (Credit: AP/Jane Doe/Photo montage);Jane Doe",
                "The bridge. Photo: AFP/Jane Doe;Jane Doe",
                "The bridge | Photo by Jane Doe;Photo by Jane Doe",
                "The bridge. Photograph: Jane Doe/The Evening Star;Jane Doe",
                "The bridge. Credit card: Jane Doe;-",
                "Jane Doe/John Roe;-",
                "The bridge. Photo: Jane Doe, left, and John Roe;-",
                "The bridge. Photo: Jane Doe addresses the town;-",
                "The bridge. Photo: Archive;-",
                "The bridge. Photo: Town of Harbour;-",
                "The bridge. Photo: Museum Folkwang;-",
                "Le pont, Photo : Ville de Paris;-",
                "The bridge. Photo: Warner Bros. Pictures;-",
                "The bridge. Editor: Jane Doe;-",
                "Her best photo: Jane Doe;-",
                "The film. Jane Doe / John Roe;-",
                "Jane Doe on the bridge, Jane Doe/Reuters;-",
                "The bridge. AFP / Getty Images;-",
                "The vote. Reuters/Ipsos Poll;-",
                "The bridge (Jane Doe via Facebook);-",
                "The bridge. IMAGO / Cinema Publishers;-",
                "电影在周一。;-",
                "Jane Doe;-",
            },
            nullValues = "-")
    void creditsBehindAMarkNameWhoMadeThePicture(String caption, @Nullable String credit) {
        assertThat(CaptionCredit.in(caption)).isEqualTo(credit);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void noSequenceOfItsWordsIsTooStrange(int seed) {
        List<String> words = List.of(
                "Photo",
                "photo by",
                "Foto",
                ":",
                "/",
                "(",
                ")",
                "and",
                "und",
                "AP",
                "Jane",
                "Doe.",
                "Reuters",
                ",",
                "|",
                "摄",
                "张伟",
                "图",
                "（",
                "。",
                "van",
                "©",
                "2025",
                ".",
                "ছবি");
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder caption = new StringBuilder();
            for (int length = random.nextInt(9); length > 0; length--) {
                caption.append(words.get(random.nextInt(words.size()))).append(random.nextBoolean() ? " " : "");
            }
            String credit = CaptionCredit.in(caption.toString());
            assertThat(credit == null || caption.indexOf(credit) >= 0)
                    .as(caption.toString())
                    .isTrue();
        }
    }

    @Test
    void wordsOfALongCaptionAreNotReadAgainForEach() {
        assertThat(CaptionCredit.in("Photo: ".repeat(20_000) + ". Photo: Jane Doe"))
                .isEqualTo("Photo: Jane Doe");
    }
}
