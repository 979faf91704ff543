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

    SoundLink(SoundPort port, Consumer<VoiceEvent> listener) {
        this.port = port;
        this.listener = listener;
    }

    /// The engine was made anew; `live` is whether it found a sound system.
    void made(boolean live) {
        lock.lock();
        try {
            port.joined();
            if (live) {
                become(State.LIVES, new VoiceEvent.SoundBack(), State.LOST);
                state = State.LIVES;
            } else {
                become(State.LOST, new VoiceEvent.SoundLost(), State.LIVES);
                become(State.LOST, new VoiceEvent.SoundLost(), State.BACK);
            }
        } finally {
            lock.unlock();
        }
    }

    /// After a look; `there` is whether the system has answered.
    void looked(boolean there) {
        lock.lock();
        try {
            if (port.isCutOff()) {
                become(State.LOST, new VoiceEvent.SoundLost(), State.LIVES);
            }
            if (there) {
                become(State.BACK, new VoiceEvent.SoundBack(), State.LOST);
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

    private void become(State to, VoiceEvent told, State from) {
        if (state == from) {
            state = to;
            listener.accept(told);
        }
    }
}
