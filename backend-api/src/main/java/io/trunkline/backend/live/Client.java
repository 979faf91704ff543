package io.trunkline.backend.live;

import io.trunkline.backend.platform.http.Principal;
import io.trunkline.model.QueueId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One socket. It reads the tenant's channel at its own pace, on a thread of its own while there is something to tell,
/// so that a slow one delays nobody, and holds no buffer but its place in the log.
final class Client {
    private static final Logger LOG = LoggerFactory.getLogger(Client.class);

    private final Channel channel;
    private final Figures figures;
    private final Admission.Admitted admitted;
    private final Outlet outlet;
    private final LiveConfig config;
    private final LiveMetrics metrics;
    private final Bell bell;
    private volatile boolean ended;
    private volatile @Nullable Farewell farewell;
    private volatile long writingSince;
    private volatile long unansweredSince;
    private volatile long spokenAt = System.nanoTime();
    private long pingedAt = System.nanoTime();
    private long position;
    private long figuresSeen;
    private boolean begun;
    private boolean replaying = true;

    /// Where frames go; blocking, and failing once the socket is gone.
    interface Outlet {
        /// A whole WebSocket message.
        void send(byte[] message);

        /// Asks the other side for a sign of life.
        void ping();

        void close(int code, String reason);

        /// Closes the socket from any thread, also while a write hangs.
        void cut();

        /// False once the socket is closed, whoever closed it.
        boolean open();
    }

    private record Farewell(int code, String reason) {}

    Client(
            Channel channel,
            Figures figures,
            Admission.Admitted admitted,
            OptionalLong since,
            Outlet outlet,
            LiveConfig config,
            LiveMetrics metrics,
            Executor threads,
            Consumer<Client> lost) {
        this.channel = channel;
        this.figures = figures;
        this.admitted = admitted;
        this.outlet = outlet;
        this.config = config;
        this.metrics = metrics;
        this.position = since.orElse(channel.head());
        this.bell = new Bell(threads, () -> goesOn(lost));
    }

    Principal.Member member() {
        return admitted.member();
    }

    Instant until() {
        return admitted.until();
    }

    /// From now on it tells what there is.
    void begin() {
        bell.hang();
    }

    /// There is something to read.
    void wake() {
        bell.ring();
    }

    /// It is time for a mark when nothing else was said for so long.
    void wakeIfSilent(long now) {
        if (silent(now)) {
            wake();
        }
    }

    /// Ends the socket with a word to the client, spoken by its own thread.
    void close(int code, String reason) {
        farewell = new Farewell(code, reason);
        wake();
    }

    /// Ends the socket without a word.
    void cut() {
        ended = true;
        outlet.cut();
        wake();
    }

    boolean open() {
        return outlet.open();
    }

    /// The client has answered a ping.
    void heard() {
        unansweredSince = 0;
    }

    /// Cuts the socket when one write takes longer than a client may stall, when it cannot even hear its
    /// farewell, or when it has answered no ping for that long: a machine without power says no goodbye,
    /// and what is written to it seems to arrive for a quarter of an hour.
    void cutIfStalled(long now) {
        var stuck = writingSince != 0 && farewell != null;
        if (stuck || tooLong(writingSince, now) || tooLong(unansweredSince, now)) {
            metrics.cut();
            cut();
        }
    }

    private boolean tooLong(long since, long now) {
        return since != 0 && now - since > config.stalled().toNanos();
    }

    // However it ends, the socket ends with it: the desktop reconnects from where it was.
    private boolean goesOn(Consumer<Client> lost) {
        var going = false;
        try {
            going = speak();
        } catch (RuntimeException e) {
            LOG.debug("A socket was lost", e);
        } finally {
            if (!going) {
                lost.accept(this);
                cut();
            }
        }
        return going;
    }

    /// Tells all there is to tell; false when that was the last.
    private boolean speak() {
        if (!begun) {
            begun = true;
            beginAnewWhenTooFarBehind();
        }
        var more = true;
        while (more && !ended && farewell == null) {
            more = turn();
        }
        var word = farewell;
        if (word != null) {
            outlet.close(word.code, word.reason);
        } else if (!ended) {
            mark();
            ping();
        }
        return word == null && !ended;
    }

    /// Sends what there is to send; false when there was nothing.
    private boolean turn() {
        if (upToDate()) {
            return false;
        }
        var frames = new Frames();
        var read = channel.read(position, config.batch());
        if (read.isEmpty()) {
            resync(frames);
        } else {
            take(read.get(), frames);
        }
        figuresSeen = figures.write(figuresSeen, this::hears, frames);
        if (frames.isEmpty()) {
            return position < channel.head();
        }
        send(frames);
        return true;
    }

    private boolean upToDate() {
        return !replaying && position == channel.head() && figuresSeen == figures.version();
    }

    private void take(List<LoggedEvent> events, Frames frames) {
        for (var event : events) {
            if (event.audience().includes(member())) {
                frames.add(event.frame());
            }
        }
        if (!events.isEmpty()) {
            position = events.getLast().seq();
        }
        if (replaying && position >= channel.head()) {
            replaying = false;
            frames.caughtUp(position);
        }
    }

    private void beginAnewWhenTooFarBehind() {
        var behind = channel.head() - position;
        if (behind < 0 || behind > config.replayMost()) {
            var frames = new Frames();
            resync(frames);
            send(frames);
        }
    }

    private void resync(Frames frames) {
        position = channel.head();
        replaying = false;
        frames.resync(position);
        metrics.resync();
    }

    /// Tells a client that heard nothing for the mark's time how far it is.
    private void mark() {
        if (silent(System.nanoTime())) {
            var frames = new Frames();
            frames.mark(position);
            send(frames);
        }
    }

    private boolean silent(long now) {
        return now - spokenAt >= config.mark().toNanos();
    }

    /// Once in each mark's time, however much there is to tell.
    private void ping() {
        if (System.nanoTime() - pingedAt >= config.mark().toNanos()) {
            pingedAt = System.nanoTime();
            if (unansweredSince == 0) {
                unansweredSince = pingedAt | 1;
            }
            outlet.ping();
        }
    }

    private void send(Frames frames) {
        writingSince = System.nanoTime() | 1;
        try {
            outlet.send(frames.message());
            metrics.sent(frames.count());
        } finally {
            writingSince = 0;
            spokenAt = System.nanoTime();
        }
    }

    private boolean hears(Map.Entry<QueueId, Audience> figure) {
        return figure.getValue().includes(member());
    }
}
