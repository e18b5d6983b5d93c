package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.colophon.model.Capture;
import dev.colophon.model.Origin;
import dev.colophon.model.Outcome;
import dev.colophon.model.Reject;
import dev.colophon.model.RejectReason;
import dev.colophon.model.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ShardDocumentsTest {
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final List<String> taken = new ArrayList<>();
    private LateDocuments late = new LateDocuments(Duration.ofMillis(20), () -> true, () -> 0, 1);

    @AfterEach
    void end() {
        late.close();
    }

    @Test
    void aDocumentThatHangsIsToldBehindThoseThatFollow() throws IOException {
        try (ShardDocuments documents = documents()) {
            read(documents, "a", "hang", "b", "c");
            assertThat(taken).containsExactly("a", "b", "c");
            hanging.countDown();
            documents.finish();
        }
        assertThat(taken).containsExactly("a", "b", "c", "hang");
        assertThat(late.takePlace(Duration.ofMillis(20)))
                .as("its place is free")
                .isTrue();
    }

    @Test
    void withoutAPlaceForOneMoreItIsWaitedFor() throws Exception {
        late = new LateDocuments(Duration.ofMillis(20), () -> true, () -> 0, 0);
        inOrder();
    }

    @Test
    void onABusyMachineItIsWaitedFor() throws Exception {
        late = new LateDocuments(Duration.ofMillis(20), () -> false, () -> 0, 9);
        inOrder();
    }

    @Test
    void onABusyMachineOneThatMakesNoUseOfItIsNotWaitedFor() throws IOException {
        late = new LateDocuments(Duration.ofHours(1), () -> false, () -> 1, 9);
        try (ShardDocuments documents = documents()) {
            read(documents, "hang", "a", "b");
            assertThat(taken).containsExactly("a", "b");
            hanging.countDown();
            documents.finish();
        }
    }

    @Test
    void asManyAreLateAsMakeNoUseOfTheMachine() {
        late = new LateDocuments(Duration.ofHours(1), () -> false, () -> 2, 9);
        Duration moment = Duration.ofMillis(100);
        assertThat(late.takePlace(moment)).isTrue();
        assertThat(late.takePlace(moment)).isTrue();
        assertThat(late.takePlace(moment)).isFalse();
    }

    private void inOrder() throws Exception {
        Thread end = new Thread(() -> {
            sleep();
            hanging.countDown();
        });
        end.start();
        try (ShardDocuments documents = documents()) {
            read(documents, "a", "hang", "b");
            documents.finish();
        }
        end.join();
        assertThat(taken).containsExactly("a", "hang", "b");
    }

    @Test
    void whatIsNoFaultOfADocumentFailsTheShardAndGivesThePlacesBack() throws IOException {
        try (ShardDocuments documents = documents()) {
            read(documents, "hang");
            assertThatThrownBy(() -> read(documents, "a", "fault"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the extractor is closed");
        }
        assertThat(late.takePlace(Duration.ofMillis(20))).isTrue();
    }

    private ShardDocuments documents() {
        return new ShardDocuments(late, this::process, (outcome, bytes) -> taken.add(name(outcome)));
    }

    private static void read(ShardDocuments documents, String... names) throws IOException {
        for (String name : names) {
            documents.read(Capture.of(Origin.ofFile(name, 1), new byte[1]));
        }
    }

    private Outcome process(Capture capture) {
        String name = capture.origin().sourceUri();
        if (name.equals("hang")) {
            await();
        }
        if (name.equals("fault")) {
            throw new IllegalStateException("the extractor is closed");
        }
        return new Outcome.Rejected(Reject.of(capture, "", Stage.EXTRACT, RejectReason.EMPTY, "nothing", null));
    }

    private static String name(Outcome outcome) {
        return ((Outcome.Rejected) outcome).reject().origin().sourceUri();
    }

    private void await() {
        try {
            hanging.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
