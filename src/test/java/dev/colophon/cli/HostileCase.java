package dev.colophon.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A hostile input and what it must lead to.
 *
 * @param name path below the inputs' folder
 * @param expected alternatives such as {@code row|quarantine} and {@code rows:1-2+quarantine:1}
 * @param reasons what may be the reason of a quarantine; empty where any may. Where the list expects rows alone and names
 *     reasons, captures that are rejected for one of them may be missing.
 * @param seconds most seconds of processor time that it may take
 */
record HostileCase(String name, String expected, Set<String> reasons, int seconds) {
    static List<HostileCase> read(Path list) throws IOException {
        List<HostileCase> cases = new ArrayList<>();
        for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
            String[] fields = line.split("\t", -1);
            if (!fields[0].equals("name")) {
                Set<String> reasons = fields[3].isEmpty() ? Set.of() : Set.of(fields[3].split("\\|", -1));
                cases.add(new HostileCase(unescaped(fields[0]), fields[2], reasons, Integer.parseInt(fields[5])));
            }
        }
        return cases;
    }

    /** Names are written as Python's unicode_escape writes them. */
    private static String unescaped(String name) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char unit = name.charAt(i);
            char kind = unit == '\\' && i + 1 < name.length() ? name.charAt(++i) : 0;
            int digits = kind == 'x' ? 2 : kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
            if (kind == 0) {
                out.append(unit);
            } else if (digits == 0) {
                out.append(kind == 'n' ? '\n' : kind == 't' ? '\t' : kind == 'r' ? '\r' : kind);
            } else {
                out.appendCodePoint(Integer.parseInt(name.substring(i + 1, i + 1 + digits), 16));
                i += digits;
            }
        }
        return out.toString();
    }

    boolean allows(HostileOutcome outcome) {
        boolean named = reasons.isEmpty()
                || outcome.faulty() == 0
                || outcome.faults().keySet().stream().anyMatch(reasons::contains);
        boolean expectsNone = !expected.contains("quarantine");
        boolean excused = expectsNone
                && !reasons.isEmpty()
                && reasons.containsAll(outcome.faults().keySet());
        for (String alternative : expected.replaceAll("\\([^)]*\\)", "").split("\\||\\bor\\b", -1)) {
            if (named && allows(alternative.strip(), outcome, excused)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allows(String alternative, HostileOutcome outcome, boolean excused) {
        if (alternative.startsWith("container")) {
            return outcome.faulty() > 0;
        }
        if (alternative.endsWith("accounted")) {
            return outcome.documents() + outcome.faulty() + outcome.skipped() > 0;
        }
        int least = 0;
        int most = 0;
        int faults = 0;
        int skips = 0;
        for (String part : alternative.split("\\+", -1)) {
            String count = part.substring(part.indexOf(':') + 1).strip();
            if (part.equals("row")) {
                least = 1;
                most = 1;
            } else if (part.startsWith("rows:")) {
                String[] range = count.split("-", -1);
                least = Integer.parseInt(range[0]);
                most = Integer.parseInt(range[range.length - 1]);
            } else {
                faults = part.startsWith("quarantine") ? number(part, count) : faults;
                skips = part.contains("skip") ? number(part, count) : skips;
            }
        }
        return outcome.documents() >= least
                && outcome.documents() <= most
                && (excused || fits(outcome.faulty(), faults))
                && (skips == 0 || outcome.skipped() > 0 || outcome.faulty() > 0)
                && outcome.documents() + outcome.faulty() + outcome.skipped() > 0;
    }

    /** How many there must be; -1 where any number will do. */
    private static int number(String part, String count) {
        return part.indexOf(':') < 0 || part.contains("/skip") ? -1 : Integer.parseInt(count);
    }

    private static boolean fits(int found, int expected) {
        return expected < 0 || found == expected;
    }
}
