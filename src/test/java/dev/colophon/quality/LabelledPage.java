package dev.colophon.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.net.InternetDomainName;
import dev.colophon.model.Capture;
import dev.colophon.model.Origin;
import dev.colophon.text.StatedAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A page of a labelled corpus: a folder of sets, each with {@code labels.jsonl} and {@code pages/<id>.html.gz}.
 *
 * @param set the set's name
 * @param label what it holds
 * @param file its bytes, gzipped
 */
public record LabelledPage(String set, Label label, Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant CAPTURED = Instant.parse("2026-11-01T00:00:00Z");

    /** The pages of a corpus, sets in order; of the named sets alone where any is named. */
    public static List<LabelledPage> of(Path corpus, Set<String> sets) throws IOException {
        List<LabelledPage> pages = new ArrayList<>();
        try (Stream<Path> folders = Files.list(corpus)) {
            for (Path folder : folders.sorted().toList()) {
                String set = folder.getFileName().toString();
                Path labels = folder.resolve("labels.jsonl");
                if (Files.exists(labels) && (sets.isEmpty() || sets.contains(set))) {
                    for (String line : Files.readAllLines(labels)) {
                        Label label = Label.of(JSON.readTree(line));
                        pages.add(new LabelledPage(
                                set, label, folder.resolve("pages").resolve(label.id() + ".html.gz")));
                    }
                }
            }
        }
        return pages;
    }

    /** The page's name in the corpus. */
    public String id() {
        return set + "/" + label.id();
    }

    /** The registered domain of the page's address, or its host; the page's own name where no address is known. */
    public String site() {
        String url = label.url() == null ? StatedAddress.find(capture().body()) : original(label.url());
        String host = url == null || url.indexOf("://") < 0 ? null : host(url);
        if (host == null) {
            return id();
        }
        if (!InternetDomainName.isValid(host)) {
            return host;
        }
        InternetDomainName name = InternetDomainName.from(host);
        return name.isUnderPublicSuffix() ? name.topPrivateDomain().toString() : host;
    }

    /** What a web archive's address is a copy of. */
    private static String original(String url) {
        int inner = url.lastIndexOf("http");
        return url.contains("archive.org/") && inner > 0 ? url.substring(inner) : url;
    }

    private static @Nullable String host(String url) {
        try {
            return URI.create(bare(url)).getHost();
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /** Scheme and authority: the rest of a captured address is often no URI. */
    private static String bare(String url) {
        int authority = url.indexOf("://") + 3;
        int end = authority;
        while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return url.substring(0, end).strip();
    }

    public Capture capture() {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return new Capture(
                    Origin.ofFile(file.toString(), Files.size(file)),
                    label.url(),
                    CAPTURED,
                    "text/html",
                    null,
                    200,
                    null,
                    in.readAllBytes());
        } catch (IOException fault) {
            throw new UncheckedIOException(file.toString(), fault);
        }
    }
}
