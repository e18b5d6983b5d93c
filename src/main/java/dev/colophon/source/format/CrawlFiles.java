package dev.colophon.source.format;

import dev.colophon.text.WordLists;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files that crawlers and archivers lay beside the pages: logs, indexes, reports, settings, and further renditions
 * of a page. The table {@code crawl-files.tsv} names them, the first line that fits counts. Thread-safe.
 */
public final class CrawlFiles {
    private static final String TIME = "{time}";
    private static final String NAME = "{name}";
    private static final List<Rule> RULES = WordLists.lines(CrawlFiles.class, "crawl-files.tsv").stream()
            .map(Rule::of)
            .toList();

    private CrawlFiles() {}

    /** Tells whether a file is there. */
    @FunctionalInterface
    public interface Folder {
        boolean holds(String path) throws IOException;

        /** The beginning of a file that is there. */
        default String beginning(String path) throws IOException {
            return "";
        }
    }

    /**
     * What such a file is, for people; null where it may be a document.
     *
     * @param path with {@code /} between its steps
     * @param folder the files around it; in an archive none can be asked for
     */
    public static @Nullable String whatIs(String path, Folder folder) throws IOException {
        String[] steps = path.split("/", -1);
        Folder once = new Asked(folder);
        for (Rule rule : RULES) {
            int start = rule.start(steps);
            if (start >= 0 && rule.isBeside(steps, start, once)) {
                return rule.what;
            }
        }
        return null;
    }

    /** A folder that is asked for each file once. */
    private static final class Asked implements Folder {
        private final Folder folder;
        private final Map<String, Boolean> there = new HashMap<>();
        private final Map<String, String> beginnings = new HashMap<>();

        Asked(Folder folder) {
            this.folder = folder;
        }

        @Override
        public boolean holds(String path) throws IOException {
            return once(there, path, folder::holds);
        }

        @Override
        public String beginning(String path) throws IOException {
            return once(beginnings, path, folder::beginning);
        }

        private interface Question<T> {
            T of(String path) throws IOException;
        }

        private static <T> T once(Map<String, T> answers, String path, Question<T> question) throws IOException {
            T known = answers.get(path);
            T answer = known == null ? question.of(path) : known;
            answers.put(path, answer);
            return answer;
        }
    }

    /**
     * Which files are meant.
     *
     * @param pattern the last steps of a path: {@code *} in a step stands for any characters, {@code **} as the last
     *     for all files below, {@code {time}} for a time in digits
     * @param beside paths that must be there, from where the pattern begins; {@code {name}} in them is what {@code *}
     *     stands for, {@code |} stands between paths of which one is enough, {@code a="x"} asks for a file that holds
     *     {@code "x"}
     * @param what they are
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
                return CaptureTimes.isFolder(step);
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

        /** What {@code *} stands for in the file's name. */
        private String name(String[] steps) {
            String last = pattern.get(pattern.size() - 1);
            String file = steps[steps.length - 1];
            int star = last.equals("**") ? -1 : last.indexOf('*');
            return star < 0 ? file : file.substring(star, file.length() - (last.length() - star - 1));
        }

        boolean isBeside(String[] steps, int start, Folder folder) throws IOException {
            String base = String.join("/", List.of(steps).subList(0, start));
            Map<String, String> meant = Map.of(TIME, steps[start], NAME, name(steps));
            for (String paths : beside) {
                if (!isOneThere(paths.split("\\|", -1), base.isEmpty() ? "" : base + "/", meant, folder)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isOneThere(String[] paths, String base, Map<String, String> meant, Folder folder)
                throws IOException {
            for (String path : paths) {
                int equals = path.indexOf('=');
                String file = base + filled(equals < 0 ? path : path.substring(0, equals), meant);
                String text = equals < 0 ? "" : filled(path.substring(equals + 1), meant);
                if (folder.holds(file)
                        && (text.isEmpty() || folder.beginning(file).contains(text))) {
                    return true;
                }
            }
            return false;
        }

        private static String filled(String pattern, Map<String, String> meant) {
            String filled = pattern;
            for (Map.Entry<String, String> each : meant.entrySet()) {
                filled = filled.replace(each.getKey(), each.getValue());
            }
            return filled;
        }

        static Rule of(String line) {
            String[] cells = line.split("\t", -1);
            List<String> beside = cells[1].isEmpty() ? List.of() : List.of(cells[1].split(" ", -1));
            return new Rule(List.of(cells[0].split("/", -1)), beside, cells[2]);
        }
    }
}
