package dev.colophon.extract;

import dev.colophon.model.Memento;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Undoes what web archives do to a page to show it: a banner of their own, and links that lead into the archive. */
final class Replay {
    /** Of the Wayback Machine, Archive-It and pywb. */
    private static final Set<String> BANNERS = Set.of(
            "wm-ipp-base",
            "wm-ipp",
            "wm-ipp-print",
            "wm-capinfo",
            "wm-disclaim-banner",
            "donato",
            "_wb_plain_banner",
            "_wb_frame_top_banner");

    /** What pages hold that these programs show: scripts, a banner. Others may link to an archive. */
    private static final List<String> SIGNS =
            List.of("__wm.wombat(", "wombat.js", "wm-ipp-base", "BEGIN WAYBACK TOOLBAR", "FILE ARCHIVED ON");

    /** Stands for the archive's own address, whichever that is. */
    private static final String ARCHIVE = "https://web.archive.org";

    private static final List<String> ADDRESSES = List.of("href", "src", "content");

    private Replay() {}

    /** Changes a page that an archive shows back; leaves others as they are. */
    static void undo(Document page, String html) {
        if (SIGNS.stream().noneMatch(html::contains)) {
            return;
        }
        for (Element element : page.getAllElements()) {
            if (BANNERS.contains(element.id())) {
                element.remove();
            }
            ADDRESSES.stream().filter(element::hasAttr).forEach(name -> lead(element, name));
        }
    }

    private static void lead(Element element, String name) {
        String address = element.attr(name).strip();
        if (address.indexOf(' ') >= 0) {
            return;
        }
        Memento memento = Memento.of(address.startsWith("/") ? ARCHIVE + address : address);
        if (memento != null) {
            element.attr(name, memento.original());
        }
    }
}
