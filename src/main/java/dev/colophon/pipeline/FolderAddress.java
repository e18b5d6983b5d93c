package dev.colophon.pipeline;

import com.google.common.net.InternetDomainName;
import dev.colophon.model.Capture;
import dev.colophon.model.Memento;
import dev.colophon.model.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address that the folders of a mirror spell, as wget, HTTrack and the downloaders of the Wayback Machine lay pages down:
 * {@code mirror/www.kurier.example.org/state/index.html?p=12.html} → {@code http://www.kurier.example.org/state/?p=12}. The time
 * of the capture may stand as 14 digits in front of the host or behind it.
 *
 * @param url the address; its scheme is a guess where neither a folder nor a link of the page shows it
 * @param capturedAt null where no folder tells
 */
record FolderAddress(String url, @Nullable Instant capturedAt) {
    private static final String INDEX = "index.html";
    private static final List<String> EXTENSIONS = List.of(".html", ".htm");
    private static final int LONGEST_HOST = 253;

    /** How far the page's own links are looked through for its scheme. */
    private static final int LOOKED_AT = 1 << 16;


    /** Top-level domains that are endings of files too, after which folders of unpacked files are named. */
    private static final Set<String> FILE_ENDINGS = Set.of("zip", "mov", "app", "md", "py", "sh", "rs", "cab");

    /** The address of a file or an entry of an archive; null where no folder is named like a host. */
    static @Nullable FolderAddress of(Capture capture) {
        Origin origin = capture.origin();
        if (capture.declared() != null || origin.recordId() != null) {
            return null;
        }
        String inside = origin.containerPath() == null ? "" : '/' + origin.containerPath().replace('!', '/');
        List<String> steps = new ArrayList<>(List.of((origin.sourceUri() + inside).split("/", -1)));
        for (int i = 0; i < steps.size() - 1; i++) {
            if (isHost(steps.get(i))) {
                return of(steps, i, capture.body());
            }
        }
        return null;
    }

    private static FolderAddress of(List<String> steps, int host, byte[] page) {
        Instant before = host == 0 ? null : time(steps.get(host - 1));
        Instant behind = host + 2 < steps.size() ? time(steps.get(host + 1)) : null;
        int path = behind == null ? host + 1 : host + 2;
        String above = host == 0 ? "" : steps.get(host - 1);
        String name = steps.get(host).toLowerCase(Locale.ROOT);
        boolean secure = above.equals("https") || above.equals("https:") || linksTo("https://" + name, page);
        StringBuilder url = new StringBuilder(secure ? "https://" : "http://").append(name);
        for (int i = path; i < steps.size() - 1; i++) {
            url.append('/').append(escaped(steps.get(i)));
        }
        url.append('/').append(escaped(page(steps.get(steps.size() - 1))));
        return new FolderAddress(url.toString(), behind == null ? before : behind);
    }

    private static boolean linksTo(String address, byte[] page) {
        return new String(page, 0, Math.min(page.length, LOOKED_AT), StandardCharsets.ISO_8859_1).contains(address);
    }

    private static @Nullable Instant time(String step) {
        Memento memento = Memento.of("http://archive/" + step + "/http://a/");
        return memento == null ? null : memento.capturedAt();
    }

    /** Whether a folder is named like a host that the Public Suffix List knows. */
    private static boolean isHost(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int dot = lower.lastIndexOf('.');
        if (dot < 1 || name.length() > LONGEST_HOST || !InternetDomainName.isValid(lower)) {
            return false;
        }
        boolean www = lower.startsWith("www.");
        boolean file = lower.indexOf('.') == dot && FILE_ENDINGS.contains(lower.substring(dot + 1));
        return (www || !file) && InternetDomainName.from(lower).isUnderRegistrySuffix();
    }

    /** The last step as the server knows it: {@code index.html@p=12.html} → {@code ?p=12}. */
    private static String page(String file) {
        String numbered = withoutNumber(file);
        int query = numbered.indexOf('?');
        int at = query < 0 ? numbered.indexOf('@') : query;
        if (at > 0 && numbered.indexOf('=', at) > 0) {
            String path = numbered.substring(0, at);
            return (path.equals(INDEX) ? "" : path) + '?' + withoutExtension(numbered.substring(at + 1));
        }
        return numbered.equals(INDEX) ? "" : withoutExtension(numbered, ".php", ".asp", ".aspx", ".jsp", ".cgi");
    }

    /** wget numbers what it fetches again: {@code a.html.1}. */
    private static String withoutNumber(String file) {
        int dot = file.lastIndexOf('.');
        boolean number = dot > 0
                && dot < file.length() - 1
                && file.substring(dot + 1).chars().allMatch(unit -> unit >= '0' && unit <= '9')
                && EXTENSIONS.stream().anyMatch(file.substring(0, dot)::endsWith);
        return number ? file.substring(0, dot) : file;
    }

    /** wget puts {@code .html} behind the names of pages that have none. */
    private static String withoutExtension(String name, String... before) {
        for (String extension : EXTENSIONS) {
            if (name.endsWith(extension)) {
                String rest = name.substring(0, name.length() - extension.length());
                for (String end : before) {
                    if (rest.endsWith(end)) {
                        return rest;
                    }
                }
                return before.length == 0 ? rest : name;
            }
        }
        return name;
    }

    private static String escaped(String step) {
        StringBuilder escaped = new StringBuilder(step.length());
        for (byte unit : step.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = unit > ' ' && unit < 0x7f && "\"<>\\^`{|}#".indexOf(unit) < 0;
            escaped.append(plain ? String.valueOf((char) unit) : String.format(Locale.ROOT, "%%%02X", unit & 0xff));
        }
        return escaped.toString();
    }
}
