package dev.colophon.source;

import com.google.common.net.InternetDomainName;
import dev.colophon.model.Capture;
import dev.colophon.model.Memento;
import dev.colophon.model.SourceItem;
import dev.colophon.storage.Storage;
import dev.colophon.text.StatedAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The address that the folders of a mirror spell, as wget, HTTrack and the downloaders of the Wayback Machine lay pages down:
 * {@code mirror/www.kurier.example/state/index.html?p=12.html} → {@code http://www.kurier.example/state/?p=12}. The time of the
 * capture may stand as 14 digits in front of the host or behind it. A folder named like a host alone makes no mirror, since
 * scrapers sort what they fetched by host too: a time in front of it does, or nothing but times in it, or the host's
 * {@code robots.txt} or {@code index.html}. Keeps what it found of the last host. Not thread-safe.
 */
final class MirrorFolders {
    private static final String INDEX = "index.html";
    private static final List<String> SIGNS = List.of("robots.txt", INDEX);
    private static final List<String> EXTENSIONS = List.of(".html", ".htm");
    private static final int LONGEST_HOST = 253;

    /** How far the page's own links are looked through for its scheme. */
    private static final int LOOKED_AT = 1 << 16;

    /** Endings of files after which folders of unpacked files are named. */
    private static final Set<String> FILE_ENDINGS =
            Set.of("zip", "tar", "gz", "warc", "wacz", "html", "mov", "app", "md", "py", "sh", "rs", "js", "cab");

    private @Nullable Host last;

    /**
     * What was found of a host's folder.
     *
     * @param signed whether a mirror's files lie in it
     * @param ofTimes whether nothing but times does
     */
    private record Host(Storage root, String folder, boolean signed, boolean ofTimes) {}

    /** An item of a file with what the file's folders spell of where and when it was captured, as far as it does not say so. */
    SourceItem located(SourceItem item, Storage root, String path) throws IOException {
        boolean file = item instanceof Capture capture
                && capture.declared() == null
                && capture.origin().recordId() == null
                && capture.origin().containerPath() == null
                && (capture.url() == null || capture.capturedAt() == null)
                && isOfTheWeb(capture.body());
        return file ? located((Capture) item, root, path.split("/", -1)) : item;
    }

    private Capture located(Capture page, Storage root, String[] steps) throws IOException {
        for (int host = 0; host < steps.length - 1; host++) {
            if (isHost(steps[host])) {
                Capture located = located(page, root, steps, host);
                if (located != null) {
                    return located;
                }
            }
        }
        return page;
    }

    /** The page with what the folders from a host on spell; null where these are no mirror's. */
    private @Nullable Capture located(Capture page, Storage root, String[] steps, int host) throws IOException {
        Instant before = host == 0 ? null : time(steps[host - 1]);
        Instant behind = host + 2 < steps.length ? time(steps[host + 1]) : null;
        boolean stated = page.url() != null || StatedAddress.find(page.body()) != null;
        if (stated && before == null && behind == null) {
            return page; // nothing is left to be told
        }
        Host found = behind != null || before == null ? host(root, steps, host) : null;
        boolean timed = behind != null && found != null && (found.signed() || found.ofTimes());
        if (before == null && !timed && (found == null || !found.signed())) {
            return null;
        }
        int path = timed ? host + 2 : host + 1;
        return page.located(stated ? null : address(steps, host, path, page.body()), timed ? behind : before);
    }

    private Host host(Storage root, String[] steps, int host) throws IOException {
        String folder = String.join("/", List.of(steps).subList(0, host + 1));
        Host known = last;
        if (known == null || !known.folder().equals(folder) || known.root() != root) {
            known = new Host(root, folder, isSigned(root, folder), isOfTimes(root, folder, steps[host + 1]));
            last = known;
        }
        return known;
    }

    private static boolean isSigned(Storage root, String folder) throws IOException {
        for (String sign : SIGNS) {
            if (root.exists(folder + '/' + sign)) {
                return true;
            }
        }
        return false;
    }

    /** @param one of the files and folders in it, so that few folders have to be listed */
    private static boolean isOfTimes(Storage root, String folder, String one) throws IOException {
        if (time(one) == null) {
            return false;
        }
        return root.listReadable(folder).files().stream()
                .map(file -> file.path().substring(folder.length() + 1))
                .allMatch(path -> path.indexOf('/') > 0 && time(path.substring(0, path.indexOf('/'))) != null);
    }

    /** Mails and texts have no address, whatever their folder is called. */
    private static boolean isOfTheWeb(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, 100), StandardCharsets.UTF_8);
        String text = head.replace("\ufeff", "").stripLeading();
        return text.startsWith("<") || text.startsWith("%PDF");
    }

    private static String address(String[] steps, int host, int path, byte[] page) {
        String above = host == 0 ? "" : steps[host - 1];
        String name = steps[host].toLowerCase(Locale.ROOT);
        boolean secure = above.equals("https") || linksTo("https://" + name, page);
        StringBuilder url = new StringBuilder(secure ? "https://" : "http://").append(name);
        for (int i = path; i < steps.length - 1; i++) {
            url.append('/').append(escaped(steps[i]));
        }
        return url.append('/').append(escaped(page(steps[steps.length - 1]))).toString();
    }

    private static boolean linksTo(String address, byte[] page) {
        return new String(page, 0, Math.min(page.length, LOOKED_AT), StandardCharsets.ISO_8859_1).contains(address);
    }

    private static @Nullable Instant time(String step) {
        Memento memento = Memento.of("http://archive/" + step + "/http://a/");
        return memento == null ? null : memento.capturedAt();
    }

    /** Whether a folder is named like a host below a suffix that is registered, and no file. */
    private static boolean isHost(String name) {
        String[] labels = name.toLowerCase(Locale.ROOT).split("\\.", -1);
        String last = labels[labels.length - 1];
        if (labels.length < 2 || name.length() > LONGEST_HOST || (labels.length == 2 && FILE_ENDINGS.contains(last))) {
            return false;
        }
        for (String label : labels) {
            if (label.isEmpty() || label.startsWith("-") || !label.chars().allMatch(MirrorFolders::isOfHost)) {
                return false;
            }
        }
        return InternetDomainName.isValid(name) && InternetDomainName.from(name).isUnderRegistrySuffix();
    }

    private static boolean isOfHost(int unit) {
        return (unit >= 'a' && unit <= 'z') || (unit >= '0' && unit <= '9') || unit == '-';
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
