package dev.colophon.extract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.tika.metadata.Metadata;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Tells who did what for a book, which EPUB states by MARC's codes of roles and Tika leaves out: {@code opf:role="edt"} (EPUB
 * 2) and {@code <meta refines="#id" property="role">} (EPUB 3). Who has no role that is known is as Tika has it.
 *
 * @see <a href="https://www.loc.gov/marc/relators/relaterm.html">MARC code list for relators</a>
 */
final class BookPeople {
    private static final String TYPE = "application/epub+zip";
    private static final String PACKAGE = ".opf";
    private static final String AUTHOR = "dc:creator";
    private static final Map<String, String> FIELDS =
            Map.of("aut", AUTHOR, "edt", FileMetadata.EDITOR, "trl", FileMetadata.TRANSLATOR);

    private BookPeople() {}

    /**
     * Corrects the metadata of a file of the given type.
     *
     * @throws IOException where the file is broken
     */
    static void tell(String mediaType, byte[] body, Metadata metadata) throws IOException {
        if (!mediaType.equals(TYPE)) {
            return;
        }
        Document book = ZipPart.xml(body, name -> name.endsWith(PACKAGE));
        Map<String, String> refined = new HashMap<>();
        for (Element meta : book.getElementsByAttributeValue("property", "role")) {
            refined.putIfAbsent(meta.attr("refines"), meta.text().strip());
        }
        Map<String, List<String>> people = new HashMap<>();
        boolean told = false;
        for (String element : List.of(AUTHOR, "dc:contributor")) {
            for (Element person : book.getElementsByTag(element)) {
                String role = refined.getOrDefault(
                        "#" + person.id(), person.attr("opf:role").strip());
                told |= FIELDS.containsKey(role);
                String field = FIELDS.getOrDefault(role, element.equals(AUTHOR) && role.isEmpty() ? AUTHOR : "");
                people.computeIfAbsent(field, key -> new ArrayList<>())
                        .add(person.text().strip());
            }
        }
        if (told) {
            FIELDS.values().forEach(field -> {
                metadata.remove(field);
                people.getOrDefault(field, List.of()).forEach(name -> metadata.add(field, name));
            });
        }
    }
}
