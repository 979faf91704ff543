package io.trunkline.simulator.client;

import io.trunkline.simulator.account.Pace;
import io.trunkline.simulator.media.Duplex;
import io.trunkline.simulator.media.Natives;
import io.trunkline.simulator.media.Peer;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The sound of a device's leg, once the device has described its side of it. Without libwebrtc there is none, and the
/// leg goes on without.
final class Media {
    private static final Logger log = LoggerFactory.getLogger(Media.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final Pace pace;
    private volatile @Nullable Peer peer;
    private String session = "";
    private boolean over;

    Media(Pace pace) {
        this.pace = pace;
    }

    /// Our side of the session the device offers: a new one, or the one there is, changed. Empty when the leg has ended
    /// meanwhile or has no sound.
    Optional<String> answer(String offer) {
        lock.lock();
        try {
            var theirs = fingerprint(offer);
            if (!theirs.equals(session)) {
                end();
            }
            session = theirs;
            return open().map(p -> p.answer(offer));
        } catch (IllegalStateException e) {
            log.warn("a device's offer cannot be answered: {}", e.getMessage());
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    Optional<String> offer() {
        lock.lock();
        try {
            return open().map(Peer::offer);
        } catch (IllegalStateException e) {
            log.warn("no offer can be made: {}", e.getMessage());
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    void accept(String answer) {
        lock.lock();
        try {
            session = fingerprint(answer);
            var now = peer;
            if (now != null) {
                now.accept(answer);
            }
        } catch (IllegalStateException e) {
            log.warn("a device's answer cannot be used: {}", e.getMessage());
        } finally {
            lock.unlock();
        }
    }

    private Optional<Peer> open() {
        if (over || !Natives.present()) {
            return Optional.empty();
        }
        var now = peer;
        if (now == null) {
            now = new Peer(pace::laterByTheClock);
            peer = now;
        }
        return Optional.of(now);
    }

    /// Two offers of one session have the same certificate.
    private static String fingerprint(String sdp) {
        return sdp.lines()
                .filter(l -> l.startsWith("a=fingerprint:"))
                .findFirst()
                .orElse("");
    }

    boolean isSession(String offer) {
        lock.lock();
        try {
            return peer != null && fingerprint(offer).equals(session);
        } finally {
            lock.unlock();
        }
    }

    Optional<Duplex> sound() {
        return Optional.ofNullable(peer);
    }

    boolean alive() {
        var now = peer;
        return now != null && now.alive();
    }

    /// Takes a moment, so not for those who are in a hurry.
    void close() {
        lock.lock();
        try {
            over = true;
            end();
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        var now = peer;
        peer = null;
        if (now != null) {
            now.close();
        }
    }
}
