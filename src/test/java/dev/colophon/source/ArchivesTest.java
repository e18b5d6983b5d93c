package dev.colophon.source;

import static dev.colophon.source.Archives.bytes;
import static dev.colophon.source.Archives.gzip;
import static dev.colophon.source.Archives.info;
import static dev.colophon.source.Archives.join;
import static dev.colophon.source.Archives.page;
import static dev.colophon.source.Containers.entries;
import static dev.colophon.source.Containers.tar;
import static dev.colophon.source.Containers.zip;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Origin;
import dev.colophon.model.Reject;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.SourceLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
    private static final String LONG = "2025/06/" + "deep/".repeat(30) + "b.html";
    private static final int END_OF_TAR = 1024;
    private static final Map<String, byte[]> TWO = entries("2025/06/a.html", "<p>a</p>", LONG, "<p>b</p>");

    @TempDir
    Path folder;

    /** Paths of the entries that are captures, and reasons of the others behind theirs. */
    private List<String> read(byte[] content) throws IOException {
        return read(content, SourceLimits.DEFAULT);
    }

    private List<String> read(byte[] content, SourceLimits limits) throws IOException {
        ReadFolder.Read read = ReadFolder.read(folder, "input", content, limits);
        assertThat(read.fingerprints())
                .singleElement()
                .matches(print -> print.items() == read.items().size());
        return read.items().stream().map(ArchivesTest::show).toList();
    }

    private static String show(SourceItem item) {
        String place = String.valueOf(item.origin().containerPath());
        return item instanceof Reject reject ? place + "!" + reject.reason().label() : place;
    }

    @Test
    void everyArchiveGivesItsEntries() throws IOException {
        for (Map.Entry<String, byte[]> archive : Containers.everyArchive(TWO).entrySet()) {
            ReadFolder.Read read = ReadFolder.read(folder, "input", archive.getValue());
            assertThat(read.items()).as(archive.getKey()).hasSize(2);
            assertThat(read.body(0)).as(archive.getKey()).isEqualTo("<p>a</p>");
            assertThat(read.body(1)).as(archive.getKey()).isEqualTo("<p>b</p>");
            assertThat(read.capture(1).origin().containerPath()).isEqualTo(LONG);
        }
    }

    @Test
    void everyCompressionIsUndoneForDocumentsAndForArchives() throws IOException {
        for (Map.Entry<String, byte[]> file :
                Containers.everyCompression(bytes("<p>page</p>")).entrySet()) {
            ReadFolder.Read read = ReadFolder.read(folder, "input", file.getValue());
            assertThat(read.items()).as(file.getKey()).hasSize(1);
            assertThat(read.body(0)).as(file.getKey()).isEqualTo("<p>page</p>");
            assertThat(read.capture(0).origin()).isEqualTo(Origin.ofFile("input", file.getValue().length));
        }
        for (byte[] file : Containers.everyCompression(tar(TWO)).values()) {
            assertThat(read(file)).containsExactly("2025/06/a.html", LONG);
        }
    }

    @Test
    void anEntrysOriginLeadsToItsHeader() throws IOException {
        byte[] zip = zip(TWO);
        for (SourceItem item : ReadFolder.read(folder, "input", zip).items()) {
            int offset = (int) item.origin().offset();
            assertThat(new String(zip, offset, 4, StandardCharsets.US_ASCII)).isEqualTo("PK\u0003\u0004");
        }
        byte[] tar = tar(entries("x/a.html", "<p>a</p>", "x/b.html", "<p>b</p>"));
        List<SourceItem> items = ReadFolder.read(folder, "input", tar).items();
        assertThat(items.get(1).origin()).isEqualTo(new Origin("input", "x/b.html", 1024, 1024, null));
        assertThat(items.get(1).origin().toString()).isEqualTo("input!x/b.html@1024");
    }

    @Test
    void archivesInsideArchivesAreReadToASetDepth() throws IOException {
        byte[] inner = zip(entries("a.html", "<p>a</p>"));
        byte[] nested = Containers.zstd(tar(entries("2025/inner.zip", inner, "b.html.xz", Containers.xz(bytes("b")))));
        assertThat(read(nested)).containsExactly("2025/inner.zip!a.html", "b.html.xz");
        byte[] deep = bytes("<p>leaf</p>");
        for (int level = 0; level < 6; level++) {
            deep = zip(entries("level" + level, deep));
        }
        assertThat(read(deep)).containsExactly("level5!level4!level3!level2!limit-depth");
        byte[] quine = bytes("x");
        for (int level = 0; level < 8; level++) {
            quine = gzip(quine);
        }
        assertThat(read(quine)).containsExactly("null!limit-depth");
    }

    @Test
    void aSidecarRightBehindItsEntryTellsOfIt() throws IOException {
        String about = "{\"url\": \"https://kurier.example/%s\", \"captured-at\": \"2026-11-22T04:05:06Z\"}";
        Object[] entries = {
            "2026/a.html",
            "page a",
            "2026/a.html.meta.json",
            about.formatted("a"),
            "2026/b.html",
            "page b",
            "2026/c.html",
            "page c",
            "2026/b.html.meta.json",
            about.formatted("b"),
            "d.meta.json",
            "{\"what\": \"no sidecar\"}",
            "e.html.gz",
            "page e",
            "e.html.meta.json",
            about.formatted("e"),
        };
        for (byte[] archive :
                Containers.everyArchive(Containers.entries(entries)).values()) {
            Dump dump = Dump.of(archive);
            assertThat(dump.shown())
                    .containsExactly("a", "page b", "page c", "!unsupported", "{\"what\": \"no sidecar\"}", "e");
            assertThat(dump.capture(0).capturedAt()).isEqualTo("2026-11-22T04:05:06Z");
            assertThat(dump.body(0)).isEqualTo("page a");
            assertThat(dump.reject(3).origin().containerPath()).isEqualTo("2026/b.html.meta.json");
        }
        byte[] cut = Arrays.copyOf(
                Containers.tar(Containers.entries("a.html", "page a", "a.html.meta.json", about.formatted("a"))),
                1536 + 20);
        assertThat(Dump.of(cut).shown().get(0)).isEqualTo("page a");
    }

    @Test
    void aWarcInAnArchiveGivesItsRecords() throws IOException {
        byte[] warc = join(gzip(info()), gzip(page("a")), gzip(page("b")));
        byte[] zip = zip(entries("crawl.warc.gz", warc, "plain.warc", page("c"), "none.warc", info()));
        ReadFolder.Read read = ReadFolder.read(folder, "input", zip);
        assertThat(read.shown()).containsExactly("a", "b", "c", "!empty");
        assertThat(read.capture(1).origin().containerPath()).isEqualTo("crawl.warc.gz");
        assertThat(read.capture(1).origin().offset()).isEqualTo(gzip(info()).length + gzip(page("a")).length);
    }

    /** As {@code tar -r} leaves it: both have records at the same offsets. */
    @Test
    void containersOfOneNameAreToldApart() throws IOException {
        Map<String, byte[]> two = entries("a.warc", page("a"), "b.tar", tar(entries("c.html", "<p>c</p>")));
        byte[] once = tar(two);
        byte[] twice = join(Arrays.copyOf(once, once.length - END_OF_TAR), once);
        for (byte[] archive : List.of(twice, zip(entries("x.tar", twice)), gzip(twice))) {
            List<SourceItem> items = ReadFolder.read(folder, "input", archive).items();
            assertThat(items).hasSize(4).extracting(SourceItem::origin).doesNotHaveDuplicates();
            assertThat(items.get(2).origin().toString())
                    .isEqualTo(items.get(0).origin().toString());
        }
        Origin alone = ReadFolder.read(folder, "input", once).items().get(0).origin();
        Origin first = ReadFolder.read(folder, "input", twice).items().get(0).origin();
        assertThat(first).isEqualTo(alone);
    }

    @Test
    void aWebArchiveInAZipGivesItsCapturesAlone() throws IOException {
        byte[] wacz = zip(
                entries("datapackage.json", "{}", "archive/data.warc.gz", gzip(page("a")), "pages/pages.jsonl", "{}"));
        assertThat(ReadFolder.read(folder, "input", wacz).shown()).containsExactly("!unsupported", "a", "!unsupported");
    }

    @Test
    void anOfficeDocumentIsOneDocument() throws IOException {
        byte[] docx = zip(entries("[Content_Types].xml", "<Types/>", "word/document.xml", "<w/>"));
        ReadFolder.Read read = ReadFolder.read(folder, "a.docx", docx);
        assertThat(read.items()).hasSize(1);
        assertThat(read.capture(0).body()).isEqualTo(docx);
        assertThat(read.capture(0).origin()).isEqualTo(Origin.ofFile("a.docx", docx.length));
    }

    @Test
    void namesThatLeadOutOfTheArchiveAreRejectsAndOthersAreMadePlain() throws IOException {
        Map<String, byte[]> names = entries(
                "../../tmp/a.html",
                "1",
                "/tmp/b.html",
                "2",
                "C:\\c.html",
                "3",
                "./d.html",
                "4",
                "e\nf.html",
                "5",
                "__MACOSX/g.html",
                "6");
        List<String> expected = List.of(
                "../../tmp/a.html!unsafe-name",
                "/tmp/b.html!unsafe-name",
                "C:/c.html!unsafe-name",
                "d.html",
                "e\\u000af.html",
                "__MACOSX/g.html!unsupported");
        assertThat(read(Containers.sevenZip(names, SevenZMethod.COPY))).isEqualTo(expected);
        assertThat(read(zip(names))).isEqualTo(expected);
    }

    @Test
    void linksDevicesAndSparseFilesOfATarAreRejects() throws IOException {
        byte[] tar = tar(entries("a.html", "a", "b.html", "b", "c.html", "c", "d.html", "d", "e.html", "e"));
        String types = "0123S";
        for (int i = 0; i < types.length(); i++) {
            retype(tar, i * 1024, types.charAt(i), i > 0 && i < 4);
        }
        assertThat(read(tar))
                .containsExactly(
                        "a.html",
                        "b.html!special-file",
                        "c.html!special-file",
                        "d.html!special-file",
                        "e.html!unsupported");
    }

    @Test
    void aLinkThatLeadsOutOfTheArchiveIsUnsafe() throws IOException {
        String[] links = {"1../../x", "2/etc/x", "2../x", "2../../x", "1x/a.html", "2C:\\x"};
        byte[] tar = tar(entries("x/a", "a", "x/b", "b", "x/c", "c", "x/d", "d", "x/e", "e", "x/f", "f"));
        for (int i = 0; i < links.length; i++) {
            byte[] target = bytes(links[i].substring(1));
            System.arraycopy(target, 0, tar, i * 1024 + 157, target.length);
            retype(tar, i * 1024, links[i].charAt(0), true);
        }
        assertThat(read(tar))
                .containsExactly(
                        "x/a!unsafe-name",
                        "x/b!unsafe-name",
                        "x/c!special-file",
                        "x/d!unsafe-name",
                        "x/e!special-file",
                        "x/f!unsafe-name");
    }

    /** Gives a header another type, and a new checksum; a link has no content, so that its block becomes padding. */
    private static void retype(byte[] tar, int header, char type, boolean empty) {
        tar[header + 156] = (byte) type;
        if (empty) {
            Arrays.fill(tar, header + 124, header + 135, (byte) '0');
            System.arraycopy(tar, header, tar, header + 512, 512);
            Arrays.fill(tar, header + 512, header + 1024, (byte) 0);
        }
        Arrays.fill(tar, header + 148, header + 156, (byte) ' ');
        int sum = 0;
        for (int i = header; i < header + 512; i++) {
            sum += tar[i] & 0xff;
        }
        byte[] octal = bytes(String.format(java.util.Locale.ROOT, "%06o\0 ", sum));
        System.arraycopy(octal, 0, tar, header + 148, 8);
    }

    @Test
    void entriesOfOneNameAreTwoDocuments() throws IOException {
        byte[] zip = zip(entries("a.html", "<p>a</p>", "b.html", "<p>b</p>"));
        String text = new String(zip, StandardCharsets.ISO_8859_1).replace("b.html", "a.html");
        List<SourceItem> items = ReadFolder.read(folder, "input", text.getBytes(StandardCharsets.ISO_8859_1))
                .items();
        assertThat(items)
                .hasSize(2)
                .allMatch(item -> "a.html".equals(item.origin().containerPath()));
        assertThat(items.get(0).origin()).isNotEqualTo(items.get(1).origin());
    }

    @Test
    void oneDamagedEntryCostsItselfAlone() throws IOException {
        Map<String, byte[]> three =
                entries("a.html", "<p>page a</p>", "b.html", "<p>page b</p>", "c.html", "<p>page c</p>");
        byte[] stored = zip(three, Containers.ZipKind.STORED);
        stored[indexOf(stored, "page b")] ^= 1;
        assertThat(read(stored)).containsExactly("a.html", "b.html!integrity", "c.html");
        byte[] encrypted = zip(three);
        int local = indexOf(encrypted, "b.html") - 30;
        encrypted[local + 6] |= 1;
        assertThat(read(encrypted)).containsExactly("a.html", "b.html!encrypted", "c.html");
        byte[] method = zip(three);
        int central = lastIndexOf(method, "b.html") - 46;
        method[central + 10] = 99;
        assertThat(read(method)).containsExactly("a.html", "b.html!unsupported", "c.html");
        byte[] tar = tar(three);
        tar[1024] ^= 1;
        assertThat(read(tar)).containsExactly("a.html", "null!malformed", "c.html");
        byte[] sevenZip = Containers.sevenZip(three, SevenZMethod.COPY);
        sevenZip[indexOf(sevenZip, "page b")] ^= 1;
        assertThat(read(sevenZip)).containsExactly("a.html", "b.html!integrity", "c.html");
    }

    @Test
    void aZipWithoutADirectoryIsReadByItsHeaders() throws IOException {
        for (Containers.ZipKind kind : Containers.ZipKind.values()) {
            byte[] whole = zip(TWO, kind);
            byte[] cut = Arrays.copyOf(whole, indexOf(whole, "PK\u0001\u0002"));
            assertThat(read(cut)).as("%s", kind).containsExactly("2025/06/a.html", LONG, "null!truncated");
        }
    }

    @Test
    void entriesThatOverlapAreABomb() throws IOException {
        byte[] zip = zip(entries("a.html", "<p>a</p>", "b.html", "<p>b</p>"));
        int second = lastIndexOf(zip, "b.html") - 46;
        Arrays.fill(zip, second + 42, second + 46, (byte) 0);
        assertThat(read(zip)).containsExactly("a.html", "b.html!limit-ratio");
        int length = lastIndexOf(zip, "a.html") - 46 + 20;
        zip[length] += 40;
        assertThat(read(zip)).contains("b.html!limit-ratio");
    }

    @Test
    void bombsAreStoppedOnEveryLevel() throws IOException {
        byte[] zeros = new byte[8 << 20];
        SourceLimits limits = new SourceLimits(32L << 20, 50);
        for (Map.Entry<String, byte[]> bomb : Containers.everyCompression(zeros).entrySet()) {
            assertThat(read(bomb.getValue(), limits)).as(bomb.getKey()).containsExactly("null!limit-ratio");
        }
        assertThat(read(zip(entries("zeros", zeros, "next", "x")), limits))
                .containsExactly("zeros!limit-ratio", "next");
        byte[] large = tar(entries("large", new byte[2 << 20], "next", "x"));
        assertThat(read(large, new SourceLimits(1 << 20, 50))).containsExactly("large!limit-size", "next");
        SourceLimits few = new SourceLimits(1 << 20, 50, 4, 3, 1 << 20);
        assertThat(read(tar(entries("a", "1", "b", "2", "c", "3", "d", "4")), few))
                .containsExactly("a", "b", "c", "null!limit-entries");
    }

    @Test
    void aWindowBeyondTheLimitIsAReject() throws IOException {
        byte[] xz = Containers.compressed(
                bytes("<p>a</p>"), out -> new org.tukaani.xz.XZOutputStream(out, new org.tukaani.xz.LZMA2Options(9)));
        SourceLimits limits = new SourceLimits(1 << 20, 50, 4, 1000, 8 << 20);
        assertThat(read(xz, limits)).containsExactly("null!limit-memory");
        assertThat(read(xz)).containsExactly("null");
    }

    static int indexOf(byte[] content, String text) {
        return new String(content, StandardCharsets.ISO_8859_1).indexOf(text);
    }

    private static int lastIndexOf(byte[] content, String text) {
        return new String(content, StandardCharsets.ISO_8859_1).lastIndexOf(text);
    }
}
