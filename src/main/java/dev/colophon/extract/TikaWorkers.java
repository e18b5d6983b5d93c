package dev.colophon.extract;

import dev.colophon.model.RejectReason;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The forked parsers: at most {@link ExtractLimits#workers} and {@link ExtractLimits#late} run at once. Each starts when a
 * document first needs it and is replaced after some hundred documents or when one breaks it. Thread-safe.
 */
final class TikaWorkers implements AutoCloseable {
    /** Documents that a worker reads before a fresh one takes its place: parsers leak. */
    private static final int DOCUMENTS = 500;

    /** How often it is tried to start one: what the machine lacks may be there again. */
    private static final int STARTS = 3;

    private static final long SECONDS_BETWEEN_STARTS = 2;

    private final ExtractLimits limits;
    private final Semaphore free;
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();
    private final Set<WorkerProcess> all = new HashSet<>();
    private final Set<WorkerProcess> asked = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor clock;
    private volatile @Nullable KnownParsers parsers;
    private boolean closed;

    TikaWorkers(ExtractLimits limits) {
        this.limits = limits;
        this.free = new Semaphore(limits.workers() + limits.late());
        this.clock = new ScheduledThreadPoolExecutor(1, TikaWorkers::clockThread);
        clock.setRemoveOnCancelPolicy(true);
    }

    private static Thread clockThread(Runnable task) {
        Thread thread = new Thread(task, "worker-clock");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Reads a document in a worker.
     *
     * @throws ExtractionException where the worker refuses it or dies over it
     * @throws NoParserException where no worker can be started for it
     */
    WorkerReply.Parsed parse(WorkerRequest request) throws ExtractionException {
        try {
            free.acquire();
        } catch (InterruptedException stop) {
            throw interrupted(stop);
        }
        try {
            return accepted(ask(request));
        } finally {
            free.release();
        }
    }

    private static ExtractionException interrupted(InterruptedException stop) {
        Thread.currentThread().interrupt();
        return new ExtractionException(RejectReason.IO, "interrupted while waiting for a parser", stop);
    }

    private static WorkerReply.Parsed accepted(WorkerReply reply) throws ExtractionException {
        if (reply instanceof WorkerReply.Refused refused) {
            throw new ExtractionException(refused.reason(), refused.message(), null);
        }
        return (WorkerReply.Parsed) reply;
    }

    private WorkerReply ask(WorkerRequest request) throws ExtractionException {
        WorkerProcess worker = take();
        asked.add(worker);
        try {
            return worker.ask(withParser(request));
        } finally {
            asked.remove(worker);
            giveBack(worker);
        }
    }

    /** How many workers do nothing although they were asked for a document; to be asked for repeatedly. */
    int standingStill() {
        return (int) asked.stream().filter(WorkerProcess::standsStill).count();
    }

    private WorkerRequest withParser(WorkerRequest request) {
        KnownParsers known = parsers;
        String parser = known == null ? "" : known.parser(request.mediaType(), request.fileName(), request.body());
        return new WorkerRequest(request.mediaType(), request.fileName(), parser, request.body());
    }

    private WorkerProcess take() throws ExtractionException {
        for (WorkerProcess worker = pollIdle(); worker != null; worker = pollIdle()) {
            if (worker.isAlive()) {
                return worker;
            }
            drop(worker);
        }
        WorkerProcess worker = keep(start());
        if (parsers == null) {
            parsers = new KnownParsers(worker.parsers());
        }
        return worker;
    }

    private WorkerProcess start() throws ExtractionException {
        int starts = 1;
        while (true) {
            try {
                return new WorkerProcess(limits, clock, parsers == null);
            } catch (IOException fault) {
                if (starts == STARTS) {
                    throw NoParserException.of(fault, limits.temporary());
                }
            }
            starts++;
            try {
                TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_STARTS);
            } catch (InterruptedException stop) {
                throw interrupted(stop);
            }
        }
    }

    private synchronized @Nullable WorkerProcess pollIdle() {
        if (closed) {
            throw new IllegalStateException("the extractor is closed");
        }
        return idle.pollLast();
    }

    private synchronized WorkerProcess keep(WorkerProcess worker) {
        if (closed) {
            worker.close();
            throw new IllegalStateException("the extractor is closed");
        }
        all.add(worker);
        return worker;
    }

    private void giveBack(WorkerProcess worker) {
        synchronized (this) {
            boolean wanted = idle.size() < limits.workers() && worker.answered() < DOCUMENTS;
            if (!closed && wanted && worker.isAlive()) {
                idle.addLast(worker);
                return;
            }
        }
        drop(worker);
    }

    private void drop(WorkerProcess worker) {
        synchronized (this) {
            all.remove(worker);
        }
        worker.close();
    }

    /** Ends every worker, also those that still read. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            all.forEach(WorkerProcess::close);
            all.clear();
            idle.clear();
        }
        clock.shutdownNow();
    }
}
