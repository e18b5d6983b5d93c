package dev.colophon.source;

import static dev.colophon.source.Archives.gzip;
import static dev.colophon.source.Archives.info;
import static dev.colophon.source.Archives.record;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.colophon.model.Capture;
import dev.colophon.model.SourceItem;
import dev.colophon.source.format.SourceSettings;
import dev.colophon.storage.Storage;
import dev.colophon.text.Hashes;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large inputs that are read in parts. */
class SplitTest {
    private static final int PART = 400_000;

    @TempDir
    Path folder;

    /** Pages that hardly compress, some damaged, and one that holds a WARC. */
    private static byte[] warc(boolean zipped) {
        Random random = new Random(20261126);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(zipped ? gzip(info()) : info());
        for (int i = 0; i < 300; i++) {
            byte[] noise = new byte[random.nextInt(30_000)];
            random.nextBytes(noise);
            byte[] body = i % 20 == 7 ? nested(zipped, random) : noise;
            byte[] record = record("resource", "p" + i, "text/plain", body);
            byte[] stored = zipped ? gzip(record) : record;
            if (i % 50 == 9) {
                stored[stored.length / 2] ^= 1;
                stored = java.util.Arrays.copyOf(stored, stored.length - 40);
            }
            out.writeBytes(stored);
        }
        return out.toByteArray();
    }

