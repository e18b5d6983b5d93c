package dev.colophon.source.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files that crawlers and archivers lay beside the pages: logs, indexes, reports, settings, and further renditions of a page.
 * The table {@code crawl-files.tsv} names them, the first line that fits counts. Thread-safe.
 */
public final class CrawlFiles {
    private static final String TIME = "{time}";
    private static final String NAME = "{name}";
    private static final int SHORTEST_TIME = 10;
    private static final List<Rule> RULES = rules();

    private CrawlFiles() {}

    /** Tells whether a file is there. */
    @FunctionalInterface
    public interface Folder {
        boolean holds(String path) throws IOException;
    }

    /**
     * What such a file is, for people; null where it may be a document.
     *
     * @param path with {@code /} between its steps
     * @param folder the files around it; in an archive none can be asked for
     */
    public static @Nullable String whatIs(String path, Folder folder) throws IOException {
        String[] steps = path.split("/", -1);
        Map<String, Boolean> asked = new HashMap<>();
        Folder once = wanted -> {
            Boolean known = asked.get(wanted);
            boolean there = known == null ? folder.holds(wanted) : known;
            asked.put(wanted, there);
            return there;
        };
        for (Rule rule : RULES) {
            int start = rule.start(steps);
            if (start >= 0 && rule.isBeside(steps, start, once)) {
                return rule.what.isEmpty() ? null : rule.what;
            }
        }
        return null;
    }

    /**
     * Which files are meant.
     *
     * @param pattern the last steps of a path: {@code *} in a step stands for any characters, {@code **} as the last for all
     *     files below, {@code {time}} for a time in digits
     * @param beside paths that must be there, from where the pattern begins; {@code {name}} in them is what {@code *} stands for
     * @param what they are; empty where they are documents
     */
    private record Rule(List<String> pattern, List<String> beside, String what) {
        /** The step at which the pattern begins; -1 where it does not fit. */
        int start(String[] steps) {
            boolean below = pattern.get(pattern.size() - 1).equals("**");
            int length = below ? pattern.size() - 1 : pattern.size();
            int last = steps.length - (below ? length + 1 : length);
            for (int start = below ? 0 : last; start >= 0 && start <= last; start++) {
                if (fits(steps, start, length)) {
                    return start;
                }
            }
            return -1;
        }

        private boolean fits(String[] steps, int start, int length) {
            for (int i = 0; i < length; i++) {
                if (!fits(pattern.get(i), steps[start + i])) {
                    return false;
                }
            }
            return true;
        }

        private static boolean fits(String pattern, String step) {
            if (pattern.equals(TIME)) {
                return isTime(step);
            }
            int star = pattern.indexOf('*');
            if (star < 0) {
                return pattern.equals(step);
            }
            String end = pattern.substring(star + 1);
            return step.length() >= pattern.length() - 1
                    && step.startsWith(pattern.substring(0, star))
                    && step.endsWith(end);
        }

        private static boolean isTime(String step) {
            int point = step.indexOf('.');
            String seconds = point < 0 ? step : step.substring(0, point);
            return seconds.length() >= SHORTEST_TIME
                    && step.chars().allMatch(unit -> unit == '.' || (unit >= '0' && unit <= '9'));
        }

        /** What {@code *} stands for in the file's name. */
        private String name(String[] steps) {
            String last = pattern.get(pattern.size() - 1);
            String file = steps[steps.length - 1];
            int star = last.equals("**") ? -1 : last.indexOf('*');
            return star < 0 ? file : file.substring(star, file.length() - (last.length() - star - 1));
        }

        boolean isBeside(String[] steps, int start, Folder folder) throws IOException {
            String base = String.join("/", List.of(steps).subList(0, start));
            for (String path : beside) {
                String whole = (base.isEmpty() ? "" : base + "/")
                        + path.replace(TIME, steps[start]).replace(NAME, name(steps));
                if (!folder.holds(whole)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static List<Rule> rules() {
        String name = "crawl-files.tsv";
        InputStream table = Objects.requireNonNull(CrawlFiles.class.getResourceAsStream(name), name);
        List<Rule> rules = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    String[] cells = line.split("\t", -1);
                    List<String> beside = cells[1].isEmpty() ? List.of() : List.of(cells[1].split(" ", -1));
                    rules.add(new Rule(List.of(cells[0].split("/", -1)), beside, cells[2]));
                }
            }
            return List.copyOf(rules);
        } catch (IOException broken) {
            throw new UncheckedIOException(name, broken);
        }
    }
}
