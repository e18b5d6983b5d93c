package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.table.MergeTask;
import dev.colophon.dataset.table.MergeWriter;
import dev.colophon.storage.MemoryStorage;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LocalMergesTest {
    private static final String STAGING = "_colophon/staging/run";

    private final Storage storage = new MemoryStorage();

    private interface Work {
        void run() throws IOException;
    }

    private record Task(String name, Work work) implements MergeTask {
        @Override
        public List<Part> write(Storage dataset, String staging, String attempt) throws IOException {
            work.run();
            return List.of(new Part("t", "b", "t/" + name, 1, 1, attempt));
        }

        @Override
        public void take(Storage dataset, String staging, String attempt, List<Part> parts) {}
    }

    private static List<MergeTask> tasks(Work third) {
        List<MergeTask> tasks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            tasks.add(new Task("task-" + i, i == 3 ? third : () -> {}));
        }
        return tasks;
    }

    private void write(List<MergeTask> tasks, MergeWriter.Written written) throws Exception {
        new LocalMerges(storage, STAGING, 3).write(tasks, written);
    }

    @Test
    void eachTaskIsTakenOnceWithAnAttemptOfItsOwn() throws Exception {
        LocalMerges merges = new LocalMerges(storage, STAGING, 3);
        TreeSet<String> seen = new TreeSet<>();
        for (int pass = 0; pass < 2; pass++) {
            List<String> names = new ArrayList<>();
            merges.write(tasks(() -> {}), (task, attempt, parts) -> {
                assertThat(parts).extracting(Part::sha256).containsExactly(attempt);
                assertThat(seen.add(attempt)).isTrue();
                names.add(task);
            });
            assertThat(names).hasSize(12).doesNotHaveDuplicates();
        }
    }

    @Test
    void theFaultOfOneEndsAll() {
        IllegalStateException fault = new IllegalStateException("a part is not sorted");
        OutOfMemoryError error = new OutOfMemoryError("heap");
        List<MergeTask> faulty = tasks(() -> {
            throw fault;
        });
        List<MergeTask> dying = tasks(() -> {
            throw error;
        });
        assertThatThrownBy(() -> write(faulty, (task, attempt, parts) -> {})).isSameAs(fault);
        assertThatThrownBy(() -> write(dying, (task, attempt, parts) -> {})).isSameAs(error);
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("merge"));
    }
}
