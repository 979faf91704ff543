package io.trunkline.desktop.backend.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.backend.Trust;
import io.trunkline.desktop.wire.Peer;
import io.trunkline.desktop.wire.SocketServer;
import io.trunkline.launcher.Figures;
import io.trunkline.model.json.Json;
import io.trunkline.model.live.DeskSnapshot;
import io.trunkline.model.live.LiveEvent;
import io.trunkline.model.live.LiveFrame;
import io.trunkline.model.live.PresenceEvent;
import io.trunkline.model.presence.PresenceState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LiveFeedTest {
    private static final int CUTS = 200;
    private static final long EVENTS = 2000;
    private static final Pattern SINCE = Pattern.compile("since=(\\d+)");
    private static final FeedConfig QUICK = new FeedConfig(
            Duration.ofMillis(1), Duration.ofMillis(4), Duration.ofSeconds(5), Duration.ofSeconds(5), 1 << 20);
    private static final LiveEvent EVENT =
            new PresenceEvent.Changed(Samples.presence(Samples.BEN, PresenceState.AVAILABLE), PresenceState.AWAY);

    private final Random random = new Random(42);
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger reloads = new AtomicInteger();
    private final List<LiveSignal> signals = new CopyOnWriteArrayList<>();
    private volatile long told;
    private volatile String token = "secret";

    @Test
    void missesNothingAndTellsNothingTwiceOverTwoHundredCuts() throws Exception {
        try (var server = new SocketServer(this::cutting)) {
            follow(server, new Desk());
        }

        var numbers = signals.stream()
                .filter(LiveSignal.Happened.class::isInstance)
                .map(each -> ((LiveSignal.Happened) each).seq())
                .toList();
        var wrong = missedOrTwice();
        Figures.record("desktop.cuts", wrong.size(), "missed or twice over 200 cuts", "= 0", wrong.isEmpty());
        assertThat(wrong).isEmpty();
        assertThat(connections).hasValueGreaterThan(CUTS);
        assertThat(reloads).hasValueGreaterThan(3);
        assertThat(numbers).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void tellsThatTheSessionIsOverInsteadOfTryingForEver() throws Exception {
        LiveSource refused = new LiveSource() {
            @Override
            public SSLContext tls() {
                return Trust.JAVA.context();
            }

            @Override
            public String accessToken() {
                throw new BackendFailure.Unauthorised("Signed in elsewhere");
            }

            @Override
            public String accessTokenInsteadOf(String refused) {
                return accessToken();
            }

            @Override
            public Optional<DeskSnapshot> desk() {
                return Optional.of(Samples.desk(0, List.of()));
            }
        };
        try (var server = new SocketServer(this::cutting)) {
            follow(server, refused);
        }
        assertThat(signals).last().isEqualTo(new LiveSignal.SignedOut("Signed in elsewhere"));
    }

    /// As after a change of the agent's role, which ends every token given before it.
    @Test
    void aRefusedTokenIsRenewedAtOnce() throws Exception {
        token = "revoked";
        connections.set(CUTS);
        try (var server = new SocketServer(LiveFeedTest::bearsTheSecret, this::cutting)) {
            follow(server, new Desk());
        }
        assertThat(token).isEqualTo("secret");
        assertThat(signals).last().isEqualTo(new LiveSignal.CaughtUp(EVENTS));
    }

    /// As a wallboard's, which may not see a desk: whatever it loaded it loads again when events may be missing.
    @Test
    void aScreenWithoutADeskBeginsNowAndIsToldWhenToLoadAnew() throws Exception {
        var asked = new CopyOnWriteArrayList<String>();
        try (var server = new SocketServer(peer -> {
            asked.add(peer.head().getFirst());
            switch (asked.size()) {
                case 1 ->
                    peer.send(text(List.of(new LiveFrame.CaughtUp(7), new LiveFrame.Event(8, Samples.NINE, EVENT))));
                case 2 -> peer.send(text(List.of(new LiveFrame.Resync(9))));
                default -> peer.send(text(List.of(new LiveFrame.CaughtUp(EVENTS))));
            }
            if (asked.size() > 1) {
                peer.read();
            }
        })) {
            follow(server, new Desk() {
                @Override
                public Optional<DeskSnapshot> desk() {
                    return Optional.empty();
                }
            });
        }
        assertThat(asked)
                .extracting(line -> line.replaceAll("^GET (\\S+) .*", "$1"))
                .containsExactly("/api/v1/live", "/api/v1/live?since=8", "/api/v1/live");
        assertThat(signals)
                .filteredOn(each -> !(each instanceof LiveSignal.Lost))
                .extracting(each -> each.getClass().getSimpleName())
                .containsExactly("Anew", "CaughtUp", "Happened", "Anew", "CaughtUp");
    }

    private void follow(SocketServer server, LiveSource source) throws InterruptedException {
        var feeds = new ArrayList<LiveFeed>();
        var feed = new LiveFeed(
                server.address("/api/v1/live"),
                source,
                signal -> {
                    signals.add(signal);
                    if (signal instanceof LiveSignal.CaughtUp(var seq) && seq == EVENTS) {
                        feeds.forEach(LiveFeed::close);
                    }
                },
                QUICK,
                RandomGenerator.getDefault());
        feeds.add(feed);
        feed.follow();
    }

    /// What each signal should have been after the one before it.
    private List<String> missedOrTwice() {
        var wrong = new ArrayList<String>();
        long last = -1;
        for (var signal : signals) {
            if (signal instanceof LiveSignal.Loaded(var desk)) {
                last = desk.seq();
            } else if (signal instanceof LiveSignal.Happened happened) {
                if (happened.seq() != last + 1) {
                    wrong.add(last + " was followed by " + happened.seq());
                }
                last = happened.seq();
            }
        }
        if (last != EVENTS) {
            wrong.add("ended at " + last);
        }
        return wrong;
    }

    /// Sends some events, some of them a second time, and breaks the connection in one of four ways.
    private void cutting(Peer peer) throws IOException {
        assertThat(bearsTheSecret(peer.head())).isTrue();
        var since = since(peer);
        int connection = connections.incrementAndGet();
        if (connection % 50 == 0) {
            peer.send(text(List.of(new LiveFrame.Resync(told))));
            peer.read();
            return;
        }
        var from = Math.max(0, since - random.nextInt(3));
        var upTo = connection <= CUTS ? Math.min(EVENTS, since + random.nextInt(12)) : EVENTS;
        for (long seq = from + 1; seq <= upTo; seq++) {
            peer.send(text(List.of(new LiveFrame.Event(seq, Samples.NINE, EVENT))));
        }
        told = Math.max(told, upTo);
        if (connection > CUTS) {
            peer.send(text(List.of(new LiveFrame.CaughtUp(EVENTS))));
            peer.read();
            return;
        }
        breakOff(peer, upTo);
    }

    private void breakOff(Peer peer, long upTo) throws IOException {
        switch (random.nextInt(4)) {
            case 0 -> peer.cut();
            case 1 -> peer.closePolitely();
            case 2 -> {
                peer.sendHalf(text(List.of(new LiveFrame.Event(upTo + 1, Samples.NINE, EVENT))));
                peer.cut();
            }
            default -> {
                peer.send(text(List.of(new LiveFrame.Mark(upTo), new LiveFrame.CaughtUp(upTo))));
                peer.close();
            }
        }
    }

    private static boolean bearsTheSecret(List<String> head) {
        return head.stream().anyMatch(line -> line.equalsIgnoreCase("Authorization: Bearer secret"));
    }

    private static long since(Peer peer) {
        var matcher = SINCE.matcher(peer.head().getFirst());
        assertThat(matcher.find()).isTrue();
        return Long.parseLong(matcher.group(1));
    }

    /// Each with its type, which a list of records would lose.
    private static String text(List<LiveFrame> frames) throws IOException {
        return Json.mapper()
                .writerFor(Json.mapper().getTypeFactory().constructCollectionType(List.class, LiveFrame.class))
                .writeValueAsString(frames);
    }

    private class Desk implements LiveSource {
        @Override
        public SSLContext tls() {
            return Trust.JAVA.context();
        }

        @Override
        public String accessToken() {
            return token;
        }

        @Override
        public String accessTokenInsteadOf(String refused) {
            assertThat(refused).isEqualTo(token);
            token = "secret";
            return token;
        }

        @Override
        public Optional<DeskSnapshot> desk() {
            if (reloads.incrementAndGet() % 3 == 2) {
                throw new BackendFailure.Unreachable("not now");
            }
            return Optional.of(Samples.desk(told, List.of()));
        }
    }
}
