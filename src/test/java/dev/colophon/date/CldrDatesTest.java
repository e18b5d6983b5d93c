package dev.colophon.date;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dates as all locales of the CLDR write them are read back. */
class CldrDatesTest {
    private static final List<LocalDate> DAYS = List.of(
            LocalDate.of(2025, 6, 15),
            LocalDate.of(2024, 1, 31),
            LocalDate.of(2022, 4, 12),
            LocalDate.of(2017, 11, 25));

    private static final int[] STYLES = {DateFormat.FULL, DateFormat.LONG, DateFormat.MEDIUM, DateFormat.SHORT};

    private final List<String> missed = new ArrayList<>();
    private int read;

    /** What is missed are months of numbers and signs, and names that the generated table holds in part. */
    @Test
    void nearlyAllDaysOfAllLocalesAreReadBack() {
        for (ULocale locale : ULocale.getAvailableLocales()) {
            for (int style : STYLES) {
                DateFormat format = DateFormat.getDateInstance(style, locale);
                DAYS.forEach(day -> readBack(locale, format, day));
            }
        }
        assertThat(missed).as("of %d", read + missed.size()).hasSizeLessThan((read + missed.size()) / 50);
    }

    private void readBack(ULocale locale, DateFormat format, LocalDate day) {
        format.setTimeZone(TimeZone.GMT_ZONE);
        String text = format.format(Date.from(day.atTime(12, 0).toInstant(ZoneOffset.UTC)));
        String country = locale.getCountry().isEmpty() ? null : locale.getCountry();
        ReadingHints hints = new ReadingHints(locale.getLanguage(), country, null, 2026, null, null, false);
        List<DateReading> dates = DateReader.read(text, hints).dates();
        if (dates.size() == 1 && dates.get(0).iso().equals(day.toString())) {
            read++;
        } else {
            missed.add(locale + ": " + text + " is read as " + dates);
        }
    }
}
