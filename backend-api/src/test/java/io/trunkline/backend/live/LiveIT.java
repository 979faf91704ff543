package io.trunkline.backend.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.backend.bench.Figures;
import io.trunkline.backend.live.LiveCentre.Desktop;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.AgentId;
import io.trunkline.model.identity.Role;
import io.trunkline.model.live.LiveFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiveIT {
    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase();

    private static final int CUTS = 200;
    private static final int AHEAD = 500;

    private LiveCentre centre;

    @BeforeEach
    void start() {
        centre = new LiveCentre(POSTGRES, 64, 1000);
    }

    @AfterEach
    void stop() {
        centre.close();
    }

    @Test
    void aDesktopHearsWhatWasCommittedAndIsCaughtUpFirst() {
        try (var desktop = centre.desktop("ana")) {
            desktop.await(LiveFrame.CaughtUp.class, 1);
            centre.append(3, Audience.ofEveryone());

            assertThat(desktop.awaitSeqs(3)).containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void aSlowCommitIsNumberedAfterThoseThatWentBeforeAndNeverSkipped() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var release = new CountDownLatch(1);
        var slow = Thread.ofVirtual()
                .start(() -> POSTGRES.database().doInTenant(centre.tenant(), tx -> {
                    centre.log().append(tx, LiveCentre.event("slow"), Audience.ofEveryone());
                    begun.countDown();
                    await(release);
                }));
        begun.await();
        try (var desktop = centre.desktop("ana")) {
            centre.append(5, Audience.ofEveryone());
            assertThat(desktop.awaitSeqs(5)).containsExactly(1L, 2L, 3L, 4L, 5L);
            release.countDown();
            slow.join();

            assertThat(desktop.awaitSeqs(6)).endsWith(6L);
            assertThat(desktop.events().getLast().event()).isEqualTo(LiveCentre.event("slow"));
        }
    }

    @Test
    void whatIsRolledBackIsNeverTold() {
        try (var desktop = centre.desktop("ana")) {
            assertThatThrownBy(() -> POSTGRES.database().doInTenant(centre.tenant(), tx -> {
                        centre.log().append(tx, LiveCentre.event("never"), Audience.ofEveryone());
                        throw new IllegalArgumentException("no");
                    }))
                    .isInstanceOf(IllegalArgumentException.class);
            centre.append(1, Audience.ofEveryone());

            assertThat(desktop.awaitSeqs(1)).containsExactly(1L);
        }
    }

    @Test
    void aSocketCutTwoHundredTimesMissesNothingAndHearsNothingTwice() {
        var heard = new ArrayList<Long>();
        var enough = new AtomicBoolean();
        var place = new AtomicLong();
        var writer = Thread.ofVirtual().start(() -> {
            for (var next = 1L; !enough.get(); next++) {
                centre.append(1, Audience.ofEveryone());
                // whoever is too far behind is told to begin anew, which is another test
                while (next - place.get() > AHEAD && !enough.get()) {
                    LockSupport.parkNanos(100_000);
                }
            }
        });
        for (var cuts = 0; cuts < CUTS; cuts++) {
            place.set(listen(place.get(), place.get() + 1, heard));
        }
        enough.set(true);
        join(writer);
        var written = Long.parseLong(POSTGRES.ask(
                "select count(*) + (select count(*) from event where tenant_id = '%1$s') from outbox where tenant_id = '%1$s'"
                        .formatted(centre.tenant())));
        listen(place.get(), written, heard);

        var different = new HashSet<>(heard).size();
        var twice = heard.size() - different;
        var missed = (int) written - different;
        Figures.record("live-cuts-missed", missed, "events", "0 over 200 cuts", missed == 0);
        Figures.record("live-cuts-twice", twice, "events", "0 over 200 cuts", twice == 0);
        assertThat(heard)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, written).boxed().toList());
    }

    private long listen(long since, long until, List<Long> heard) {
        if (since >= until) {
            return since;
        }
        try (var desktop = centre.desktop("ana", since)) {
            LiveCentre.until(
                    Duration.ofSeconds(15),
                    () -> !desktop.events().isEmpty()
                            && desktop.events().getLast().seq() >= until);
            desktop.cut();
            var seqs = desktop.events().stream().map(LiveFrame.Event::seq).toList();
            heard.addAll(seqs);
            return seqs.getLast();
        }
    }

    @Test
    void onlyTheAudienceHears() {
        var ana = new AgentId(UUID.randomUUID());
        try (var desktop = centre.desktop(ana, Role.AGENT);
                var other = centre.desktop(new AgentId(UUID.randomUUID()), Role.AGENT);
                var supervisor = centre.desktop(new AgentId(UUID.randomUUID()), Role.SUPERVISOR)) {
            centre.append(1, Audience.ofAgent(ana).or(Audience.ofRoles(Role.SUPERVISOR)));
            centre.append(1, Audience.ofNobody());
            centre.append(1, Audience.ofEveryone());

            assertThat(desktop.awaitSeqs(2)).containsExactly(1L, 3L);
            assertThat(supervisor.awaitSeqs(2)).containsExactly(1L, 3L);
            assertThat(other.awaitSeqs(1)).containsExactly(3L);
        }
    }

    @Test
    void anotherTenantHearsNothing() {
        try (var stranger = centre.stranger()) {
            centre.append(3, Audience.ofEveryone());
            var mark = (LiveFrame.Mark) stranger.await(LiveFrame.Mark.class, 1).getFirst();

            assertThat(mark.seq()).isZero();
            assertThat(stranger.events()).isEmpty();
        }
    }

    @Test
    void whoeverHearsNothingIsToldHowFarTheLogIs() {
        try (var desktop = centre.desktop("ana")) {
            centre.append(4, Audience.ofNobody());

            desktop.awaitFrame(frame -> frame instanceof LiveFrame.Mark(var seq) && seq == 4);
        }
    }

    @Test
    void aNumberTooOldOrFromAnotherTimeIsAnsweredByResync() {
        centre.append(1100, Audience.ofEveryone());
        centre.awaitHead(1100);
        try (var late = centre.desktop("ana", 0);
                var ahead = centre.desktop("ben", 5000)) {
            assertThat(late.await(LiveFrame.Resync.class, 1)).containsExactly(new LiveFrame.Resync(1100));
            assertThat(ahead.await(LiveFrame.Resync.class, 1)).containsExactly(new LiveFrame.Resync(1100));
        }
    }

    @Test
    void aReplayBeyondTheWindowComesOutOfTheLog() {
        centre.append(500, Audience.ofEveryone());
        centre.awaitHead(500);
        try (var desktop = centre.desktop("ana", 10)) {
            assertThat(desktop.awaitSeqs(490))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(11, 500).boxed().toList());
            assertThat(desktop.await(LiveFrame.CaughtUp.class, 1)).containsExactly(new LiveFrame.CaughtUp(500));
        }
    }

    @Test
    void aWrongTokenIsRefused() {
        assertThatThrownBy(() -> centre.connect("nobody", 0)).hasMessageContaining("refused");
    }

    @Test
    void arevokedPersonIsCutOff() {
        try (Desktop desktop = centre.desktop("ana")) {
            desktop.await(LiveFrame.CaughtUp.class, 1);
            centre.hub().dismiss(centre.tenant(), desktop.member().user());

            assertThat(desktop.awaitClose()).isEqualTo(Hub.REVOKED);
        }
    }

    @Test
    void listenersInTheProcessHearEverythingOnceInOrderEvenAfterTheyFailed() {
        var heard = new CopyOnWriteArrayList<Long>();
        var failures = new CopyOnWriteArrayList<String>();
        centre.hub().onEvents("test", (tenant, events) -> {
            if (failures.size() < 2) {
                failures.add("once more");
                throw new IllegalStateException("not yet");
            }
            if (tenant.equals(centre.tenant())) {
                events.forEach(event -> heard.add(event.seq()));
            }
        });
        centre.append(200, Audience.ofNobody());

        LiveCentre.until(Duration.ofSeconds(10), () -> heard.size() >= 200);
        assertThat(heard)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 200).boxed().toList());
    }

    @Test
    void anotherNodeTellsItsDesktopsWhatThisOneNumbered() {
        try (var second = centre.anotherNode();
                var there = second.desktop("ben")) {
            there.await(LiveFrame.CaughtUp.class, 1);
            centre.append(20, Audience.ofEveryone());

            assertThat(there.awaitSeqs(20))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, 20).boxed().toList());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
