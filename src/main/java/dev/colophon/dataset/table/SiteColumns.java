package dev.colophon.dataset.table;

import static dev.colophon.dataset.parquet.Column.required;
import static dev.colophon.dataset.parquet.ColumnType.BYTES;
import static dev.colophon.dataset.parquet.ColumnType.DOUBLE;
import static dev.colophon.dataset.parquet.ColumnType.INT32;
import static dev.colophon.dataset.parquet.ColumnType.INT64;
import static dev.colophon.dataset.parquet.ColumnType.STRING;

import dev.colophon.dataset.parquet.Column;
import dev.colophon.dataset.parquet.Table;
import java.util.List;

/** The columns of what is known of sites. */
final class SiteColumns {
    private SiteColumns() {}

    static Table<SiteFact> sites() {
        return Table.of(
                "sites",
                "One row for every line or place that recurs on the pages of a site of the batch.",
                List.of(
                        required("site", STRING, SiteFact::site)
                                .means("The host in lower case, without www.", "example.org"),
                        required("surveyed", INT32, SiteFact::surveyed)
                                .means("Pages of the site that were compared.", "12"),
                        required("kind", STRING, SiteFact::kind)
                                .means(
                                        "line for a line of text, path for a place in the markup, order for how"
                                                + " numeric dates are written, clock for how far local time was ahead of"
                                                + " UTC in a month, byline for a place that names the authors.",
                                        "line"),
                        required("key", INT64, SiteFact::key)
                                .means(
                                        "64-bit hash of the line or the place; a number for the order or the clock.",
                                        "-3750763034362895579"),
                        required("pages", INT32, SiteFact::pages)
                                .means("Surveyed pages that hold it, 2 or more.", "11"),
                        required("repetition", DOUBLE, SiteFact::repetition)
                                .means(
                                        "Of a place: the share of what stands there that recurs; of a byline: the share of"
                                                + " pages where it names whom structured data names; 1 for others.",
                                        "0.97")));
    }

    /**
     * A surveyed page.
     *
     * @param sourceUri its input
     * @param position among the surveyed pages of its shard
     * @param sketch as {@code PageSketch.bytes()} gives it
     */
    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    record Surveyed(String site, String sourceUri, int position, byte[] sketch) {}

    static Table<Surveyed> surveyed() {
        return Table.of(
                        "surveyed",
                        "One row for every page that was surveyed.",
                        List.<Column<Surveyed>>of(
                                required("site", STRING, Surveyed::site).means("Its site.", "example.org"),
                                required("source_uri", STRING, Surveyed::sourceUri)
                                        .means("Its input.", "2025/06/a.html"),
                                required("position", INT32, Surveyed::position)
                                        .means("Its number among the surveyed pages of its shard.", "0"),
                                required("sketch", BYTES, Surveyed::sketch)
                                        .means("What can be compared with other pages.", "")))
                .withoutDictionary("source_uri", "sketch");
    }
}
