package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.byline.people.Decisions;
import dev.colophon.dataset.Layout;
import dev.colophon.dataset.table.ConsolidationTask;
import dev.colophon.storage.Storage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shards that other machines read: what they are told crosses a wire, and of many attempts one counts. */
class RemoteShardsTest {
    private static final int SHARDS = 3;
    private static final Decisions IGNORING = new Decisions(
            List.of(), List.of(), List.of(), List.of(new Decisions.Named("Imke Behrends", null)), List.of());

    @TempDir
    Path folder;

    private JobFolder here;
    private JobFolder there;

    @BeforeEach
    void pages() throws IOException {
        here = new JobFolder(folder.resolve("here"));
        there = new JobFolder(folder.resolve("there"));
        for (JobFolder job : List.of(here, there)) {
            for (int day = 1; day <= SHARDS; day++) {
                for (String name : List.of("north", "south", "west")) {
                    job.page("2026-11-0" + day, name, "harbour.example")
                            .toFile()
                            .setLastModified(1_790_000_000_000L);
                }
            }
        }
    }

    /** Adds pages that other sites have almost word for word. */
    private static void copies(JobFolder job) throws IOException {
        for (int day = 1; day <= SHARDS; day++) {
            String page = Files.readString(job.input("2026-11-0" + day, "north"));
            Path copy = job.input("2026-11-0" + day, "copy");
            Files.writeString(
                    copy, page.replace("harbour.example", "quay.example").replace("silted", "sanded"));
            copy.toFile().setLastModified(1_790_000_000_000L);
        }
    }

    @Test
    void theArchiveIsTheSameHoweverOftenAShardWasRead() throws Exception {
        here.run(new Work.News(false));
        Executors executors = new Executors(this::readTwice);
        run(executors);
        // Another attempt may write as long as there are executors: what it does is left alone until the commit.
        assertThat(executors.leftByLosers).isPositive();
        assertThat(there.dataset().storage().list(Layout.STAGING)).isEmpty();
        assertThat(there.live()).isEqualTo(here.live());
        assertThat(there.problems()).isEmpty();
    }

    @Test
    void whatADriverThatDiedHadReadIsNotReadAgain() throws Exception {
        here.run(new Work.News(false));
        List<String> first = new ArrayList<>();
        Executors dying = new Executors((work, task) -> {
            if (first.size() == SHARDS - 1) {
                throw new IOException("the driver is lost");
            }
            first.add(task.shard().id());
            return readOnce(work, task);
        });
        assertThatThrownBy(() -> run(dying)).hasMessageContaining("the driver is lost");
        List<String> second = new ArrayList<>();
        run(new Executors((work, task) -> {
            second.add(task.shard().id());
            return readOnce(work, task);
        }));
        assertThat(first).hasSize(SHARDS - 1);
        assertThat(second).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(there.live()).isEqualTo(here.live());
    }

    /** Before anything is taken, and once the first is: of a merge others are left then. */
    @ParameterizedTest
    @CsvSource({
        "merge, 0",
        "merge, 1",
        "read keys, 0",
        "read keys, 1",
        "look up keys, 0",
        "look up keys, 1",
        "compare, 0",
        "compare, 1",
        "contributors, 0",
        "contributors, 1"
    })
    void aDriverThatDiedWhileItConsolidatedIsTakenUp(String last, int taken) throws Exception {
        for (JobFolder job : List.of(here, there)) {
            copies(job);
        }
        here.run(new Work.News(false));
        Executors dying = new Executors(this::readOnce);
        dying.last = last;
        dying.diesAfter = taken;
        assertThatThrownBy(() -> run(dying)).hasMessageContaining("the driver is lost");
        List<String> again = new ArrayList<>();
        run(new Executors((work, task) -> {
            again.add(task.shard().id());
            return readOnce(work, task);
        }));
        assertThat(again).isEmpty();
        assertThat(there.live()).isEqualTo(here.live());
        assertThat(there.problems()).isEmpty();
    }

    @Test
    void aRunThatOnlyDecidesAnewReadsNoShard() throws Exception {
        for (JobFolder job : List.of(here, there)) {
            job.run(new Work.News(false));
            job.decisions = IGNORING;
        }
        here.run(new Work.News(false));
        Executors executors = new Executors((work, task) -> "none");
        run(executors);
        assertThat(executors.done).containsExactly("contributors");
        assertThat(there.live()).isEqualTo(here.live());
    }

