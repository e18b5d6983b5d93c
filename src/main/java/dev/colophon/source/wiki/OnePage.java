package dev.colophon.source.wiki;

import dev.colophon.model.Capture;
import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.Declared;
import dev.colophon.model.Headline;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import dev.colophon.model.RejectReason;
import dev.colophon.model.Role;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.BadInput;
import dev.colophon.source.format.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * A page of a wiki.
 *
 * @param head title, namespace, redirect
 * @param created time of the first revision in the dump; null where that is the latest
 * @param latest the latest revision
 */
record OnePage(Map<String, String> head, @Nullable String created, Map<String, String> latest) {
    /** Pages that are made for other pages, everywhere: https://www.mediawiki.org/wiki/Manual:Namespace_constants */
    private static final Set<String> MACHINERY = Set.of("8", "10", "828");

    static OnePage of(byte[] head, byte[] first, byte[] last) throws BadInput {
        Map<String, String> latest = parse(last);
        String created = first.length == last.length && Arrays.equals(first, last)
                ? null
                : parse(first).get("timestamp");
        return new OnePage(parse(head), created, latest);
    }

    private static Map<String, String> parse(byte[] piece) throws BadInput {
        Map<String, String> values = new HashMap<>();
        try {
            WikiXml.read(piece, values);
            return values;
        } catch (XMLStreamException broken) {
            throw new BadInput(RejectReason.MALFORMED, "expected a page in XML: " + firstLine(broken.getMessage()));
        }
    }

    private static String firstLine(@Nullable String message) {
        String text = String.valueOf(message);
        return text.indexOf("Message:") >= 0
                ? text.substring(text.indexOf("Message:") + 8).strip()
                : text;
    }

    SourceItem item(Place place, WikiSite site, long offset, long length) throws BadInput {
        requireReadable();
        String title = head.getOrDefault("title", "").strip();
        return new Capture(
                place.origin(offset, length, "revision/" + latest.get("id")),
                title.isEmpty() ? null : site.address(title),
                null,
                "text/x-wiki; charset=utf-8",
                null,
                null,
                null,
                new Declared(
                        new Headline(title.isEmpty() ? null : title, null, null),
                        site.language(),
                        site.name(),
                        null,
                        List.of(),
                        null,
                        dates(),
                        names()),
                latest.getOrDefault("text", "").getBytes(StandardCharsets.UTF_8));
    }

    /** What is no text for readers is left out by its kind. */
    private void requireReadable() throws BadInput {
        String redirect = head.get("redirect@title");
        String namespace = head.getOrDefault("ns", "0");
        String model = latest.getOrDefault("model", "wikitext");
        if (redirect != null) {
            throw new BadInput(RejectReason.UNSUPPORTED, "a redirect to the page " + redirect);
        }
        if (MACHINERY.contains(namespace)) {
            throw new BadInput(
                    RejectReason.UNSUPPORTED,
                    "a template, module or message of the wiki (namespace " + namespace + ")");
        }
        if (!model.equals("wikitext")) {
            throw new BadInput(RejectReason.UNSUPPORTED, "expected wikitext, found the content model " + model);
        }
        if (latest.getOrDefault("text", "").isBlank()) {
            String why = latest.containsKey("text@deleted") ? "its text was deleted" : "the dump holds no text of it";
            throw new BadInput(RejectReason.EMPTY, "a page without text: " + why);
        }
    }

    private List<DateClaim> dates() {
        List<DateClaim> dates = new ArrayList<>();
        if (created != null) {
            dates.add(date(DateClaim.Meaning.CREATED, created, "mediawiki:first-timestamp", 0));
        }
        String timestamp = latest.get("timestamp");
        if (timestamp != null) {
            dates.add(date(DateClaim.Meaning.MODIFIED, timestamp, "mediawiki:timestamp", dates.size()));
        }
        return dates;
    }

    private static DateClaim date(DateClaim.Meaning meaning, String raw, String locator, int order) {
        return new DateClaim(meaning, raw, ClaimSource.RECORD, locator, Region.HEAD, order);
    }

    private List<NameClaim> names() {
        String user = latest.get("contributor/username");
        return user == null || user.isBlank()
                ? List.of()
                : List.of(new NameClaim(
                        Role.AUTHOR, user, ClaimSource.RECORD, "mediawiki:contributor", Region.HEAD, 2, null, null));
    }
}
