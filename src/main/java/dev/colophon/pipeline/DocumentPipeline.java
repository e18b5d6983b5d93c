package dev.colophon.pipeline;

import dev.colophon.byline.BylineInterpreter;
import dev.colophon.date.DateInterpreter;
import dev.colophon.date.SiteDates;
import dev.colophon.dedup.Fingerprints;
import dev.colophon.extract.DocumentExtractor;
import dev.colophon.extract.ExtractionException;
import dev.colophon.extract.NoParserException;
import dev.colophon.extract.SurveyedPage;
import dev.colophon.extract.page.BlockModel;
import dev.colophon.extract.page.PageSketch;
import dev.colophon.extract.page.SiteKnowledge;
import dev.colophon.extract.page.SiteProfile;
import dev.colophon.language.LanguageIdentifier;
import dev.colophon.model.Capture;
import dev.colophon.model.Content;
import dev.colophon.model.Document;
import dev.colophon.model.DocumentContext;
import dev.colophon.model.Evidence;
import dev.colophon.model.Extraction;
import dev.colophon.model.Headline;
import dev.colophon.model.Identity;
import dev.colophon.model.Lineage;
import dev.colophon.model.Memento;
import dev.colophon.model.Outcome;
import dev.colophon.model.Publisher;
import dev.colophon.model.Reject;
import dev.colophon.model.RejectReason;
import dev.colophon.model.Stage;
import dev.colophon.text.Hashes;
import dev.colophon.text.StatedAddress;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One document's way from its bytes to its row: extract, interpret, fingerprint. Every engine calls {@link #process}, and
 * nothing else knows the order. Thread-safe; the same capture and settings give the same outcome on every machine.
 */
public final class DocumentPipeline implements AutoCloseable {
    private static final double SURE_OF_TITLE = 0.9;
    /** Characters that tell a language by themselves. */
    private static final int LEAST_TITLE = 40;

    private final PipelineSettings settings;
    private final DocumentExtractor extractor;
    private final LanguageIdentifier languages = new LanguageIdentifier();
    private final DateInterpreter dates = new DateInterpreter();
    private final BylineInterpreter bylines = new BylineInterpreter();

    /** Opens a pipeline; forked parsers are started when a document first needs one. */
    public DocumentPipeline(PipelineSettings settings) {
        this(settings, BlockModel.shipped());
    }

    /** Opens a pipeline that chooses the main text of pages with another block model. */
    public DocumentPipeline(PipelineSettings settings, BlockModel model) {
        this.settings = settings;
        this.extractor = new DocumentExtractor(new MetadataLines(), settings.limits(), model);
    }

    /**
     * The site of a capture: the host of its address in lower case, without {@code www.}; of a page whose address is not
     * known, that of the address that it states of itself. Does not parse it.
     *
     * @return null where neither is known
     */
    public static @Nullable String site(Capture capture) {
        return address(capture).site();
    }

    /** The site of an address; null where it is none of the web. */
    public static @Nullable String site(String url) {
        return WebAddress.of(url, null).site();
    }

    private static WebAddress address(Capture capture) {
        return WebAddress.of(addressOf(capture), null);
    }

    /** The address of the capture; where it is not known, the one that the page states of itself. */
    private static @Nullable String addressOf(Capture capture) {
        return capture.url() == null ? StatedAddress.find(capture.body()) : capture.url();
    }

    /**
     * The capture itself, or that which a web archive made of the page and shows here.
     *
     * @param address its own, or the one that the page states
     */
    private static Capture original(Capture capture, @Nullable String address) {
        boolean tells = capture.url() != null || capture.capturedAt() == null;
        Memento memento = tells ? Memento.of(address) : null;
        return memento == null ? capture : capture.archivedAs(memento);
    }

    /** What of an HTML page can be compared with other pages of its site; null for others and for what cannot be read. */
    public @Nullable PageSketch survey(Capture capture) {
        try {
            Capture original = original(capture, addressOf(capture));
            SurveyedPage page = extractor.survey(original);
            return page == null ? null : survey(original, page);
        } catch (Exception | StackOverflowError unreadable) {
            return null; // process() tells why
        }
    }

    private PageSketch survey(Capture capture, SurveyedPage page) {
        WebAddress address = address(capture);
        DocumentContext context = new DocumentContext(
                address.url(),
                address.host(),
                address.registeredDomain(),
                capture.capturedAt(),
                page.declaredLanguage(),
                null,
                null,
                null);
        PageSketch sketch = page.sketch()
                .with(dates.habit(context, page.dates()))
                .with(bylines.habit(context, page.names(), page.lines()));
        return address.canonical() == null ? sketch : sketch.at(address.canonical());
    }

    /**
     * Reads one capture. A fault of the document is an {@link Outcome.Rejected}, never an exception.
     *
     * @throws NoParserException where the machine starts no parser for it
     */
    public Outcome process(Capture capture) {
        return process(capture, SiteKnowledge.NONE);
    }

