package io.trunkline.desktop.softphone.device;

import dev.onvoid.webrtc.media.audio.AudioTrack;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The agent's own tracks, by the page's numbers, and whether anything of them is heard.
///
/// Mute is decided here, below the SDK: a track is heard only while the agent is not silent *and* the SDK has it
/// enabled. A track made while the agent is silent is so before its first frame. Any thread may call.
final class Microphone {
    private static final class Entry {
        private final AudioTrack track;
        private boolean wanted = true;

        Entry(AudioTrack track) {
            this.track = track;
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, Entry> tracks = new HashMap<>();
    private boolean silent;

    void silence(boolean on) {
        lock.lock();
        try {
            silent = on;
            tracks.values().forEach(this::apply);
        } finally {
            lock.unlock();
        }
    }

    boolean isSilent() {
        lock.lock();
        try {
            return silent;
        } finally {
            lock.unlock();
        }
    }

    void add(int number, AudioTrack track) {
        lock.lock();
        try {
            var entry = new Entry(track);
            tracks.put(number, entry);
            apply(entry);
        } finally {
            lock.unlock();
        }
    }

    void enable(int number, boolean on) {
        lock.lock();
        try {
            var entry = tracks.get(number);
            if (entry != null) {
                entry.wanted = on;
                apply(entry);
            }
        } finally {
            lock.unlock();
        }
    }

    @Nullable
    AudioTrack track(int number) {
        lock.lock();
        try {
            var entry = tracks.get(number);
            return entry == null ? null : entry.track;
        } finally {
            lock.unlock();
        }
    }

    /// No connection may send it any more.
    void remove(int number) {
        lock.lock();
        try {
            var entry = tracks.remove(number);
            if (entry != null) {
                entry.track.dispose();
            }
        } finally {
            lock.unlock();
        }
    }

    void clear() {
        lock.lock();
        try {
            tracks.values().forEach(each -> each.track.dispose());
            tracks.clear();
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return tracks.size();
        } finally {
            lock.unlock();
        }
    }

    private void apply(Entry entry) {
        entry.track.setEnabled(entry.wanted && !silent);
    }
}
