package io.trunkline.simulator.voice;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;

/// Keys a far end presses. Nobody listens outside `Gather`; keys pressed ahead of it wait for it, as a caller would
/// who knows that a menu is coming.
final class Keypad {
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Event> ahead = new ArrayDeque<>();
    private boolean listening;

    /// True when somebody listens now.
    boolean press(Event key, Mailbox mailbox) {
        lock.lock();
        try {
            if (listening) {
                mailbox.put(key);
            } else {
                ahead.add(key);
            }
            return listening;
        } finally {
            lock.unlock();
        }
    }

    void listen(Mailbox mailbox) {
        lock.lock();
        try {
            listening = true;
            ahead.forEach(mailbox::put);
            ahead.clear();
        } finally {
            lock.unlock();
        }
    }

    void deaf() {
        lock.lock();
        try {
            listening = false;
        } finally {
            lock.unlock();
        }
    }
}