    private static byte[] nested(boolean zipped, Random random) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < 12; i++) {
            byte[] noise = new byte[5000 + random.nextInt(9000)];
            random.nextBytes(noise);
            byte[] record = record("resource", "inner" + i, "text/plain", noise);
            out.writeBytes(zipped ? gzip(record) : record);
        }
        return out.toByteArray();
    }

    private static byte[] zip() throws IOException {
        Random random = new Random(20261126);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 150; i++) {
            byte[] noise = new byte[random.nextInt(30_000) + 1];
            random.nextBytes(noise);
            String name = "d" + i % 7 + "/p" + i + ".txt";
            entries.put(name, noise);
            entries.put(name + ".meta.json", ("{\"url\":\"https://example.org/" + i + "\"}").getBytes(UTF_8));
        }
        return Containers.zip(entries);
    }

    @Test
    void aGzippedWarcGivesTheSameInPartsAsWhole() throws IOException {
        check(warc(true), 5);
    }

    @Test
    void aPlainWarcGivesTheSameInPartsAsWhole() throws IOException {
        check(warc(false), 5);
    }

    @Test
    void aZipGivesTheSameInPartsAsWhole() throws IOException {
        check(zip(), 3);
    }

    @Test
    void whatCannotBeCutIsReadWhole() throws IOException {
        byte[] tar = Containers.tar(Containers.entries("a", new byte[900_000], "b", "x"));
        Files.write(folder.resolve("input"), tar);
        Inputs inputs = inputs();
        assertThat(InputParts.of(inputs.files(), inputs.roots(), SourceSettings.DEFAULT, PART))
                .isEqualTo(inputs.files());
    }

    @Test
    void whatIsRefusedIsSoOnce() throws IOException {
        Files.createDirectories(folder.resolve("hts-cache"));
        Files.write(folder.resolve("hts-cache/new.zip"), zip());
        Inputs inputs = inputs();
        List<InputFile> parts = InputParts.of(inputs.files(), inputs.roots(), SourceSettings.DEFAULT, PART);
        assertThat(parts).hasSizeGreaterThan(3);
        assertThat(read(inputs, parts)).hasSize(1);
    }

    private Inputs inputs() throws IOException {
        return new InputLister(folder, Set.of(), "b").list(List.of(folder.toString()));
    }

    private void check(byte[] content, int atLeast) throws IOException {
        Files.write(folder.resolve("input"), content);
        Inputs inputs = inputs();
        List<InputFile> parts = InputParts.of(inputs.files(), inputs.roots(), SourceSettings.DEFAULT, PART);
        assertThat(parts).hasSizeGreaterThan(atLeast);
        assertThat(parts.stream().mapToLong(InputFile::bytes).sum()).isEqualTo(content.length);
        List<String> whole = read(inputs, inputs.files());
        assertThat(read(inputs, parts)).isEqualTo(whole);
        for (String item : List.of(whole.get(3), whole.get(whole.size() / 2))) {
            long offset = Long.parseLong(item.substring(0, item.indexOf(' ')));
            InputFile one = InputParts.at(inputs.files().get(0), offset, inputs.roots(), SourceSettings.DEFAULT);
            assertThat(read(inputs, List.of(one))).containsExactly(item);
        }
    }

    private static List<String> read(Inputs inputs, List<InputFile> files) throws IOException {
        List<String> shown = new ArrayList<>();
        for (InputFile file : files) {
            Shard shard = new Shard("s", "b", List.of(file));
            try (ShardReader reader = ShardReaders.open(shard, inputs.roots(), SourceSettings.DEFAULT)) {
                for (SourceItem item = reader.next(); item != null; item = reader.next()) {
                    String hash = item instanceof Capture capture ? Hashes.sha256Hex(capture.body()) : item.toString();
                    shown.add(item.origin().offset() + " " + item.origin() + " " + hash);
                }
            }
        }
        return shown;
    }

    @Test
    void partsOfAnInputMakeOneFingerprint() throws IOException {
        Files.write(folder.resolve("input"), warc(true));
        Inputs inputs = inputs();
        List<InputFile> parts = InputParts.of(inputs.files(), inputs.roots(), SourceSettings.DEFAULT, PART);
        InputFingerprint whole = fingerprint(inputs, inputs.files().get(0));
        InputFingerprint joined = parts.stream()
                .map(part -> fingerprint(inputs, part))
                .reduce(InputFingerprint::joined)
                .orElseThrow();
        assertThat(joined).isEqualTo(whole);
    }

    private static InputFingerprint fingerprint(Inputs inputs, InputFile file) {
        try (ShardReader reader =
                ShardReaders.open(new Shard("s", "b", List.of(file)), inputs.roots(), SourceSettings.DEFAULT)) {
            while (reader.next() != null) {}
            return reader.fingerprints().get(0);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    @Test
    void theFirstPartIsReadToTheEndOfTheInputForItsHashOnly() throws IOException {
        byte[] content = warc(false);
        Files.write(folder.resolve("input"), content);
        Inputs inputs = inputs();
        Shard first = new Shard(
                "s",
                "b",
                InputParts.of(inputs.files(), inputs.roots(), SourceSettings.DEFAULT, PART)
                        .subList(0, 1));
        AtomicLong hashed = new AtomicLong();
        AtomicLong unhashed = new AtomicLong();
        List<Storage> counting = List.of(counting(inputs.roots().get(0), hashed));
        List<String> items = items(ShardReaders.open(first, counting, SourceSettings.DEFAULT));
        counting = List.of(counting(inputs.roots().get(0), unhashed));
        assertThat(items(ShardReaders.openUnhashed(first, counting, SourceSettings.DEFAULT)))
                .isEqualTo(items)
                .isNotEmpty();
        assertThat(hashed.get()).isGreaterThanOrEqualTo(content.length);
        assertThat(unhashed.get()).isLessThan(2 * PART);
    }

    private static List<String> items(ShardReader shard) throws IOException {
        List<String> items = new ArrayList<>();
        try (ShardReader reader = shard) {
            for (SourceItem item = reader.next(); item != null; item = reader.next()) {
                items.add(item.origin().toString());
            }
        }
        return items;
    }

    /** The storage, of which it is counted how many bytes of its streams are read. */
    private static Storage counting(Storage storage, AtomicLong bytes) {
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                    Object result = method.invoke(storage, arguments);
                    return result instanceof InputStream in ? new Counted(in, bytes) : result;
                });
    }

    private static final class Counted extends FilterInputStream {
        private final AtomicLong bytes;

        Counted(InputStream in, AtomicLong bytes) {
            super(in);
            this.bytes = bytes;
        }

        @Override
        public int read(byte[] into, int offset, int count) throws IOException {
            int got = super.read(into, offset, count);
            bytes.addAndGet(Math.max(0, got));
            return got;
        }
    }

    @Test
    void oneEntryIsReadWithoutTheOthers() throws IOException {
        byte[] inner = Containers.zip(Containers.entries("a.html", "a", "b.html", "b"));
        byte[] tar = Containers.tar(Containers.entries("x.html", "x", "in.zip", inner, "y.html", "y"));
        Files.write(folder.resolve("input"), gzip(tar));
        Inputs inputs = inputs();
        Shard shard = new Shard("s", "b", inputs.files());
        try (ShardReader reader =
                ShardReaders.openEntry(shard, inputs.roots(), SourceSettings.DEFAULT, "in.zip!b.html")) {
            assertThat(reader.next())
                    .isInstanceOfSatisfying(
                            Capture.class,
                            capture ->
                                    assertThat(capture.origin().containerPath()).isEqualTo("in.zip!b.html"));
            assertThat(reader.next()).isNull();
        }
    }
}
