package io.trunkline.simulator.account;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/// The unkindness in force and how the account stands, changeable while calls are running.
public final class Mood {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Unkindness now;
    private volatile Standing standing = Standing.USUAL;

    public Mood(Unkindness first) {
        now = first;
    }

    public Unkindness now() {
        return now;
    }

    public Standing standing() {
        return standing;
    }

    public void stands(Standing next) {
        standing = next;
    }

    public void set(Unkindness next) {
        change(_ -> next);
    }

    /// Takes one of the REST failures that were ordered; false when none is left.
    public boolean takeFailure() {
        return now.failNextRest() > 0
                && change(u -> u.failing(Math.max(0, u.failNextRest() - 1))).failNextRest() > 0;
    }

    /// Takes one of the late answers that were ordered; false when none is left.
    public boolean takeHang() {
        return now.hangNextRest() > 0
                && change(u -> u.hanging(Math.max(0, u.hangNextRest() - 1))).hangNextRest() > 0;
    }

    private Unkindness change(UnaryOperator<Unkindness> how) {
        lock.lock();
        try {
            var before = now;
            now = how.apply(before);
            return before;
        } finally {
            lock.unlock();
        }
    }
}
