package dev.colophon.source.wiki;

import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import java.io.IOException;

/**
 * A dump of a wiki: MediaWiki's export in XML, with the latest revision of each page or its whole history.
 *
 * @see <a href="https://www.mediawiki.org/wiki/Help:Export">Help:Export</a>
 */
public final class MediaWikiFormat implements Format {
    private static final int LOOKED_AT = 1 << 12;
    private static final String ROOT = "<mediawiki";

    @Override
    public boolean recognises(Place place, ByteWindow bytes) throws IOException {
        int start = bytes.startsWith(0, "\u00ef\u00bb\u00bf") ? 3 : 0;
        if (bytes.ensure(start + 1) <= start || bytes.at(start) != '<') {
            return false;
        }
        int most = bytes.ensure(LOOKED_AT);
        for (int i = start; i < most; i++) {
            if (bytes.at(i) == '<') {
                char next = i + 1 < most ? (char) bytes.at(i + 1) : ' ';
                if (next != '?' && next != '!') {
                    return bytes.startsWith(i, ROOT);
                }
            }
        }
        return false;
    }

    @Override
    public ItemReader open(Place place, ByteWindow bytes) throws IOException {
        return new WikiPages(place, bytes);
    }
}
