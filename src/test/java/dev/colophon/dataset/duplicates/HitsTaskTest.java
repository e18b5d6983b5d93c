package dev.colophon.dataset.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.dataset.table.Runners;
import dev.colophon.storage.MemoryStorage;
import dev.colophon.storage.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Looking keys up that lie in many files, in an index of many runs. */
class HitsTaskTest {
    private static final String STAGING = "_colophon/staging/run";
    private static final int FILES = 200;
    private static final int RUNS = 5;

    private final OpenFiles open = new OpenFiles(new MemoryStorage());
    private final Storage storage = open.watched();
    private final List<String> keys = new ArrayList<>();
    private final List<HitsTask.Postings> postings = new ArrayList<>();
    private final TreeMap<String, byte[]> shared = new TreeMap<>();

    /** 1,000 keys, each in a few files and with two documents in the index; as many others that nobody asks for. */
    private void write() throws Exception {
        Random random = new Random(7);
        List<List<byte[]>> files = lists(FILES);
        List<List<byte[]>> runs = lists(RUNS);
        for (int i = 0; i < 2000; i++) {
            byte[] key = new byte[Posting.KEY_BYTES];
            random.nextBytes(key);
            for (int copy = 0; copy < 2; copy++) {
                byte[] posting = Posting.record(key, 2L * i + copy, 0);
                runs.get(random.nextInt(RUNS)).add(posting);
                if (i < 1000) {
                    files.get(random.nextInt(FILES)).add(key);
                    shared.put(HexFormat.of().formatHex(posting), posting);
                }
            }
        }
        for (List<byte[]> file : files) {
            keys.add("keys-" + keys.size());
            write(keys.get(keys.size() - 1), file);
        }
        for (List<byte[]> run : runs) {
            postings.add(new HitsTask.Postings("postings-" + postings.size(), run.size()));
            write(postings.get(postings.size() - 1).path(), run);
        }
    }

    private static List<List<byte[]>> lists(int count) {
        return IntStream.range(0, count)
                .<List<byte[]>>mapToObj(i -> new ArrayList<>())
                .toList();
    }

    private void write(String path, List<byte[]> records) throws Exception {
        records.sort(Arrays::compareUnsigned);
        RecordWriter.write(storage, path, RecordMerge.distinct(List.of(() -> RecordCursor.of(records))));
    }

    private List<KeysMergeTask> merge() throws Exception {
        List<KeysMergeTask> merges = KeysMergeTask.plan(keys, "merged");
        Runners.inline(storage, STAGING).complete("merge keys", merges, storage, STAGING);
        return merges;
    }

    @Test
    void keysOfManyFilesAreFoundWithFewFilesOpen() throws Exception {
        write();
        List<String> merged = merge().stream().map(KeysMergeTask::path).toList();
        assertThat(merged).hasSizeBetween(FILES / 10, KeysMergeTask.FAN_IN);
        List<byte[]> found = new ArrayList<>();
        for (int range = 0; range < 3; range++) {
            HitsTask task = new HitsTask("hits-" + range, range, 3, merged, postings);
            Runners.inline(storage, STAGING).complete("look up keys", List.of(task), storage, STAGING);
            try (RecordCursor hits = new RecordReader(storage, task.path(), Posting.WIDTH)) {
                for (byte[] hit = hits.next(); hit != null; hit = hits.next()) {
                    found.add(hit);
                }
            }
        }
        assertThat(found.stream().map(HexFormat.of()::formatHex).toList()).containsExactlyElementsOf(shared.keySet());
        assertThat(open.most()).isBetween(2, KeysMergeTask.FAN_IN + 1);
        assertThat(open.now()).isZero();
        assertThat(storage.list(STAGING)).isEmpty();
    }

    @Test
    void moreFilesThanMayBeOpenAtOnceAreRefused() {
        assertThatThrownBy(() -> new HitsTask("hits", 0, 1, Collections.nCopies(65, "keys"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("65 files");
    }

    @Test
    void noFileStaysOpenWhereOneCannotBeOpenedOrRead() throws Exception {
        write();
        HitsTask task = new HitsTask("hits", 0, 1, keys.subList(0, 40), postings);
        for (int number : new int[] {0, 20, 39}) {
            open.failToOpen(number);
            assertThatThrownBy(() -> task.write(storage, STAGING, "a")).hasMessageContaining("injected fault");
            assertThat(open.now()).isZero();
        }
        open.failToOpen(-1);
        for (int number : new int[] {0, 20, 39}) {
            open.failToRead(number);
            assertThatThrownBy(() -> task.write(storage, STAGING, "a")).hasMessageContaining("injected fault");
            assertThat(open.now()).isZero();
        }
    }
}
