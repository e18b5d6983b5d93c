package dev.colophon.extract;

import dev.colophon.model.Capture;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.Declared;
import dev.colophon.model.Extraction;
import dev.colophon.model.Headline;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds to what a document says what came with it: the server's headers and the fields of a dump's record. The document's own
 * words go first; claims stand beside its own.
 */
final class DeclaredFields {
    private final Extraction read;
    private final List<DateClaim> dates;
    private final List<NameClaim> names;
    private int order;

    private DeclaredFields(Extraction read) {
        this.read = read;
        this.dates = new ArrayList<>(read.dates());
        this.names = new ArrayList<>(read.names());
        this.order = read.dates().size() + read.names().size();
    }

    /** The extraction with all that came with the capture. */
    static Extraction with(Capture capture, Extraction read) {
        String stated = capture.lastModified();
        String lastModified = stated == null || stated.isBlank() ? null : stated;
        Declared declared = capture.declared();
        if (lastModified == null && declared == null) {
            return read;
        }
        DeclaredFields all = new DeclaredFields(read);
        if (lastModified != null) {
            all.addHeader(lastModified);
        }
        if (declared != null) {
            declared.dates().forEach(all::add);
            declared.names().forEach(all::add);
        }
        return all.extraction(declared == null ? Declared.NOTHING : declared);
    }

    private void addHeader(String lastModified) {
        add(new DateClaim(
                DateClaim.Meaning.MODIFIED,
                lastModified,
                ClaimSource.HTTP_HEADER,
                "http:Last-Modified",
                Region.HEAD,
                0));
    }

    private void add(DateClaim claim) {
        dates.add(
                new DateClaim(claim.meaning(), claim.raw(), claim.source(), claim.locator(), claim.region(), order++));
    }

    private void add(NameClaim claim) {
        names.add(new NameClaim(
                claim.role(),
                claim.raw(),
                claim.source(),
                claim.locator(),
                claim.region(),
                order++,
                claim.kind(),
                claim.reference()));
    }

    private Extraction extraction(Declared declared) {
        Headline own = read.headline();
        return new Extraction(
                read.mediaType(),
                read.charset(),
                new Headline(
                        first(own.title(), declared.headline().title()),
                        own.kicker(),
                        first(own.description(), declared.headline().description())),
                read.blocks(),
                first(read.declaredLanguage(), declared.language()),
                first(read.siteName(), declared.siteName()),
                read.canonicalUrl(),
                first(read.section(), declared.section()),
                read.tags().isEmpty() ? declared.tags() : read.tags(),
                first(read.imageUrl(), declared.imageUrl()),
                read.pageCount(),
                dates,
                names);
    }

    private static @Nullable String first(@Nullable String own, @Nullable String declared) {
        return own == null ? declared : own;
    }
}
