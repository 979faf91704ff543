package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is used when devices come and go.
@Timeout(20)
class SoundDeskTest {
    private static final SoundChoice HEADSET = new SoundChoice("Headset", "Headset");
    private static final SoundPort.Found ALL =
            new SoundPort.Found(List.of("Built-in", "Headset"), List.of("Built-in", "Headset"));
    private static final SoundPort.Found BARE = new SoundPort.Found(List.of("Built-in"), List.of("Built-in"));

    private final Story story = new Story();
    private final Jacks jacks = new Jacks();
    private final SoundDesk desk = new SoundDesk(jacks, story);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void whatIsWishedForIsUsedWhereItIsThere() throws Exception {
        begin(ALL);
        desk.use(HEADSET);
        assertThat(jacks.put()).isEqualTo(HEADSET);
        assertThat(desk.inUse()).isEqualTo(HEADSET);
        assertThat(desk.microphones()).containsExactly("Built-in", "Headset");
    }

    @Test
    void whatIsFoundFirstIsTold() throws Exception {
        begin(ALL);
        story.next(VoiceEvent.SoundChanged.class);
        assertThat(desk.speakers()).containsExactly("Built-in", "Headset");
    }

    @Test
    void anUnpluggedHeadsetIsReplacedAndUsedAgainOnceItIsBack() throws Exception {
        begin(ALL);
        desk.use(HEADSET);
        jacks.put();
        jacks.become(BARE);
        story.next(VoiceEvent.SoundChanged.class);
        assertThat(story.next(VoiceEvent.FellBack.class).missing()).isEqualTo("Headset");
        assertThat(jacks.put()).isEqualTo(SoundChoice.SYSTEM);
        jacks.become(ALL);
        assertThat(jacks.put()).isEqualTo(HEADSET);
    }

    @Test
    void aWishForWhatIsNotThereSaysSoOnce() throws Exception {
        begin(BARE);
        desk.use(HEADSET);
        assertThat(jacks.put()).isEqualTo(SoundChoice.SYSTEM);
        jacks.become(new SoundPort.Found(List.of("Built-in", "Other"), List.of("Built-in")));
        jacks.put();
        assertThat(story.all(VoiceEvent.FellBack.class)).hasSize(1);
    }

    @Test
    void aSystemThatHesitatesKeepsItsDevices() throws Exception {
        begin(ALL);
        desk.use(HEADSET);
        jacks.put();
        jacks.hesitate();
        Soon.rest(300);
        assertThat(desk.inUse()).isEqualTo(HEADSET);
        jacks.become(ALL);
        assertThat(story.all(VoiceEvent.FellBack.class)).isEmpty();
    }

    @Test
    void aSystemThatIsStartedAnewMakesTheEngineStaleUntilItIsMadeAnew() throws Exception {
        begin(ALL);
        desk.made(true);
        assertThat(desk.isStale(true)).isFalse();
        jacks.partWith(Optional.of(ALL));
        story.next(VoiceEvent.SoundLost.class);
        story.next(VoiceEvent.SoundBack.class);
        assertThat(desk.isStale(true)).isTrue();
        desk.made(true);
        assertThat(desk.isStale(true)).isFalse();
        assertThat(story.all(VoiceEvent.SoundLost.class)).hasSize(1);
        assertThat(story.all(VoiceEvent.SoundBack.class)).hasSize(1);
    }

    @Test
    void aSystemThatStaysAwayIsWaitedForWithAnEngineThatNeedsNone() throws Exception {
        begin(ALL);
        desk.made(true);
        jacks.partWith(Optional.empty());
        story.next(VoiceEvent.SoundLost.class);
        assertThat(desk.isStale(true)).isTrue();
        desk.made(false);
        assertThat(desk.isStale(false)).isFalse();
        jacks.become(ALL);
        story.next(VoiceEvent.SoundBack.class);
        assertThat(desk.isStale(false)).isTrue();
        assertThat(story.all(VoiceEvent.SoundLost.class)).hasSize(1);
    }

    @Test
    void aComputerThatBeginsWithoutSoundSaysSoAndTakesItOnceItIsThere() throws Exception {
        desk.made(false);
        story.next(VoiceEvent.SoundLost.class);
        begin(ALL);
        story.next(VoiceEvent.SoundBack.class);
        assertThat(desk.isStale(false)).isTrue();
    }

    @Test
    void anEngineMadeAnewBeforeAnybodyLookedHasItsSoundBack() throws Exception {
        begin(ALL);
        desk.made(true);
        jacks.partWith(Optional.empty());
        story.next(VoiceEvent.SoundLost.class);
        desk.made(true);
        story.next(VoiceEvent.SoundBack.class);
        assertThat(desk.isStale(true)).isFalse();
    }

    @Test
    void anEngineThatFindsNoSoundThoughItIsThereIsNotMadeAnewOverAndOver() throws Exception {
        begin(ALL);
        desk.made(true);
        jacks.partWith(Optional.of(ALL));
        story.next(VoiceEvent.SoundBack.class);
        desk.made(false);
        jacks.become(BARE);
        story.next(VoiceEvent.SoundChanged.class);
        assertThat(desk.isStale(false)).isFalse();
        jacks.partWith(Optional.empty());
        Soon.until("its devices are gone", () -> desk.microphones().isEmpty());
        jacks.become(ALL);
        story.next(VoiceEvent.SoundBack.class);
        assertThat(desk.isStale(false)).isTrue();
    }

    private void begin(SoundPort.Found first) throws InterruptedException {
        jacks.found = first;
        desk.open();
        assertThat(jacks.put()).isEqualTo(SoundChoice.SYSTEM);
    }

    /// A computer whose plugs a test pulls.
    private static final class Jacks implements SoundPort {
        private final BlockingQueue<SoundChoice> puts = new LinkedBlockingQueue<>();
        private volatile @Nullable Found found;
        private volatile Runnable changed = () -> {};
        private volatile boolean parted;

        void become(Found now) {
            found = now;
            changed.run();
        }

        /// The engine's connection is gone; the system itself is there again at once or not.
        void partWith(Optional<Found> now) {
            parted = true;
            found = now.orElse(null);
            changed.run();
        }

        @Override
        public boolean isCutOff() {
            return parted;
        }

        @Override
        public void joined() {
            parted = false;
        }

        void hesitate() {
            found = null;
            changed.run();
        }

        SoundChoice put() throws InterruptedException {
            return puts.poll(5, TimeUnit.SECONDS);
        }

        @Override
        public Optional<Found> look() {
            return Optional.ofNullable(found);
        }

        @Override
        public void put(SoundChoice choice) {
            puts.add(choice);
        }

        @Override
        public void watch(Runnable tell) {
            changed = tell;
        }

        @Override
        public void close() {}
    }
}
