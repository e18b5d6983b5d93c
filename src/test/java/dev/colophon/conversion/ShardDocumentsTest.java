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
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ShardDocumentsTest {
    private static final Duration MOMENT = Duration.ofMillis(20);

    private final CountDownLatch hanging = new CountDownLatch(1);
    private final List<String> taken = new ArrayList<>();
    private DocumentThreads threads = threads(MOMENT, true, 0, 1);

    @AfterEach
    void end() {
        hanging.countDown();
        threads.close();
    }

    @Test
    void asManyAreReadAtOnceAsMayBe() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        threads = new DocumentThreads(MOMENT, MOMENT, () -> false, () -> 0, 2, 0);
        ShardDocuments documents =
                new ShardDocuments(threads, capture -> meeting(both, capture), this::givenUp, this::take);
        read(documents, "a", "b", "c", "d");
        assertThat(documents.awaitPunctual()).isFalse();
        assertThat(taken).containsExactlyInAnyOrder("a", "b", "c", "d");
    }

    @Test
    void aDocumentThatHangsIsToldBehindThoseThatFollow() throws Exception {
        ShardDocuments documents = documents();
        read(documents, "a", "hang", "b", "c");
        assertThat(documents.awaitPunctual()).as("one is late").isTrue();
        assertThat(taken).containsExactly("a", "b", "c");
        hanging.countDown();
        documents.finish();
        assertThat(taken).containsExactly("a", "b", "c", "hang");
        assertThat(threads.awaitFree()).isTrue();
    }

    @Test
    void withoutAPlaceForOneMoreItIsWaitedFor() throws Exception {
        threads = threads(MOMENT, true, 0, 0);
        inOrder();
    }

    @Test
    void onABusyMachineItIsWaitedFor() throws Exception {
        threads = threads(MOMENT, false, 0, 9);
        inOrder();
    }

    @Test
    void onABusyMachineOneThatMakesNoUseOfItIsNotWaitedFor() throws Exception {
        threads = threads(Duration.ofHours(1), false, 1, 9);
        ShardDocuments documents = documents();
        read(documents, "hang", "a", "b");
        assertThat(documents.awaitPunctual()).isTrue();
        assertThat(taken).containsExactly("a", "b");
    }

    @Test
    void oneThatHangsMakesRoomAlsoWhileOthersPassBy() throws Exception {
        threads = new DocumentThreads(MOMENT, MOMENT, () -> false, () -> 1, 2, 1);
        ShardDocuments documents = documents();
        read(documents, "hang");
        // Each is over long before it is waited for, so that there is a free thread all the time.
        for (int document = 0; document < 20; document++) {
            Thread.sleep(MOMENT.toMillis() / 4);
            read(documents, "passing");
        }
        int free = 0;
        for (int glance = 0; glance < 100 && free < 2; glance++) {
            free += threads.awaitFree() ? 1 : 0;
        }
        assertThat(free).as("free threads").isEqualTo(2);
    }

    @Test
    void asManyAreLateAsMakeNoUseOfTheMachine() throws Exception {
        threads = threads(Duration.ofHours(1), false, 2, 9);
        List<Boolean> late = new ArrayList<>();
        for (int document = 0; document < 3; document++) {
            assertThat(threads.awaitFree()).isTrue();
            late.add(threads.begin(hanging()).makeRoom());
        }
        assertThat(late).containsExactly(true, true, false);
        assertThat(threads.awaitFree()).isFalse();
    }

    private void inOrder() throws Exception {
        Thread end = new Thread(() -> {
            sleep();
            hanging.countDown();
        });
        end.start();
        ShardDocuments documents = documents();
        read(documents, "a", "hang", "b");
        assertThat(documents.awaitPunctual()).isFalse();
        end.join();
        assertThat(taken).containsExactly("a", "hang", "b");
    }

    @Test
    void whatIsNoFaultOfADocumentFailsTheShardAndLeavesTheThreads() throws Exception {
        threads = threads(MOMENT, true, 0, 0);
        assertThatThrownBy(() -> {
                    ShardDocuments documents = documents();
                    read(documents, "a", "fault");
                    documents.finish();
                })
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the extractor is closed");
        assertThat(threads.awaitFree()).isTrue();
    }

    @Test
    void oneThatTakesTooMuchProcessorTimeIsGivenUp() throws Exception {
        ShardDocuments documents = documents();
        read(documents, "a", "spin", "b");
        documents.finish();
        assertThat(taken).containsExactlyInAnyOrder("a", "spin given up", "b");
        assertThat(threads.awaitFree()).as("a free thread").isTrue();
        assertThat(threads.awaitFree()).as("another").isFalse();
    }

    @Test
    void aLonelyDocumentThatTakesTooMuchProcessorTimeGivesNothing() throws Exception {
        assertThat(threads.<String>read(() -> {
                    spin();
                    return "read";
                }))
                .isNull();
        assertThat(threads.<String>read(() -> "read")).isEqualTo("read");
    }

    private static DocumentThreads threads(Duration patience, boolean idle, int hanging, int late) {
        return new DocumentThreads(MOMENT, patience, () -> idle, () -> hanging, 1, late);
    }

    private ShardDocuments documents() {
        return new ShardDocuments(threads, this::process, this::givenUp, this::take);
    }

    private void take(Outcome outcome, long bytes) {
        taken.add(name(outcome));
    }

    private static void read(ShardDocuments documents, String... names) throws IOException {
        for (String name : names) {
            documents.read(Capture.of(Origin.ofFile(name, 1), new byte[1]));
        }
    }

    private Outcome meeting(CyclicBarrier both, Capture capture) {
        try {
            both.await();
        } catch (InterruptedException | BrokenBarrierException stop) {
            throw new IllegalStateException(stop);
        }
        return rejected(capture);
    }

    private Callable<Outcome> hanging() {
        return () -> process(Capture.of(Origin.ofFile("hang", 1), new byte[1]));
    }

    private Outcome process(Capture capture) {
        String name = capture.origin().sourceUri();
        if (name.equals("hang")) {
            await();
        }
        if (name.equals("spin")) {
            spin();
        }
        if (name.equals("fault")) {
            throw new IllegalStateException("the extractor is closed");
        }
        return rejected(capture);
    }

    private Outcome givenUp(Capture capture) {
        return rejected(Capture.of(Origin.ofFile(name(rejected(capture)) + " given up", 1), new byte[1]));
    }

    /** Computes until the test ends, deaf to interruption. */
    private void spin() {
        long sum = 0;
        while (hanging.getCount() > 0) {
            sum += hanging.getCount();
        }
        assertThat(sum).isNotNegative();
    }

    private static Outcome rejected(Capture capture) {
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
