package dev.colophon.pipeline;

import com.google.common.net.InternetDomainName;
import dev.colophon.model.Memento;
import dev.colophon.text.Urls;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A document's address and what follows from it.
 *
 * @param url the address it was captured from, as written; where a web archive shows it, the one that was archived; null
 *     where unknown
 * @param canonical the page's own canonical address, else {@code url}, without fragment and tracking parameters; null
 *     where unknown
 * @param host host of {@code canonical}, lower case, in its ASCII form; null where unknown
 * @param registeredDomain the host's public suffix and one label more, by the Public Suffix List; null where the host has
 *     none
 */
record WebAddress(
        @Nullable String url,
        @Nullable String canonical,
        @Nullable String host,
        @Nullable String registeredDomain) {
    private static final Set<String> TRACKING = Set.of(
            "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "_ga");

    /** Addresses within a web archive count for those that they stand for. */
    static WebAddress of(@Nullable String capturedFrom, @Nullable String statedByPage) {
        String captured = capturedFrom == null ? null : Memento.originalOf(capturedFrom);
        String stated = statedByPage == null ? null : Memento.originalOf(statedByPage);
        String url = captured == null ? stated : captured;
        if (url == null) {
            return new WebAddress(null, null, null, null);
        }
        String canonical = normalise(stated == null ? url : stated);
        if (canonical == null) {
            canonical = normalise(url);
        }
        String host = canonical == null ? null : hostOf(canonical);
        return new WebAddress(url, canonical, host, host == null ? null : registeredDomain(host));
    }

    /** The host without {@code www.}: pages that share it share their furniture. Null where the host is unknown. */
    @Nullable
    String site() {
        return host == null ? null : Urls.withoutWww(host);
    }

    /** The address in its normal form; null where it is no absolute HTTP address. */
    private static @Nullable String normalise(String address) {
        int fragment = address.indexOf('#');
        String bare = (fragment < 0 ? address : address.substring(0, fragment)).strip();
        int scheme = bare.indexOf("://");
        if (scheme < 0) {
            return null;
        }
        String protocol = bare.substring(0, scheme).toLowerCase(Locale.ROOT);
        if (!protocol.equals("http") && !protocol.equals("https")) {
            return null;
        }
        int pathStart = firstOf(bare, scheme + 3);
        String authority = bare.substring(scheme + 3, pathStart).toLowerCase(Locale.ROOT);
        if (authority.isEmpty()) {
            return null;
        }
        String rest = withoutTracking(bare.substring(pathStart));
        return protocol + "://" + authority + (rest.isEmpty() ? "/" : rest);
    }

    private static int firstOf(String address, int from) {
        for (int i = from; i < address.length(); i++) {
            if (address.charAt(i) == '/' || address.charAt(i) == '?') {
                return i;
            }
        }
        return address.length();
    }

    private static String withoutTracking(String pathAndQuery) {
        int query = pathAndQuery.indexOf('?');
        if (query < 0) {
            return pathAndQuery;
        }
        String kept = Arrays.stream(pathAndQuery.substring(query + 1).split("&"))
                .filter(parameter -> !isTracking(parameter))
                .collect(Collectors.joining("&"));
        return pathAndQuery.substring(0, query) + (kept.isEmpty() ? "" : "?" + kept);
    }

    private static boolean isTracking(String parameter) {
        int end = parameter.indexOf('=');
        String name = (end < 0 ? parameter : parameter.substring(0, end)).toLowerCase(Locale.ROOT);
        return name.startsWith("utm_") || TRACKING.contains(name);
    }

    private static @Nullable String hostOf(String canonical) {
        int start = canonical.indexOf("://") + 3;
        String authority = canonical.substring(start, firstOf(canonical, start));
        String host = authority.substring(authority.lastIndexOf('@') + 1);
        int port = host.lastIndexOf(':');
        if (port > 0 && !host.endsWith("]")) {
            host = host.substring(0, port);
        }
        return asciiHost(host);
    }

    /** The host in lower case and in its ASCII form; null where it is none. */
    static @Nullable String asciiHost(String host) {
        try {
            String ascii = host.startsWith("[") ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
            return new URI("http", ascii, null, null).getHost() == null ? null : ascii.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException | URISyntaxException notAHost) {
            return null;
        }
    }

    private static @Nullable String registeredDomain(String host) {
        if (!InternetDomainName.isValid(host)) {
            return null;
        }
        InternetDomainName name = InternetDomainName.from(host);
        if (name.isUnderRegistrySuffix()) {
            return name.topDomainUnderRegistrySuffix().toString();
        }
        // A suffix that the list does not hold counts as one label: its rule "*".
        List<String> labels = name.parts();
        boolean number = labels.get(labels.size() - 1).chars().allMatch(unit -> unit >= '0' && unit <= '9');
        return name.hasRegistrySuffix() || number || labels.size() < 2
                ? null
                : String.join(".", labels.subList(labels.size() - 2, labels.size()));
    }
}
