package dev.colophon.cli;

import dev.colophon.conversion.ConversionPlan;
import dev.colophon.conversion.Progress;
import dev.colophon.dataset.table.StagedShard;
import dev.colophon.report.Words;
import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** One line on a terminal that is drawn anew a few times a second: documents a second, bytes, time left, rejects. */
final class BarProgress implements Progress {
    private static final int WIDTH = 28;
    private static final long EVERY_NANOS = 200_000_000;

    private final PrintStream out;
    private final AtomicLong captures = new AtomicLong();
    private final AtomicLong rejects = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong drawn = new AtomicLong();
    private volatile long started = System.nanoTime();
    private volatile long allBytes;

    BarProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public void planned(ConversionPlan plan) {
        allBytes = plan.bytes();
        started = System.nanoTime();
        out.println(ProgressText.plan(plan));
    }

    @Override
    public void converted(long moreCaptures, long moreRejects, long moreBytes) {
        if (captures.getAndAdd(moreCaptures) == 0) {
            started = System.nanoTime(); // what the survey took says nothing of what is left
            drawn.set(started);
        }
        bytes.addAndGet(moreBytes);
        rejects.addAndGet(moreRejects);
        long now = System.nanoTime();
        long last = drawn.get();
        if (now - last > EVERY_NANOS && drawn.compareAndSet(last, now)) {
            draw(now);
        }
    }

    @Override
    public void staged(StagedShard shard, boolean reused) {
        if (reused) {
            captures.addAndGet(shard.items());
            rejects.addAndGet(shard.rejects());
        }
    }

    @Override
    public void entering(String step) {
        draw(System.nanoTime());
        out.print("  " + step + "\033[K");
        if (step.equals("report")) {
            out.println();
        }
        out.flush();
    }

    private synchronized void draw(long now) {
        double share = allBytes == 0 ? 1 : Math.min(1.0, (double) bytes.get() / allBytes);
        double seconds = Math.max(0.001, (now - started) / 1e9);
        int full = (int) (share * WIDTH);
        String left = share < 0.02 ? "" : ", " + ProgressText.time(Math.round(seconds / share - seconds)) + " left";
        out.print(String.format(
                Locale.ROOT,
                "\r[%s%s] %3.0f %%  %,d captures (%.0f/s), %s, %,d rejects%s\033[K",
                "#".repeat(full),
                "-".repeat(WIDTH - full),
                share * 100,
                captures.get(),
                captures.get() / seconds,
                Words.bytes(bytes.get()),
                rejects.get(),
                left));
        out.flush();
    }
}
