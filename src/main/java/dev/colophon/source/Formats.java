package dev.colophon.source;

import dev.colophon.source.archive.SevenZipFormat;
import dev.colophon.source.archive.TarFormat;
import dev.colophon.source.archive.ZipFormat;
import dev.colophon.source.compress.CompressedFormat;
import dev.colophon.source.feed.FeedFormat;
import dev.colophon.source.format.ByteWindow;
import dev.colophon.source.format.DocumentFormat;
import dev.colophon.source.format.Format;
import dev.colophon.source.format.ItemReader;
import dev.colophon.source.format.Place;
import dev.colophon.source.mail.MailFormat;
import dev.colophon.source.mail.MboxFormat;
import dev.colophon.source.mail.MhtmlFormat;
import dev.colophon.source.records.CsvFormat;
import dev.colophon.source.records.JsonDocumentFormat;
import dev.colophon.source.records.JsonLinesFormat;
import dev.colophon.source.records.PageListFormat;
import dev.colophon.source.records.Utf16Format;
import dev.colophon.source.records.XmlRecordsFormat;
import dev.colophon.source.records.parquet.ParquetFormat;
import dev.colophon.source.warc.ArcFormat;
import dev.colophon.source.warc.HttpResponseFormat;
import dev.colophon.source.warc.WarcFormat;
import dev.colophon.source.warc.ZstdWarcFormat;
import dev.colophon.source.webarchive.WebArchiveFormat;
import dev.colophon.source.wiki.MediaWikiFormat;
import java.io.IOException;
import java.util.List;

/**
 * Every format that is opened, in the order in which they are asked: those that their first bytes give away, then those that
 * must be guessed, and a single document for what is none of them. The same order holds on every level of nesting.
 */
final class Formats {
    private static final List<Format> ALL = List.of(
            WarcFormat.byContent(),
            new ZstdWarcFormat(),
            new ArcFormat(),
            new WebArchiveFormat(),
            new ZipFormat(),
            new SevenZipFormat(),
            new TarFormat(),
            WarcFormat.byName(),
            new HttpResponseFormat(),
            new RefusedFormat(),
            new CompressedFormat(),
            new ParquetFormat(),
            new MediaWikiFormat(),
            new FeedFormat(),
            new XmlRecordsFormat(),
            new MboxFormat(),
            new MhtmlFormat(),
            new MailFormat(),
            new PageListFormat(),
            new JsonLinesFormat(),
            new JsonDocumentFormat(),
            new CsvFormat(),
            new Utf16Format(),
            new DocumentFormat());

    private Formats() {}

    /** The format of the bytes. */
    static Format of(Place place, ByteWindow bytes) throws IOException {
        for (Format format : ALL) {
            if (format.recognises(place, bytes)) {
                return format;
            }
        }
        throw new IllegalStateException("no format takes what is at " + place.whole());
    }

    /** Opens what lies at a place. */
    static ItemReader open(Place place, ByteWindow bytes) throws IOException {
        return of(place, bytes).open(place, bytes);
    }
}
