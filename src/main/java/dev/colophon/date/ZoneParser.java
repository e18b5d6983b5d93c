package dev.colophon.date;

import dev.colophon.date.Lexicon.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the zone behind a time: {@code Z}, {@code +0530}, {@code GMT+5:30}, {@code МСК+4}, {@code IST},
 * {@code (Eastern Time)}.
 */
final class ZoneParser {
    /**
     * A zone found.
     *
     * @param to behind its last token
     * @param zone offset or IANA id; null where the name has no meaning in the page's country
     */
    record Match(int to, @Nullable String zone) {}

    private final Tokens tokens;
    private final ReadingHints hints;

    ZoneParser(Tokens tokens, ReadingHints hints) {
        this.tokens = tokens;
        this.hints = hints;
    }

    /** The zone that starts at a token; null where none does. */
    @Nullable
    Match at(int start) {
        int i = tokens.at(start).isMark("(,[") ? start + 1 : start;
        Match offset = isDay(i) ? null : offset(i);
        if (offset != null) {
            return offset;
        }
        Token name = tokens.at(i);
        if (!name.isWord()
                || !ZoneNames.all().knows(name.text())
                || (!isZulu(name) && !ZoneNames.all().isNamed(tokens, name.text()))) {
            return null;
        }
        String zone = ZoneNames.all().zone(name.text(), hints.country());
        Match with = zone != null && zone.startsWith("+") ? offset(i + 1) : null;
        boolean hours = with != null
                && ("+00:00".equals(zone)
                        || (with.to() == i + 3 && tokens.at(i + 2).text().length() <= 2));
        return !hours || with == null || with.zone() == null || zone == null
                ? new Match(i + 1, zone)
                : new Match(with.to(), Zones.sum(zone, with.zone()));
    }

    private static boolean isZulu(Token token) {
        return token.isWord("z") && !token.spaced();
    }

    /** {@code +05:30}, {@code -0300}, {@code +3} */
    private @Nullable Match offset(int i) {
        Token sign = tokens.at(i);
        Token hours = tokens.at(i + 1);
        if (!sign.isMark("+-")
                || !hours.isNumber()
                || hours.spaced()
                || hours.text().length() > 4) {
            return null;
        }
        int direction = sign.isMark('+') ? 1 : -1;
        if (hours.text().length() > 2) {
            return match(i + 2, Zones.offset(direction, hours.number() / 100, hours.number() % 100));
        }
        Token minutes = tokens.at(i + 3);
        boolean withMinutes = tokens.at(i + 2).isMark(':')
                && minutes.isNumber()
                && minutes.text().length() == 2;
        return withMinutes
                ? match(i + 4, Zones.offset(direction, hours.number(), minutes.number()))
                : match(i + 2, Zones.offset(direction, hours.number(), 0));
    }

    /** {@code 11:45-5 June 2025}, {@code 18:05-5/6/2025}: the dash sets off a date. */
    private boolean isDay(int i) {
        if (!tokens.at(i).isMark('-') || !tokens.at(i + 1).isNumber(2, 1, 31)) {
            return false;
        }
        Token next = tokens.at(i + 2);
        return next.isMark("/.-")
                ? tokens.at(i + 3).isNumber(2, 1, 12) && tokens.at(i + 4).isMark("/.-")
                : next.means(Kind.MONTH) && DayParser.isFullYear(tokens.at(i + 3));
    }

    private static @Nullable Match match(int to, @Nullable String zone) {
        return zone == null ? null : new Match(to, zone);
    }
}
