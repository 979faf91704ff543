package io.trunkline.desktop.softphone.device;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Whether the media engine is connected with the computer's sound system. A connection that is lost does not come back
/// by itself: the engine must be made anew once the system is there again.
final class SoundLink {
    private enum State {
        LIVES,
        LOST,
        /// Lost, and a new one would live.
        BACK
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final SoundPort port;
    private final Consumer<VoiceEvent> listener;
    private State state = State.LIVES;

    /// The engine found no sound though the system was there: it would not find any at the next call either.
    private boolean futile;

    SoundLink(SoundPort port, Consumer<VoiceEvent> listener) {
        this.port = port;
        this.listener = listener;
    }

    /// The engine was made anew; `live` is whether it found a sound system.
    void made(boolean live) {
        lock.lock();
        try {
            port.joined();
            var before = state;
            futile = !live && before == State.BACK;
            state = live ? State.LIVES : State.LOST;
            if (live && before == State.LOST) {
                listener.accept(new VoiceEvent.SoundBack());
            } else if (!live && before != State.LOST) {
                listener.accept(new VoiceEvent.SoundLost());
            }
        } finally {
            lock.unlock();
        }
    }

    /// After a look; `there` is whether the system has answered.
    void looked(boolean there) {
        lock.lock();
        try {
            if (state == State.LIVES && port.isCutOff()) {
                state = State.LOST;
                listener.accept(new VoiceEvent.SoundLost());
            }
            futile &= there;
            if (state == State.LOST && there && !futile) {
                state = State.BACK;
                listener.accept(new VoiceEvent.SoundBack());
            }
        } finally {
            lock.unlock();
        }
    }

    /// `live` is whether the engine had found a sound system when it was made. One that had not is as good as another
    /// until there is one.
    boolean isStale(boolean live) {
        lock.lock();
        try {
            return state == State.BACK || (live && state == State.LOST);
        } finally {
            lock.unlock();
        }
    }
}
