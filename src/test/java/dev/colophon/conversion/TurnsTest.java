package dev.colophon.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnsTest {
    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private final Turns turns = new Turns(1);

    @AfterEach
    void end() {
        other.shutdownNow();
    }

    @Test
    void theNextBeginsOnceATurnIsOver() throws Exception {
        try (Turns.Turn first = turns.await()) {
            Future<Turns.Turn> second = other.submit((Callable<Turns.Turn>) turns::await);
            assertThat(second.isDone()).isFalse();
            first.close();
            assertThat(second.get(30, TimeUnit.SECONDS)).isNotNull();
        }
    }

    @Test
    void aTurnEndsOnce() throws Exception {
        Turns.Turn first = turns.await();
        first.close();
        first.close();
        try (Turns.Turn second = turns.await()) {
            Future<Turns.Turn> third = other.submit((Callable<Turns.Turn>) turns::await);
            Thread.sleep(50);
            assertThat(third.isDone()).as("a second one at once").isFalse();
            second.close();
            assertThat(third.get(30, TimeUnit.SECONDS)).isNotNull();
        }
    }
}
