package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.colophon.dataset.Part;
import dev.colophon.dataset.table.ConsolidationTask;
import dev.colophon.dataset.table.TaskRunner;
import dev.colophon.storage.MemoryStorage;
import dev.colophon.storage.Storage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LocalTasksTest {
    private static final String STAGING = "_colophon/staging/run";

    private final Storage storage = new MemoryStorage();

    private interface Work {
        void run() throws IOException;
    }

    private record Task(String name, Work work) implements ConsolidationTask {
        @Override
        public List<Part> write(Storage dataset, String staging, String attempt) throws IOException {
            work.run();
            return List.of(new Part("t", "b", "t/" + name, 1, 1, attempt));
        }

        @Override
        public void take(Storage dataset, String staging, String attempt, List<Part> parts) {}
    }

    private static List<ConsolidationTask> tasks(Work third) {
        List<ConsolidationTask> tasks = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            tasks.add(new Task("task-" + i, i == 3 ? third : () -> {}));
        }
        return tasks;
    }

    private void run(List<ConsolidationTask> tasks, TaskRunner.Taken taken) throws Exception {
        new LocalTasks(storage, STAGING, 3).run("merge", tasks, taken);
    }

    @Test
    void eachTaskIsTakenOnceWithAnAttemptOfItsOwn() throws Exception {
        LocalTasks local = new LocalTasks(storage, STAGING, 3);
        TreeSet<String> seen = new TreeSet<>();
        for (int pass = 0; pass < 2; pass++) {
            List<String> names = new ArrayList<>();
            local.run("merge", tasks(() -> {}), (task, attempt, parts) -> {
                assertThat(parts).extracting(Part::sha256).containsExactly(attempt);
                assertThat(seen.add(attempt)).isTrue();
                names.add(task);
            });
            assertThat(names).hasSize(12).doesNotHaveDuplicates();
        }
    }

    @Test
    void whereOneFailsThoseThatRunAreInterruptedAndNoneBegins() {
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger interrupted = new AtomicInteger();
        List<ConsolidationTask> tasks = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            tasks.add(new Task("task-" + i, () -> {
                begun.incrementAndGet();
                try {
                    Thread.sleep(60_000);
                } catch (InterruptedException end) {
                    interrupted.incrementAndGet();
                }
            }));
        }
        tasks.set(0, new Task("faulty", () -> {
            throw new IOException("disk full");
        }));
        assertTimeout(
                Duration.ofSeconds(8),
                () -> assertThatThrownBy(() -> run(tasks, (task, attempt, parts) -> {}))
                        .hasMessage("disk full"));
        assertThat(begun.get()).isEqualTo(interrupted.get()).isLessThan(6);
    }

    @Test
    void theFaultOfOneEndsAll() throws InterruptedException {
        IllegalStateException fault = new IllegalStateException("a part is not sorted");
        OutOfMemoryError error = new OutOfMemoryError("heap");
        List<ConsolidationTask> faulty = tasks(() -> {
            throw fault;
        });
        List<ConsolidationTask> dying = tasks(() -> {
            throw error;
        });
        assertThatThrownBy(() -> run(faulty, (task, attempt, parts) -> {})).isSameAs(fault);
        assertThatThrownBy(() -> run(dying, (task, attempt, parts) -> {})).isSameAs(error);
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("consolidation")) {
                thread.join(10_000); // it has been told to end
                assertThat(thread.isAlive()).isFalse();
            }
        }
    }
}