    /** The same with what is known of sites, which a page of a known site is read with. */
    public Outcome process(Capture found, SiteKnowledge sites) {
        String address = addressOf(found);
        Capture capture = original(found, address);
        String payloadSha256 = Hashes.sha256Hex(capture.body());
        Stage stage = Stage.EXTRACT;
        try {
            SiteProfile site = sites.isEmpty()
                    ? null
                    : sites.find(WebAddress.of(address, null).site());
            Extraction extraction = extractor.extract(capture, site);
            stage = Stage.INTERPRET;
            SiteDates shown = site == null ? SiteDates.NONE : new SiteDates(site.dateOrder(), site.clocks());
            return new Outcome.Accepted(interpret(capture, payloadSha256, extraction, shown));
        } catch (NoParserException machine) {
            throw machine;
        } catch (ExtractionException refused) {
            return rejected(capture, payloadSha256, stage, refused.reason(), refused, refused.getCause());
        } catch (Exception | StackOverflowError fault) {
            return rejected(capture, payloadSha256, stage, RejectReason.MALFORMED, fault, fault);
        }
    }

    /** What becomes of a capture whose reading took more processor time than a document may and was given up. */
    public Outcome givenUp(Capture capture) {
        String message = "was given up after " + settings.limits().parseTime().toMillis()
                + " ms of processor time; raise the parse-time limit if the document is worth it";
        ExtractionException late = new ExtractionException(RejectReason.TIMEOUT, message, null);
        return rejected(capture, Hashes.sha256Hex(capture.body()), Stage.EXTRACT, late.reason(), late, null);
    }

    private static Outcome rejected(
            Capture capture,
            String payloadSha256,
            Stage stage,
            RejectReason reason,
            Throwable said,
            @Nullable Throwable fault) {
        String message = said.getMessage() == null ? said.getClass().getSimpleName() : said.getMessage();
        return new Outcome.Rejected(Reject.of(capture, payloadSha256, stage, reason, message, fault));
    }

    private Document interpret(Capture capture, String payloadSha256, Extraction extraction, SiteDates site) {
        WebAddress address = WebAddress.of(capture.url(), extraction.canonicalUrl());
        Publisher publisher = settings.publishers()
                .find(settings.publisher(), capture.publisher(), address.registeredDomain(), address.host());
        String text = settings.text().text(extraction.blocks());
        String read = text.isBlank() ? described(extraction.headline()) : text;
        LanguageIdentifier.Identification language = language(read, extraction.declaredLanguage(), text.isBlank());
        DocumentContext context = new DocumentContext(
                address.url(),
                address.host(),
                address.registeredDomain(),
                capture.capturedAt(),
                language == null ? null : language.tag(extraction.declaredLanguage()),
                extraction.headline().title(),
                extraction.siteName(),
                publisher);
        DateInterpreter.Decision when = dates.interpret(context, extraction.dates(), site);
        BylineInterpreter.Decision who = bylines.interpret(context, extraction.names());
        List<Evidence> evidence =
                Stream.concat(when.evidence().stream(), who.evidence().stream()).toList();
        return new Document(
                identity(capture, payloadSha256, address, publisher, extraction.siteName()),
                capture.capturedAt(),
                when.publication(),
                content(extraction, text, languages.script(read, extraction.declaredLanguage()), language),
                who.credits(),
                Fingerprints.of(text),
                new Lineage(capture.origin(), payloadSha256, capture.body().length, capture.httpStatus()),
                evidence);
    }

    /** The language of what is read; of a title alone only where it is told surely, or stated. */
    private LanguageIdentifier.@Nullable Identification language(
            String read, @Nullable String declared, boolean onlyDescribed) {
        LanguageIdentifier.Identification found = languages.identify(read, declared);
        boolean unsure = declared == null
                && found != null
                && (found.confidence() < SURE_OF_TITLE || read.length() < LEAST_TITLE);
        return onlyDescribed && unsure ? null : found;
    }

    private static String described(Headline headline) {
        return Stream.of(headline.title(), headline.description())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    private static Identity identity(
            Capture capture,
            String payloadSha256,
            WebAddress address,
            @Nullable Publisher publisher,
            @Nullable String siteName) {
        return new Identity(
                DocumentId.of(capture.origin(), payloadSha256),
                address.url(),
                address.canonical(),
                address.host(),
                address.registeredDomain(),
                publisher == null ? siteName : publisher.id());
    }

    private static Content content(
            Extraction extraction,
            String text,
            @Nullable String script,
            LanguageIdentifier.@Nullable Identification language) {
        return new Content(
                extraction.headline(),
                text,
                language == null ? null : language.tag(),
                script,
                language == null ? null : language.confidence(),
                extraction.section(),
                extraction.tags(),
                extraction.imageUrl(),
                extraction.mediaType(),
                extraction.charset(),
                extraction.pageCount());
    }

    /** How many documents hang, as {@link DocumentExtractor#standingStill} says. */
    public int standingStill() {
        return extractor.standingStill();
    }

    /** Ends the forked parsers. */
    @Override
    public void close() {
        extractor.close();
    }
}
