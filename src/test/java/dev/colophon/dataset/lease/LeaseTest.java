package dev.colophon.dataset.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.storage.LocalStorage;
import dev.colophon.storage.MemoryStorage;
import dev.colophon.storage.Storage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeaseTest {
    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final LeaseTerms terms = new LeaseTerms(Duration.ofHours(1), () -> now);

    @Test
    void oneHolderAtATimeAndNothingIsLeftBehind() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        try (Lease lease = take(storage, "first")) {
            assertThat(lease.token()).isOne();
            assertThatThrownBy(() -> take(storage, "second"))
                    .isInstanceOf(LeaseHeldException.class)
                    .hasMessageContaining(
                            "'first', process " + ProcessHandle.current().pid() + " on ")
                    .hasMessageContaining("since 2026-01-01T00:00:00Z");
            lease.requireCurrent();
        }
        assertThat(storage.files()).isEmpty();
        take(storage, "third").close();
    }

    @Test
    void anExpiredLeaseIsTakenOverAndItsOwnerFindsOut() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Lease sleeper = take(storage, "sleeper");
        now = Instant.parse("2026-01-01T01:00:00Z");
        try (Lease thief = take(storage, "thief")) {
            assertThat(thief.token()).isEqualTo(2);
            thief.requireCurrent();
            assertThatThrownBy(sleeper::requireCurrent)
                    .isInstanceOf(LeaseLostException.class)
                    .hasMessageContaining("'thief'");
            sleeper.close();
            thief.requireCurrent();
        }
        assertThat(storage.files()).isEmpty();
    }

    @Test
    void anExpiredLeaseThatNobodyTookIsTakenAnew() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        try (Lease lease = take(storage, "worker")) {
            now = now.plus(Duration.ofHours(1));
            lease.requireCurrent();
            assertThat(lease.token()).isEqualTo(2);
            assertThatThrownBy(() -> take(storage, "other")).isInstanceOf(LeaseHeldException.class);
            now = now.plus(Duration.ofHours(7));
            lease.renew();
            assertThat(lease.token()).isEqualTo(3);
            assertThat(storage.files()).hasSize(1);
        }
        assertThat(storage.files()).isEmpty();
    }

    @Test
    void ofTwoWhoTakeAnExpiredLeaseOneGetsIt() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        List<Lease> thieves = new ArrayList<>();
        Lease sleeper = take(beforeCreating(storage, 2, () -> thieves.add(take(storage, "thief"))), "sleeper");
        now = now.plus(Duration.ofHours(1));
        assertThatThrownBy(sleeper::requireCurrent)
                .isInstanceOf(LeaseLostException.class)
                .hasMessageContaining("another process took it");
        try (Lease thief = thieves.get(0)) {
            thief.requireCurrent();
            sleeper.close();
            thief.requireCurrent();
        }
        assertThat(storage.files()).isEmpty();
    }

    /** It may have committed. */
    @Test
    void whoeverHadAnExpiredLeaseAndGaveItBackLeavesItLost() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        Storage slow = beforeCreating(storage, 2, () -> take(storage, "thief").close());
        Lease sleeper = take(slow, "sleeper");
        now = now.plus(Duration.ofHours(1));
        assertThatThrownBy(sleeper::requireCurrent).isInstanceOf(LeaseLostException.class);
        assertThat(storage.files()).isEmpty();
        assertThatThrownBy(sleeper::requireCurrent).isInstanceOf(LeaseLostException.class);
    }

    @Test
    void aLeaseThatWasTakenAnewAlthoughTheAnswerDidNotComeIsGoneOnWith() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        try (Lease lease = take(storage, "worker")) {
            now = now.plus(Duration.ofHours(1));
            storage.dieAt(3, true);
            assertThatThrownBy(lease::requireCurrent).hasMessageContaining("create exclusively");
            storage.revive();
            now = now.plus(Duration.ofMinutes(1));
            lease.requireCurrent();
            assertThat(lease.token()).isEqualTo(2);
            assertThat(storage.files()).hasSize(1);
        }
        assertThat(storage.files()).isEmpty();
    }

    @Test
    void theHeartbeatFindsOutThatTheLeaseIsLost() throws Exception {
        MemoryStorage storage = new MemoryStorage();
        LeaseTerms brief = new LeaseTerms(Duration.ofMillis(80), () -> now);
        try (Lease lease = Lease.take(storage, Owner.ofThisProcess("worker"), brief)) {
            lease.requireNotLost();
            Owner elsewhere = new Owner("id", "another-machine", 7, null, "run nightly");
            new LeaseRecords(storage).create(new LeaseRecord(2, elsewhere, now, now.plusSeconds(60)));
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 200; i++) {
                            Thread.sleep(20);
                            lease.requireNotLost();
                        }
                    })
                    .isInstanceOf(LeaseLostException.class)
                    .hasMessageContaining("process 7 on another-machine");
        }
    }

    private interface Event {
        void happen() throws IOException;
    }

    /** The storage, in which something happens just before the exclusive file of that number is made through it. */
    private static Storage beforeCreating(Storage storage, int number, Event event) {
        AtomicInteger made = new AtomicInteger();
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("createExclusive") && made.incrementAndGet() == number) {
                        event.happen();
                    }
                    try {
                        return method.invoke(storage, arguments);
                    } catch (InvocationTargetException fault) {
                        throw fault.getCause();
                    }
                });
    }

    @Test
    void renewalHoldsOffExpiry() throws IOException {
        MemoryStorage storage = new MemoryStorage();
        try (Lease lease = take(storage, "worker")) {
            now = Instant.parse("2026-01-01T00:59:00Z");
            lease.renew();
            now = Instant.parse("2026-01-01T01:58:00Z");
            lease.requireCurrent();
            assertThatThrownBy(() -> take(storage, "other")).isInstanceOf(LeaseHeldException.class);
        }
    }

    @Test
    void theHeartbeatRenews() throws Exception {
        MemoryStorage storage = new MemoryStorage();
        LeaseTerms brief = new LeaseTerms(Duration.ofMillis(80), () -> now);
        try (Lease lease = Lease.take(storage, Owner.ofThisProcess("worker"), brief)) {
            now = now.plusMillis(50);
            String first = storage.files().firstKey();
            for (int i = 0;
                    i < 100 && !new String(storage.files().get(first), StandardCharsets.UTF_8).contains(".130Z");
                    i++) {
                Thread.sleep(20);
            }
            now = now.plusMillis(60);
            lease.requireCurrent();
        }
    }

    @Test
    void whereTheSystemLocksALeaseThatRanOutIsStillItsOwners(@TempDir Path folder) throws IOException {
        Storage storage = new LocalStorage(folder);
        try (Lease lease = take(storage, "suspended")) {
            now = Instant.parse("2026-01-03T00:00:00Z");
            assertThatThrownBy(() -> take(storage, "other")).isInstanceOf(LeaseHeldException.class);
            lease.requireCurrent();
        }
        assertThat(storage.list("")).isEmpty();
    }

    @Test
    void anotherMachinesLeaseIsHonouredUntilItExpires(@TempDir Path folder) throws IOException {
        Storage storage = new LocalStorage(folder);
        Owner elsewhere = new Owner("id", "another-machine", 7, null, "run nightly");
        new LeaseRecords(storage).create(new LeaseRecord(5, elsewhere, now, now.plusSeconds(60)));
        assertThatThrownBy(() -> take(storage, "here"))
                .isInstanceOf(LeaseHeldException.class)
                .hasMessageContaining("process 7 on another-machine");
        now = now.plusSeconds(60);
        try (Lease lease = take(storage, "here")) {
            assertThat(lease.token()).isEqualTo(6);
        }
    }

    @Test
    void aKilledProcessHoldsNothing(@TempDir Path folder) throws Exception {
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Storage storage = new LocalStorage(folder);
        try (BufferedReader words =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8))) {
            String line = words.readLine();
            while (line != null && !line.equals("holding")) {
                line = words.readLine();
            }
            assertThat(line).isEqualTo("holding");
            assertThatThrownBy(() -> take(storage, "second"))
                    .isInstanceOf(LeaseHeldException.class)
                    .hasMessageContaining("'holder', process " + holder.pid());
        } finally {
            holder.destroyForcibly().waitFor();
        }
        try (Lease lease = take(storage, "second")) {
            assertThat(lease.token()).isEqualTo(2);
        }
        assertThat(storage.list("")).isEmpty();
    }

    private Lease take(Storage storage, String purpose) throws IOException {
        return Lease.take(storage, Owner.ofThisProcess(purpose), terms);
    }

    /** Takes the lease and waits to be killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            Instant start = Instant.parse("2026-01-01T00:00:00Z");
            LeaseTerms terms = new LeaseTerms(Duration.ofHours(1), () -> start);
            try (Lease lease =
                    Lease.take(new LocalStorage(Path.of(arguments[0])), Owner.ofThisProcess("holder"), terms)) {
                lease.requireCurrent();
                System.out.println("holding");
                Thread.sleep(60_000);
            }
        }
    }
}
