package dev.colophon.extract.page;

import dev.colophon.text.Urls;
import dev.colophon.text.WordLists;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Tells forums, and sites of questions and answers, by their address and by the system that made them. */
final class ForumSigns {
    /** Other sites have these words in their addresses too. */
    private static final Set<String> DOUBTFUL = new HashSet<>();

    private static final Set<String> HOSTS = new HashSet<>();
    private static final Set<String> STEPS = new HashSet<>();
    private static final Set<String> SYSTEMS = new HashSet<>();

    static {
        for (String line : WordLists.lines(ForumSigns.class, "forum-signs.txt")) {
            boolean doubtful = line.endsWith("?");
            String sign = doubtful ? line.substring(0, line.length() - 1) : line;
            if (doubtful) {
                DOUBTFUL.add(sign.startsWith("/") ? sign.substring(1) : sign.substring(0, sign.length() - 1));
            }
            if (sign.endsWith(".")) {
                HOSTS.add(sign.substring(0, sign.length() - 1));
            } else if (sign.startsWith("/")) {
                STEPS.add(sign.substring(1));
            } else {
                SYSTEMS.add(line);
            }
        }
    }

    private ForumSigns() {}

    /**
     * Whether the page is one of a forum.
     *
     * @param address null where it is unknown
     * @param article whether the page says that it is an article: the words of its address have to be sure then
     */
    static boolean are(PageHead head, @Nullable String address, boolean article) {
        return (address != null && isForums(address, article))
                || head.headMetas().stream().anyMatch(ForumSigns::isForums);
    }

    private static boolean isForums(Element meta) {
        return meta.attr("name").equalsIgnoreCase("generator")
                && SYSTEMS.stream()
                        .anyMatch(system -> meta.attr("content").regionMatches(true, 0, system, 0, system.length()));
    }

    private static boolean isForums(String address, boolean sure) {
        int scheme = address.indexOf("://");
        int start = scheme < 0 ? 0 : scheme + 3;
        int end = Urls.endOfPath(address, start);
        int path = address.indexOf('/', start);
        int hostEnd = path < 0 || path > end ? end : path;
        return names(address, start, address.lastIndexOf('.', hostEnd - 1), '.', HOSTS, sure)
                || names(address, hostEnd + 1, end, '/', STEPS, sure);
    }

    /** Whether one of these words stands between marks there; what stands behind the last mark of a host is none. */
    private static boolean names(String address, int start, int end, char mark, Set<String> words, boolean sure) {
        int from = start;
        for (int i = start; i <= end; i++) {
            if (i == end ? mark == '/' : address.charAt(i) == mark) {
                String word = address.substring(from, i).toLowerCase(Locale.ROOT);
                if (words.contains(word) && !(sure && DOUBTFUL.contains(word))) {
                    return true;
                }
                from = i + 1;
            }
        }
        return false;
    }
}
