package dev.colophon.extract;

import dev.colophon.extract.page.TextMatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the site's name and section off a title: {@code Rain in Dhaka - The Daily | News} → {@code Rain in Dhaka}. */
final class TitleText {
    private static final String SEPARATORS = "|-–—»«·•:/_›>~";

    private TitleText() {}

    /**
     * The title alone.
     *
     * @param title as it stands
     * @param siteName the site's name; null where unknown
     * @param host the site's host; null where unknown
     * @param others titles of the same page that may come without the site's name
     */
    static String withoutSite(String title, @Nullable String siteName, @Nullable String host, List<String> others) {
        List<String> parts = parts(title);
        if (parts.size() == 1) {
            return title;
        }
        for (String other : others) {
            for (int end = parts.size() - 1; end > 0; end -= 2) {
                String head = join(parts, 0, end);
                if (TextMatch.fold(head).equals(TextMatch.fold(other))) {
                    return head;
                }
            }
        }
        int from = 0;
        int end = parts.size();
        while (end > 1 && names(parts.get(end - 1), siteName, host)) {
            end -= 2;
        }
        while (from + 2 < end && names(parts.get(from), siteName, host)) {
            from += 2;
        }
        if (end == parts.size() && from == 0 && end > 2 && tail(parts)) {
            end -= 2;
        }
        return end <= from ? title : join(parts, from, end);
    }

    /** Whether the last part looks like a name beside a title. */
    private static boolean tail(List<String> parts) {
        String last = parts.get(parts.size() - 1);
        String separator = parts.get(parts.size() - 2);
        int head = join(parts, 0, parts.size() - 2).length();
        return !separator.equals(":") && last.length() <= 40 && last.length() * 2 <= head && words(last) <= 5;
    }

    private static int words(String text) {
        return TextMatch.fold(text).split(" ", -1).length;
    }

    /** Whether the part is the site's name, or what its host is called. */
    private static boolean names(String part, @Nullable String siteName, @Nullable String host) {
        if (siteName != null && TextMatch.similarity(part, siteName) > 0.8) {
            return true;
        }
        if (host == null) {
            return false;
        }
        String flat = TextMatch.fold(part).replace(" ", "");
        String hostFlat = TextMatch.fold(host).replace(" ", "");
        return flat.length() >= 3 && (hostFlat.contains(flat) || flat.equals(hostFlat));
    }

    /** Parts and the separators between them, alternating. */
    private static List<String> parts(String title) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i + 1 < title.length(); i++) {
            if (separates(title, i)) {
                String part = title.substring(start, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                    parts.add(String.valueOf(title.charAt(i)));
                }
                start = i + 1;
            }
        }
        String last = title.substring(start).strip();
        if (!last.isEmpty()) {
            parts.add(last);
        } else if (!parts.isEmpty()) {
            parts.remove(parts.size() - 1);
        }
        return parts.isEmpty() ? List.of(title) : parts;
    }

    private static boolean separates(String title, int i) {
        char unit = title.charAt(i);
        if (SEPARATORS.indexOf(unit) < 0) {
            return false;
        }
        boolean before = title.charAt(i - 1) == ' ';
        boolean after = title.charAt(i + 1) == ' ';
        return switch (unit) {
            case '|', '»', '«', '_' -> true;
            case ':' -> before && after;
            default -> before && after;
        };
    }

    /** Parts {@code from} to {@code end} as they stood. */
    private static String join(List<String> parts, int from, int end) {
        StringBuilder out = new StringBuilder(parts.get(from));
        for (int i = from + 1; i + 1 < end; i += 2) {
            out.append(' ').append(parts.get(i)).append(' ').append(parts.get(i + 1));
        }
        return out.toString();
    }
}
