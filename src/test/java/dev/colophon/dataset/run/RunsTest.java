package dev.colophon.dataset.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.colophon.model.RejectReason;
import dev.colophon.model.Versions;
import dev.colophon.storage.MemoryStorage;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunsTest {
    private static final Accounting COUNTS =
            new Accounting(10, 6, new TreeMap<>(Map.of("truncated", 1L, "revisit", 2L, "timeout", 1L)), 1234);

    @Test
    void aRecordIsReadAsItWasWrittenAndTheLatestComesFirst() throws IOException {
        Runs runs = new Runs(new MemoryStorage());
        RunRecord killed = run("a", "2026-01-01T00:00:00Z", null);
        RunRecord later = run("b", "2026-01-02T00:00:00Z", "2026-01-02T00:01:30Z");
        runs.write(killed);
        runs.write(later);
        assertThat(runs.read("a")).isEqualTo(killed);
        assertThat(runs.read("c")).isNull();
        assertThat(runs.all()).containsExactly(later, killed);
        assertThat(later.elapsed()).hasSeconds(90);
    }

    @Test
    void aMemberOfALaterVersionIsPassedOverAndBrokenJsonNamesItsFile() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Runs runs = new Runs(storage);
        runs.write(run("a", "2026-01-01T00:00:00Z", null));
        String json = new String(storage.files().get("_colophon/runs/a.json"), UTF_8);
        write(storage, json.replace("\"format\" : 1", "\"mood\" : [1], \"format\" : 1"));
        assertThat(runs.read("a")).isNotNull();
        write(storage, json.substring(0, json.length() / 2));
        assertThatThrownBy(() -> runs.read("a"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("_colophon/runs/a.json");
    }

    @Test
    void filtersAndFaultsAreToldApart() {
        assertThat(COUNTS.rejected()).isEqualTo(4);
        assertThat(COUNTS.rejected(RejectReason.Kind.FILTER)).isEqualTo(2);
        assertThat(COUNTS.rejected(RejectReason.Kind.FAULT)).isEqualTo(2);
        assertThat(COUNTS.faultRate()).isCloseTo(0.25, within(1e-9));
        assertThat(Accounting.NONE.faultRate()).isZero();
    }

    @Test
    void everyCaptureMustBeADocumentOrAReject() {
        assertThat(COUNTS.requireBalanced("run a")).isSameAs(COUNTS);
        Accounting sum = COUNTS.plus(new Accounting(1, 0, new TreeMap<>(), 1));
        assertThatThrownBy(() -> sum.requireBalanced("run a"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the accounting of run a does not add up: 11 captures read, but 6 documents and 4 rejects");
    }

    private static void write(MemoryStorage storage, String json) throws IOException {
        storage.write("_colophon/runs/a.json", out -> out.write(json.getBytes(UTF_8)));
    }

    private static RunRecord run(String id, String started, @Nullable String finished) {
        return new RunRecord(
                RunRecord.FORMAT,
                id,
                "nightly",
                finished == null ? RunOutcome.RUNNING : RunOutcome.COMPLETE,
                Instant.parse(started),
                finished == null ? null : Instant.parse(finished),
                "local, 2 threads",
                new TreeMap<>(Map.of("java", "17.0.15")),
                new Versions(1, 2, 3, 4, "ab".repeat(32)),
                new TreeMap<>(Map.of("job", "nightly", "parallelism", "2")),
                List.of("/srv/inbox/é"),
                List.of("2026-01-01"),
                COUNTS,
                List.of(new ShardAccount("0001", "2026-01-01", COUNTS)),
                finished == null ? null : 7L,
                List.of("one file vanished"));
    }
}
