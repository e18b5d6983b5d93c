package dev.colophon.date;

import dev.colophon.text.WordLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of time zones as pages write them: {@code IST}, {@code Eastern Time}. Read once; immutable afterwards. */
final class ZoneNames {
    /**
     * One meaning of a name.
     *
     * @param name as it is written
     * @param countries ISO 3166 codes where it means that, each between spaces; blank for anywhere
     * @param zone an offset or an IANA id
     */
    private record Meaning(String name, String countries, String zone) {}

    private static final class Holder {
        static final ZoneNames ALL = new ZoneNames();
    }

    /** Among the countries of a meaning: it is meant where the country is not known, too. */
    private static final String ANYWHERE = "?";

    private static final int LONGEST_ABBREVIATION = 4;

    private final Map<String, List<Meaning>> meanings = new HashMap<>();
    private final NameBeginnings beginnings = new NameBeginnings();

    private ZoneNames() {
        WordLists.lines(ZoneNames.class, "zone-names.tsv").forEach(this::add);
    }

    static ZoneNames all() {
        return Holder.ALL;
    }

    private void add(String line) {
        String[] fields = line.split("\t", -1);
        String key = DateText.key(fields[0]);
        beginnings.add(key);
        meanings.computeIfAbsent(key, absent -> new ArrayList<>(1))
                .add(new Meaning(fields[0], ' ' + fields[1] + ' ', fields[2]));
    }

    /** Whether a longer key may begin so. */
    boolean mayGoOn(String key) {
        return beginnings.mayGoOn(key);
    }

    boolean knows(String key) {
        return meanings.containsKey(key);
    }

    /** Whether the word stands in the text as the name is written: {@code ET}, not {@code et}. */
    boolean isNamed(Tokens tokens, String key) {
        return meanings.getOrDefault(key, List.of()).stream()
                .anyMatch(meaning -> meaning.name().length() > LONGEST_ABBREVIATION || tokens.spells(meaning.name()));
    }

    /**
     * The offset or IANA id of a name in a country.
     *
     * @param country null where unknown: then only names are read that mean the same nearly everywhere
     * @return null where it has no meaning there
     */
    @Nullable
    String zone(String key, @Nullable String country) {
        for (Meaning meaning : meanings.getOrDefault(key, List.of())) {
            String where = country == null ? ANYWHERE : country;
            if (meaning.countries().isBlank() || meaning.countries().contains(' ' + where + ' ')) {
                return meaning.zone();
            }
        }
        return null;
    }
}
