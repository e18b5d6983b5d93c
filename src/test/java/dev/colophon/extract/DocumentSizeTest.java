package dev.colophon.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.colophon.model.RejectReason;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents that would take more of the heap than there is. */
@NullMarked
class DocumentSizeTest {
    @Test
    void tooManyTagsAreRefused() throws Exception {
        assertThat(DocumentSize.markup("<b>a < b".repeat(DocumentSize.MOST_TAGS), () -> "read"))
                .isEqualTo("read");
        refuses("tags", () -> DocumentSize.markup("<b>".repeat(DocumentSize.MOST_TAGS + 1), () -> "read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n"})
    void tooManyLinesAreRefused(String end) throws Exception {
        assertThat(DocumentSize.text(("a" + end).repeat(DocumentSize.MOST_LINES - 1), () -> "read"))
                .isEqualTo("read");
        refuses("lines", () -> DocumentSize.text(("a" + end).repeat(DocumentSize.MOST_LINES), () -> "read"));
    }

    @Test
    void largeOnesAreReadOneAtATime() throws Exception {
        ExecutorService two = Executors.newFixedThreadPool(2);
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicBoolean ended = new AtomicBoolean();
        try {
            String large = "<b>".repeat(DocumentSize.MOST_TAGS);
            Future<String> first = two.submit(() -> DocumentSize.markup(large, () -> {
                began.countDown();
                await(goOn);
                ended.set(true);
                return "first";
            }));
            await(began);
            Future<Boolean> second = two.submit(() -> DocumentSize.text("a\n".repeat(400_000), ended::get));
            assertThat(DocumentSize.markup("<p>small", () -> "small")).isEqualTo("small");
            goOn.countDown();
            assertThat(first.get(60, TimeUnit.SECONDS)).isEqualTo("first");
            assertThat(second.get(60, TimeUnit.SECONDS))
                    .as("began behind the first")
                    .isTrue();
        } finally {
            two.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static void refuses(String what, ThrowingCallable read) {
        ExtractionException refused = catchThrowableOfType(ExtractionException.class, read);
        assertThat(refused).hasMessageContaining(what);
        assertThat(refused.reason()).isEqualTo(RejectReason.LIMIT_SIZE);
    }
}
