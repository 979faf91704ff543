package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Sids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// A recording of a call or a conference: who was heard on each channel from when, turned into sound at its end.
public final class Recording {
    public enum Status {
        IN_PROGRESS,
        PAUSED,
        STOPPED,
        PROCESSING,
        COMPLETED,
        ABSENT
    }

    /// From this moment these voices are on the channels; a cut stretch is not in the file at all.
    record Mark(Instant at, List<Set<String>> voices, boolean cut) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final String sid = Sids.next("RE");
    private final @Nullable Call call;
    private final @Nullable Conference room;
    private final RecordingSource source;
    private final int channels;
    private final String track;
    private final Subscription told;
    private final Instant start;
    private final List<Mark> marks = new ArrayList<>();
    private volatile Status status = Status.IN_PROGRESS;
    private volatile boolean skips;
    private volatile @Nullable Instant end;

    Recording(
            @Nullable Call call,
            @Nullable Conference room,
            RecordingSource source,
            int channels,
            String track,
            Subscription told,
            Instant start) {
        this.call = call;
        this.room = room;
        this.source = source;
        this.channels = channels;
        this.track = track;
        this.told = told;
        this.start = start;
    }

    void mark(Instant at, List<Set<String>> voices) {
        lock.lock();
        try {
            if (end == null) {
                var paused = status == Status.PAUSED;
                marks.add(new Mark(
                        at, paused ? voices.stream().map(_ -> Set.<String>of()).toList() : voices, paused && skips));
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether this moment will not be in the file.
    boolean cutNow() {
        return status == Status.PAUSED && skips;
    }

    boolean pause(boolean skip) {
        return change(Status.IN_PROGRESS, Status.PAUSED, skip);
    }

    boolean resume() {
        return change(Status.PAUSED, Status.IN_PROGRESS, false);
    }

    private boolean change(Status from, Status to, boolean skip) {
        lock.lock();
        try {
            if (status != from) {
                return false;
            }
            status = to;
            skips = skip;
            return true;
        } finally {
            lock.unlock();
        }
    }

    boolean stop(Instant at) {
        lock.lock();
        try {
            if (end != null) {
                return false;
            }
            end = at;
            status = Status.PROCESSING;
            return true;
        } finally {
            lock.unlock();
        }
    }

    void finished(Status how) {
        status = how;
    }

    List<Mark> marks() {
        lock.lock();
        try {
            return List.copyOf(marks);
        } finally {
            lock.unlock();
        }
    }

    /// What the file lasts, or would if the recording ended now.
    public Duration length(Instant now) {
        var until = end == null ? now : end;
        var all = marks();
        var sum = Duration.ZERO;
        for (var i = 0; i < all.size(); i++) {
            var next = i + 1 < all.size() ? all.get(i + 1).at() : until;
            sum = all.get(i).cut() ? sum : sum.plus(Duration.between(all.get(i).at(), next));
        }
        return sum;
    }

    public String sid() {
        return sid;
    }

    public Optional<Call> call() {
        return Optional.ofNullable(call);
    }

    public Optional<Conference> room() {
        return Optional.ofNullable(room);
    }

    public RecordingSource source() {
        return source;
    }

    public int channels() {
        return channels;
    }

    public String track() {
        return track;
    }

    Subscription told() {
        return told;
    }

    public Instant start() {
        return start;
    }

    public Optional<Instant> end() {
        return Optional.ofNullable(end);
    }

    public Status status() {
        return status;
    }

    public boolean running() {
        return end == null;
    }
}
