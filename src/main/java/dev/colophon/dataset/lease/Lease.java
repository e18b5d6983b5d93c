package dev.colophon.dataset.lease;

import dev.colophon.storage.Storage;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to change a dataset, held by one process at a time, renewed by a daemon thread and given back on close.
 *
 * <p>Where the storage has locks, the operating system's lock decides: it ends with its process, so that the same command
 * works at once after a kill, and it cannot be taken from a process that is merely stopped. A lease that another machine
 * left is then still honoured until it expires, since locks of network mounts do not always reach other machines. Where
 * the storage has no locks, expiry alone decides: an owner whose lease has expired, while the storage could not be reached
 * perhaps, takes it anew like everyone else, and it alone goes on then, since nobody has had the dataset in between.
 *
 * <p>A commit asks {@link #requireCurrent} just before it creates the manifest. A process that is stopped between the two
 * may still create it, but only under the next free number: whoever took the dataset over then loses that race and starts
 * over. Thread-safe.
 */
public final class Lease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final String LOCK = "_colophon/lease.lock";
    private static final int RENEWALS = 4;

    private final Storage storage;
    private final LeaseRecords records;
    private final LeaseTerms terms;
    private final Storage.@Nullable Lock lock;
    private final ScheduledExecutorService heartbeat;
    private LeaseRecord record;
    private boolean closed;
    private volatile @Nullable LeaseLostException lost;

    private Lease(Storage storage, LeaseTerms terms, Storage.@Nullable Lock lock, LeaseRecord record) {
        this.storage = storage;
        this.records = new LeaseRecords(storage);
        this.terms = terms;
        this.lock = lock;
        this.record = record;
        this.heartbeat = Executors.newSingleThreadScheduledExecutor(Lease::daemon);
        long period = Math.max(1, terms.duration().toMillis() / RENEWALS);
        var unused = heartbeat.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
    }

    /**
     * Takes the dataset for {@code owner}.
     *
     * @throws LeaseHeldException where another live process holds it
     */
    public static Lease take(Storage storage, Owner owner, LeaseTerms terms) throws IOException {
        Storage.Lock lock = null;
        if (storage.locks()) {
            lock = storage.tryLock(LOCK);
            if (lock == null) {
                throw held(storage, new LeaseRecords(storage).latest());
            }
        }
        Lease lease = null;
        try {
            lease = new Lease(storage, terms, lock, record(storage, owner, terms, lock != null));
            return lease;
        } finally {
            if (lease == null && lock != null) {
                lock.close();
            }
        }
    }

    private static LeaseRecord record(Storage storage, Owner owner, LeaseTerms terms, boolean locked)
            throws IOException {
        LeaseRecords records = new LeaseRecords(storage);
        LeaseRecord before = records.latest();
        Instant now = terms.clock().instant();
        if (before != null && !before.expired(now) && !diedHere(before.owner(), owner, locked)) {
            throw held(storage, before);
        }
        long token = before == null ? 1 : before.token() + 1;
        LeaseRecord lease = new LeaseRecord(token, owner, now, now.plus(terms.duration()));
        if (!records.create(lease)) {
            throw held(storage, records.latest());
        }
        records.deleteBefore(token);
        return lease;
    }

    /** Whoever held the lock on this machine and does not any more is dead. */
    private static boolean diedHere(Owner before, Owner now, boolean locked) {
        return locked && before.host().equals(now.host());
    }

    private static LeaseHeldException held(Storage storage, @Nullable LeaseRecord holder) {
        return new LeaseHeldException(
                holder == null
                        ? "another run holds the dataset " + storage.root() + ": it is just starting; wait for its end"
                        : "another run holds the dataset " + storage.root() + ": " + holder.words()
                                + "; wait for its end (its lease holds until " + holder.until()
                                + " unless it is renewed)");
    }

    /** The fencing token, at least 1. */
    public synchronized long token() {
        return record.token();
    }

    /**
     * Returns only while this lease is the dataset's.
     *
     * @throws LeaseLostException where it has expired, was released or went to another process
     */
    public synchronized void requireCurrent() throws IOException {
        if (closed) {
            throw new LeaseLostException("the lease of " + storage.root() + " has been given back");
        }
        LeaseRecord latest = records.latest();
        if (latest == null || !latest.owner().id().equals(record.owner().id())) {
            throw new LeaseLostException("the lease of " + storage.root() + " went to another process"
                    + (latest == null ? "" : ": " + latest.words()) + "; nothing was committed, run again");
        }
        if (lock == null) {
            takeAgain(latest);
        } else if (record.expired(terms.clock().instant())) {
            prolong(); // the operating system's lock kept everyone else out
        }
    }

    /**
     * Takes the next token where the lease has expired, unless somebody has.
     *
     * @param latest ours, with a greater token where it was taken and the answer did not come
     */
    private void takeAgain(LeaseRecord latest) throws IOException {
        if (latest.token() > record.token()) {
            goOn(latest);
        }
        Instant now = terms.clock().instant();
        if (record.expired(now)) {
            LeaseRecord next =
                    new LeaseRecord(record.token() + 1, record.owner(), record.since(), now.plus(terms.duration()));
            if (!records.create(next)) {
                throw expired();
            }
            goOn(next);
        }
    }

    /** Whoever takes a lease over deletes the record before: where ours is gone, another had the dataset and gave it back. */
    private void goOn(LeaseRecord next) throws IOException {
        if (!records.has(record.token())) {
            records.delete(next.token());
            throw expired();
        }
        record = next;
        records.deleteBefore(next.token());
    }

    private LeaseLostException expired() {
        return new LeaseLostException("the lease of " + storage.root() + " expired at " + record.until()
                + ", and another process took it; nothing was committed, run again");
    }

    /**
     * Returns unless the heartbeat has found the lease lost, so that a long run need not find out at its end. Asks nobody.
     *
     * @throws LeaseLostException where it has
     */
    public void requireNotLost() throws LeaseLostException {
        LeaseLostException found = lost;
        if (found != null) {
            throw new LeaseLostException(String.valueOf(found.getMessage()));
        }
    }

    /** Renews the lease as the heartbeat does. */
    public synchronized void renew() throws IOException {
        requireCurrent();
        prolong();
    }

    private void prolong() throws IOException {
        LeaseRecord renewed = record.renewed(terms.clock().instant().plus(terms.duration()));
        records.replace(renewed);
        record = renewed;
    }

    private void beat() {
        try {
            synchronized (this) {
                if (!closed) {
                    renew();
                }
            }
        } catch (LeaseLostException found) {
            lost = found;
            LOG.error("{}", found.getMessage());
            heartbeat.shutdown();
        } catch (IOException fault) {
            LOG.warn("cannot renew the lease of {}: {}", storage.root(), fault.getMessage());
        }
    }

    /** Gives the dataset back; a lease that was lost is left to its new owner. */
    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        heartbeat.shutdown();
        if (lock == null) {
            records.delete(record.token());
            return;
        }
        try (lock) {
            records.deleteAll();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "colophon-lease");
        thread.setDaemon(true);
        return thread;
    }
}
