package dev.colophon.extract;

import dev.colophon.model.ClaimSource;
import dev.colophon.model.DateClaim;
import dev.colophon.model.NameClaim;
import dev.colophon.model.Region;
import dev.colophon.model.Role;
import dev.colophon.text.NameFolding;
import dev.colophon.text.Spaces;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The metadata inside a file, under the names that Tika gives it, read as title and claims. */
final class FileMetadata {
    private static final Set<String> MAIL =
            Set.of("message/rfc822", "application/vnd.ms-outlook", "message/news", "multipart/related");
    /** When a book was published, where that is told apart from when it was made; Tika has no name for it. */
    static final String ISSUED = "dcterms:issued";
    /** Who translated a book; Tika has no name for it. */
    static final String TRANSLATOR = "translator";
    /** Who edited a book; Tika has no name for it. */
    static final String EDITOR = "editor";

    private static final int MOST_TAGS = 100;

    /** Zero in the OLE property sets of Office files, which count from there. */
    private static final String NO_DATE = "1601-01-01";

    private static final int MOST_NAMES = 200;

    private final String mediaType;
    private final Map<String, List<String>> values;
    private final List<DateClaim> dates = new ArrayList<>();
    private final List<NameClaim> names = new ArrayList<>();

    FileMetadata(String mediaType, Map<String, List<String>> values) {
        this.mediaType = mediaType;
        this.values = values;
        if (isMail()) {
            addMailClaims();
        } else {
            addFileClaims();
        }
    }

    private boolean isMail() {
        return MAIL.contains(mediaType);
    }

    private void addMailClaims() {
        String address = first("Message:From-Email");
        String name = first("Message:From-Name");
        if (address != null && address.equals(name)) {
            name = null;
        }
        if (name != null) {
            addName(Role.AUTHOR, name, "Message:From-Name", address);
        } else {
            all("dc:creator").forEach(sender -> addName(Role.AUTHOR, sender, "dc:creator", address));
        }
        addDate(DateClaim.Meaning.PUBLISHED, "dcterms:created");
    }

    private void addFileClaims() {
        all("dc:creator").forEach(name -> addName(Role.AUTHOR, name, "dc:creator", null));
        all(TRANSLATOR).forEach(name -> addName(Role.TRANSLATOR, name, TRANSLATOR, null));
        all(EDITOR).forEach(name -> addName(Role.EDITOR, name, EDITOR, null));
        all("meta:last-author").stream()
                .filter(name -> !isAuthor(name))
                .forEach(name -> addName(Role.EDITOR, name, "meta:last-author", null));
        // Tika gives a book's dc:date, the day it was published, this name too; front matter dates the page.
        boolean published = mediaType.equals("application/epub+zip") || MarkdownReader.reads(mediaType);
        addDate(DateClaim.Meaning.PUBLISHED, ISSUED);
        addDate(published ? DateClaim.Meaning.PUBLISHED : DateClaim.Meaning.CREATED, "dcterms:created");
        addDate(DateClaim.Meaning.MODIFIED, "dcterms:modified");
    }

    /** Who saved their own file last has edited nobody's. */
    private boolean isAuthor(String name) {
        String folded = NameFolding.fold(name);
        return all("dc:creator").stream().map(NameFolding::fold).anyMatch(folded::equals);
    }

    private void addDate(DateClaim.Meaning meaning, String key) {
        String raw = first(key);
        if (raw != null && !raw.startsWith(NO_DATE)) {
            dates.add(new DateClaim(meaning, raw, ClaimSource.FILE_METADATA, key, Region.HEAD, order()));
        }
    }

    private void addName(Role role, String raw, String key, @Nullable String reference) {
        if (names.size() < MOST_NAMES) {
            names.add(new NameClaim(role, raw, ClaimSource.FILE_METADATA, key, Region.HEAD, order(), null, reference));
        }
    }

    private int order() {
        return dates.size() + names.size();
    }

    /** The first value with letters or digits; null where there is none. */
    final @Nullable String first(String key) {
        List<String> all = all(key);
        return all.isEmpty() ? null : all.get(0);
    }

    private List<String> all(String key) {
        LinkedHashSet<String> clean = new LinkedHashSet<>();
        for (String value : values.getOrDefault(key, List.of())) {
            if (value.codePoints().anyMatch(Character::isLetterOrDigit)) {
                clean.add(Spaces.collapse(value));
            }
        }
        return List.copyOf(clean);
    }

    /** The title; null where there is none or what stands there is no title. */
    @Nullable
    String title(String fileName) {
        String title = first("dc:title");
        if (title == null && isMail()) {
            title = first("dc:subject");
        }
        return title == null ? null : FileTitles.clean(title, fileName);
    }

    /** The keywords in order; a value that holds several is split at commas and semicolons. */
    List<String> tags() {
        LinkedHashSet<String> tags = new LinkedHashSet<>();
        if (!isMail()) {
            List<String> raw = new ArrayList<>(all("dc:subject"));
            raw.addAll(all("meta:keyword"));
            for (String value : raw) {
                for (String tag : value.split("[,;]", -1)) {
                    if (!Spaces.isBlank(tag) && tags.size() < MOST_TAGS) {
                        tags.add(Spaces.collapse(tag));
                    }
                }
            }
        }
        return List.copyOf(tags);
    }

    /** Pages or slides; null where the format has none. */
    @Nullable
    Integer pageCount() {
        String pages = first("xmpTPg:NPages");
        if (pages == null) {
            pages = first("meta:page-count");
        }
        try {
            return pages == null ? null : Integer.valueOf(pages);
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    List<DateClaim> dates() {
        return dates;
    }

    List<NameClaim> names() {
        return names;
    }
}