    @Test
    void anAttemptThatTheDriverCannotSeeFailsTheRun() {
        assertThatThrownBy(() -> run(new Executors((work, task) -> "elsewhere")))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("all machines must see one archive")
                .hasMessageContaining("nothing was published");
    }

    @Test
    void theManifestIsReadOnceForAllShards() throws Exception {
        Storage storage = there.dataset().storage();
        AtomicInteger looks = new AtomicInteger();
        Storage counting = (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                    boolean look = method.getName().equals("list") && Layout.MANIFESTS.equals(arguments[0]);
                    looks.addAndGet(look ? 1 : 0);
                    return method.invoke(storage, arguments);
                });
        Engine planning = new Engine() {
            @Override
            public String describe(JobSettings settings) {
                return "test";
            }

            @Override
            public void execute(Stages stages) throws Exception {
                stages.plan(stages.unreported());
                looks.set(0);
                RemoteShards shards = stages.remoteShards();
                assertThat(shards.toSurvey()).hasSize(SHARDS);
                assertThat(shards.toCount()).hasSize(SHARDS);
                assertThat(shards.toConvert()).hasSize(SHARDS);
            }
        };
        new Converter(there.settings(), planning, Progress.SILENT, () -> there.now)
                .convert(new Work.News(false), counting);
        assertThat(looks).hasValue(1);
    }

    private void run(Engine engine) throws Exception {
        new Converter(there.settings(), engine, Progress.SILENT, () -> there.now).convert();
    }

    private String readOnce(ShardWork work, ShardTask task) throws IOException {
        work.convert(task, "a-1", Progress.SILENT);
        return "a-1";
    }

    private String readTwice(ShardWork work, ShardTask task) throws IOException {
        work.convert(task, "a-1", Progress.SILENT);
        work.convert(task, "a-2", Progress.SILENT);
        return task.shard().batch().endsWith("1") ? "a-1" : "a-2";
    }

    /** Converts a shard somewhere; gives the attempt that counts. */
    private interface Reading {
        String read(ShardWork work, ShardTask task) throws IOException;
    }

    /** An engine whose workers know nothing but what they are sent. */
    private final class Executors implements Engine {
        private final Reading reading;
        private final Set<String> done = new TreeSet<>();
        private String last = "";
        private int diesAfter;
        private long leftByLosers;

        Executors(Reading reading) {
            this.reading = reading;
        }

        @Override
        public String describe(JobSettings settings) {
            return "test";
        }

        @Override
        public void execute(Stages stages) throws Exception {
            stages.plan(stages.unreported());
            RemoteShards shards = stages.remoteShards();
            try (ShardWork work = sent(shards.order()).open(folder.resolve("temporary"), 1)) {
                List<ShardTask> unsurveyed = shards.toSurvey();
                for (ShardTask task : unsurveyed.isEmpty() ? List.<ShardTask>of() : shards.toCount()) {
                    shards.counted(sent(work.count(sent(task))));
                }
                for (ShardTask task : unsurveyed) {
                    work.survey(sent(task), "s-1", shards.counts());
                    shards.surveyed(task.shard().id(), "s-1");
                }
                stages.learn();
                for (ShardTask task : shards.toConvert()) {
                    shards.converted(task.shard().id(), reading.read(work, sent(task)));
                }
                stages.consolidate((what, tasks, taken) -> {
                    done.add(what);
                    int took = 0;
                    for (ConsolidationTask task : tasks) {
                        dieAt(what, took++);
                        work.consolidate(sent(task), "m-1");
                        taken.take(task.name(), "m-2", sent(new ArrayList<>(work.consolidate(sent(task), "m-2"))));
                    }
                    dieAt(what, took);
                });
                leftByLosers = there.dataset().storage().list(Layout.STAGING).stream()
                        .filter(file -> file.path().contains("/attempts/m-1/")
                                && file.path().contains("batch="))
                        .count();
            }
            stages.publish();
            stages.report();
        }

        private void dieAt(String what, int taken) throws IOException {
            if (what.equals(last) && taken == diesAfter) {
                throw new IOException("the driver is lost");
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T sent(T message) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(wire)) {
            out.writeObject(message);
        }
        assertThat(wire.size()).isLessThan(20_000);
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(wire.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
