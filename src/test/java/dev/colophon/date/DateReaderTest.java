package dev.colophon.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
    private static final ReadingHints COUNTED_BACK =
            new ReadingHints(null, null, null, 2026, Instant.parse("2026-11-01T12:00:00Z"), null, false);

    @Test
    void twoDigitsAreAYearOfTheLastCenturyWhereThatIsNearer() {
        assertThat(DateReader.read("Date: 12/21/98", ReadingHints.NONE).dates())
                .extracting(DateReading::iso)
                .containsExactly("1998-12-21");
        assertThat(DateReader.read("5 Jun 98", ReadingHints.NONE).dates())
                .extracting(DateReading::iso)
                .containsExactly("1998-06-05");
    }

    @Test
    void fourDigitsThatBeginWithZeroAreNoYear() {
        for (String text : List.of("on 0025-06-05 it was", "입력 0025.06.05. 오후 11:45", "05.06.0025")) {
            assertThat(DateReader.read(text, ReadingHints.NONE).dates())
                    .as(text)
                    .isEmpty();
        }
    }

    @Test
    void countsBackFromTheCapture() {
        SoftAssertions all = new SoftAssertions();
        String[][] said = {
            {"2 hours ago", "2026-11-01"},
            {"Published 7h ago", "2026-11-01"},
            {"vor 4 Stunden", "2026-11-01"},
            {"il y a 3 jours", "2026-10-29"},
            {"hace 2 días", "2026-10-30"},
            {"গতকাল", "2026-10-31"},
            {"২ ঘণ্টা আগে", "2026-11-01"},
            {"昨天 10:30", "2026-10-31T10:30"},
            {"어제 10:30", "2026-10-31T10:30"},
            {"2日前", "2026-10-30"},
            {"3 дня назад", "2026-10-29"},
            {"منذ 3 ساعات", "2026-11-01"},
            {"Yesterday at 10:30", "2026-10-31T10:30"},
            {"2 months ago", "2026-09"},
            {"just now", "2026-11-01"},
            {"2 horas atrás", "2026-11-01"},
            {"2 ชั่วโมงที่แล้ว", "2026-11-01"},
            {"3 วันก่อน", "2026-10-29"},
            {"לפני יומיים", "2026-10-30"},
            {"2 நாட்கள் முன்பு", "2026-10-30"},
            {"۲ روز قبل", "2026-10-30"},
            {"2 سال قبل", "2024"},
            {"last week", "2026-10-25"},
            {"Buy now", null},
            {"2 hours of music", null},
            {"in 2 hours", null},
            {"tomorrow", null},
            {"The weather today in all of the country", null}
        };
        for (String[] one : said) {
            DateReading reading = RelativeDates.read(one[0], COUNTED_BACK);
            all.assertThat(reading == null ? null : reading.iso()).as(one[0]).isEqualTo(one[1]);
        }
        all.assertThat(RelativeDates.read("2 hours ago", ReadingHints.NONE)).isNull();
        all.assertAll();
    }

    @Test
    void readsWhatPagesOfManyLanguagesWrite() {
        SoftAssertions all = new SoftAssertions();
        Readings.all().forEach(one -> all.assertThat(one.read()).as(one.text()).isEqualTo(one.expected()));
        all.assertAll();
    }

    /** Those that another language of more pages means another month by: {@code lip} is July in Polish. */
    private static final Set<String> AMBIGUOUS =
            Set.of("15 lip 2025", "15 srp 2025", "15 lis 2025", "15 listopada 2025");

    @Test
    void readsTheMonthsOfWidespreadLanguagesWhereTheLanguageIsNotKnown() {
        SoftAssertions all = new SoftAssertions();
        String languages = "en hi es fr ar bn pt ru id ur de sw mr vi te tr fa ta it th gu pl uk ro nl el hu cs sv he"
                + " fi da nb sk bg hr sr";
        for (String language : languages.split(" ")) {
            DateFormatSymbols names = new DateFormatSymbols(GregorianCalendar.class, new ULocale(language));
            for (int width : new int[] {DateFormatSymbols.ABBREVIATED, DateFormatSymbols.WIDE}) {
                String[] months = names.getMonths(DateFormatSymbols.FORMAT, width);
                for (int month = 1; month <= 12; month++) {
                    String text = "15 " + months[month - 1] + " 2025";
                    List<DateReading> dates =
                            DateReader.read(text, ReadingHints.NONE).dates();
                    if (!AMBIGUOUS.contains(text)) {
                        all.assertThat(dates.isEmpty() ? null : dates.get(0).day())
                                .as(language + ": " + text)
                                .isEqualTo(LocalDate.of(2025, month, 15));
                    }
                }
            }
        }
        all.assertAll();
    }

    @Test
    void tellsDateLinesFromOthers() {
        SoftAssertions all = new SoftAssertions();
        Readings.all()
                .forEach(one -> all.assertThat(DateInterpreter.isDateLine(one.text()))
                        .as(one.text())
                        .isEqualTo(one.line()));
        all.assertAll();
    }

    @Test
    void doesNotDependOnTheDefaultLocaleOrZone() {
        Locale locale = Locale.getDefault();
        java.util.TimeZone zone = java.util.TimeZone.getDefault();
        List<String> expected = Readings.all().stream().map(Readings.Case::read).toList();
        try {
            for (String tag : List.of("en-US", "tr-TR", "bn-BD", "ar-EG", "fa-IR", "th-TH")) {
                for (String id : List.of("UTC", "Pacific/Kiritimati", "Asia/Kolkata")) {
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    ULocale.setDefault(ULocale.forLanguageTag(tag));
                    java.util.TimeZone.setDefault(java.util.TimeZone.getTimeZone(id));
                    TimeZone.setDefault(TimeZone.getTimeZone(id));
                    assertThat(Readings.all().stream().map(Readings.Case::read).toList())
                            .as(tag + " " + id)
                            .isEqualTo(expected);
                }
            }
        } finally {
            Locale.setDefault(locale);
            ULocale.setDefault(ULocale.forLocale(locale));
            java.util.TimeZone.setDefault(zone);
            TimeZone.setDefault(null);
        }
    }

    @Test
    void readsEveryPrefixOfEveryTextWithoutFault() {
        for (Readings.Case one : Readings.all()) {
            for (int length = 0; length <= one.text().length(); length++) {
                String prefix = one.text().substring(0, length);
                assertThatCode(() -> DateReader.read(prefix, one.hints()))
                        .as(prefix)
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void isFastOnLongTextsMadeToBeSlow() {
        List<String> hostile = List.of(
                "5".repeat(1_000_000),
                "5 ".repeat(500_000),
                "5 June ".repeat(100_000),
                "a.".repeat(500_000),
                "- ".repeat(500_000),
                "2025-06-".repeat(100_000),
                "年".repeat(500_000),
                "一".repeat(500_000),
                "11:45 ".repeat(100_000),
                "\u0300".repeat(500_000),
                "2 hours ".repeat(100_000),
                "ago ".repeat(250_000),
                "il y a ".repeat(100_000),
                "2025-W23-".repeat(100_000),
                "৫ জ্যৈষ্ঠ ".repeat(100_000),
                "5 Sivan 57".repeat(100_000),
                "yesterday today ".repeat(60_000),
                "https://a/" + "2025/06/".repeat(100_000),
                "(|".repeat(500_000));
        long start = System.nanoTime();
        for (String text : hostile) {
            DateReader.read(text, ReadingHints.NONE);
            RelativeDates.read(text, COUNTED_BACK);
            UrlDates.orText(text);
            DateLines.isSetOff(text);
            DateInterpreter.isDateLine(text);
            DateInterpreter.holdsDate(text);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 hours ago",
                "By Ida Holm | 2 hours ago",
                "By Ida Holm, 2 hours ago",
                "Published 2 hours ago",
                "Von Ida Holm | vor 3 Tagen",
                "hace 2 horas · Ana Ruiz",
                "2小时前",
            })
    void findsHowLongAgoABylineWas(String line) {
        assertThat(DateInterpreter.saysAge(line, false)).isTrue();
    }

    @Test
    void aNameMayFollowHowLongAgoItWas() {
        assertThat(DateInterpreter.saysAge("Published 2 hours ago by Juan Carlos Pérez", true))
                .isTrue();
        assertThat(DateInterpreter.saysAge("Published 2 hours ago by Juan Carlos Pérez", false))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ship sank 2 days ago",
                "The ship sank 2 days ago.",
                "It was 2 days ago, in Rome, that he came.",
                "5 min read",
                "2 comments",
                "An hour ago",
                "10 years ago, the flood destroyed the mill",
                "5 years ago",
                "Joined 3 years ago",
                "Vor 20 Jahren: Als die Flut kam",
                "10年前，洪水毁了磨坊",
                "10年前の震災",
                "Il y a 10 ans, Charlie Hebdo",
                "10 лет назад: как это было",
                "3 days ago, the mill flooded",
                "3 days ago: the mill flooded",
                "2 days ago the mill flooded",
                "Homo sapiens – 3,000 days ago",
                "Why the whole town still waits for the ferry – 3 days ago",
                "",
                "2",
            })
    void doesNotTakeWordsOfATextForAnAge(String line) {
        assertThat(DateInterpreter.saysAge(line, false)).isFalse();
    }

    @Test
    void numbersInAddressesAndNamesOfHostsAreNoDays() {
        for (String text : List.of(
                "see http://notes.example/2013/7/2/ropes and what it says",
                "'http://www.example.org/1999/02/22-terms#'",
                "2.1.10.in-addr.arpa")) {
            assertThat(DateReader.read(text, ReadingHints.NONE).dates())
                    .as(text)
                    .isEmpty();
        }
        assertThat(DateReader.read("Harbour Post/2025/06/05", ReadingHints.NONE).dates())
                .extracting(DateReading::iso)
                .containsExactly("2025-06-05");
    }
}
