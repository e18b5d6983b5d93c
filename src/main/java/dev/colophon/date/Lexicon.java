package dev.colophon.date;

import dev.colophon.text.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What words mean in dates, in all languages at once. Read once from {@code cldr-names.tsv} (the names of all CLDR
 * locales) and {@code date-words.tsv}; immutable afterwards.
 */
final class Lexicon {
    /** What a word can be in a date. */
    enum Kind {
        MONTH,
        PERSIAN,
        ISLAMIC,
        HEBREW,
        ETHIOPIC,
        /** Of the Bengali calendar, as Bangladesh reformed it. */
        BENGALI,
        /** Of the Bengali calendar as India keeps it, by the sun; names are read as {@link #BENGALI}. */
        BENGALI_OF_INDIA,
        /** Of Bikram Sambat, the calendar of Nepal. */
        BIKRAM,
        /** A month as a Roman numeral. */
        ROMAN,
        WEEKDAY,
        /** A part of the day; the value has a bit for each of its hours. */
        HOURS,
        PUBLISHED,
        MODIFIED,
        /** Introduces the day that the text speaks for: {@code Stand}. */
        AS_OF,
        /** Introduces the day of something else: the end of an offer, a birth, when somebody joined. */
        OTHER,
        /** Numbers parts of a text or releases: what follows is no day. */
        NUMBERING,
        /** Numbers what appears once in a month or year: the number is no day of it. */
        ISSUE,
        PARTICLE,
        ORDINAL,
        UNIT_YEAR,
        UNIT_MONTH,
        UNIT_DAY,
        UNIT_HOUR,
        UNIT_MINUTE,
        UNIT_SECOND,
        CLOCK,
        /** Announces an hour, which may stand without minutes: {@code kl. 15}. */
        HOUR,
        /** An era; the value is what its years lack to Gregorian ones. */
        ERA
    }

    /**
     * One meaning of a word.
     *
     * @param kind what it is
     * @param value month or weekday number, bits of hours, or years to add
     * @param languages where it means that, each between spaces; {@code "  "} for any
     */
    record Sense(Kind kind, int value, String languages) {
        boolean isOf(@Nullable String language) {
            return language != null && languages.contains(' ' + language + ' ');
        }
    }

    private static final class Holder {
        static final Lexicon ALL = new Lexicon();
    }

    /** Names of more languages than a few, in chars of their tags, are not of small ones alone. */
    private static final int LONGEST_OWN = 12;

    private static final int BUDDHIST_EPOCH = -543;

    private final Map<String, List<Sense>> senses = new HashMap<>(1 << 14);
    private final NameBeginnings beginnings = new NameBeginnings();
    private List<String> widespread = List.of();
    private List<String> ownPages = List.of();

    private Lexicon() {
        WordLists.lines(Lexicon.class, "cldr-names.tsv").forEach(this::addName);
        WordLists.lines(Lexicon.class, "date-words.tsv").forEach(this::addWords);
    }

    static Lexicon all() {
        return Holder.ALL;
    }

    /** Whether a longer key may begin so. */
    boolean mayGoOn(String key) {
        return beginnings.mayGoOn(key);
    }

    /** All meanings of a folded word; empty where it has none. */
    List<Sense> senses(String key) {
        return senses.getOrDefault(key, List.of());
    }

    /**
     * The meaning of one kind that fits best: of the given language, else of the most widespread one.
     *
     * @return null where the word has no such meaning
     */
    @Nullable
    Sense sense(List<Sense> meanings, Kind kind, @Nullable String language) {
        Sense best = null;
        for (Sense sense : meanings) {
            if (sense.kind() == kind) {
                if (sense.isOf(language)) {
                    return sense;
                }
                if (best == null || rank(sense) < rank(best)) {
                    best = sense;
                }
            }
        }
        return best;
    }

    /** Whether it is one of a widespread language, so that pages of others may hold it too. */
    boolean isWidespread(Sense sense) {
        return rank(sense) < Integer.MAX_VALUE;
    }

    /** Whether it is a meaning in languages alone whose names are other words elsewhere, as Chile's is a Kurdish month. */
    boolean isOfOwnPages(Sense sense) {
        String languages = sense.languages().strip();
        return languages.length() <= LONGEST_OWN && ownPages.containsAll(List.of(languages.split(" ")));
    }

    /** Whether a word has a meaning in a language that as many pages are in as in those of another of its meanings. */
    boolean isAsWidespread(Sense sense, Sense other) {
        return rank(sense) <= rank(other);
    }

    private int rank(Sense sense) {
        for (int i = 0; i < widespread.size(); i++) {
            if (sense.isOf(widespread.get(i))) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private void addName(String line) {
        String[] fields = line.split("\t", -1);
        Kind kind = Kind.valueOf(fields[0].toUpperCase(Locale.ROOT));
        add(fields[2], new Sense(kind, number(kind, fields[1]), ' ' + fields[3] + ' '));
    }

    private void addWords(String line) {
        String[] fields = line.split("\t", -1);
        if (fields[0].equals("widespread")) {
            widespread = List.of(fields[2].split(" "));
            return;
        }
        if (fields[0].equals("own-pages")) {
            ownPages = List.of(fields[2].split(" "));
            return;
        }
        Sense sense = sense(fields[0], ' ' + fields[1] + ' ');
        for (String word : fields[2].split("\\|")) {
            add(DateText.key(word), sense);
        }
    }

    private static Sense sense(String name, String languages) {
        if (name.equals("buddhist")) {
            return new Sense(Kind.ERA, BUDDHIST_EPOCH, languages);
        }
        if (name.startsWith("era+")) {
            return new Sense(Kind.ERA, Integer.parseInt(name.substring(4)), languages);
        }
        int space = name.indexOf(' ');
        String kindName = space < 0 ? name : name.substring(0, space);
        Kind kind = Kind.valueOf(kindName.replace('-', '_').toUpperCase(Locale.ROOT));
        return new Sense(kind, space < 0 ? 0 : number(kind, name.substring(space + 1)), languages);
    }

    private static int number(Kind kind, String value) {
        return Integer.parseInt(value, kind == Kind.HOURS ? 16 : 10);
    }

    private void add(String key, Sense sense) {
        beginnings.add(key);
        List<Sense> known = senses.computeIfAbsent(key, absent -> new ArrayList<>(2));
        if (!known.contains(sense)) {
            known.add(sense);
        }
    }
}
