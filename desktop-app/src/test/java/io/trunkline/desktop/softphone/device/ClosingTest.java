package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onvoid.webrtc.media.audio.AudioDeviceModuleBase;
import io.trunkline.desktop.headless.Fx;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whoever signs out or closes the window does not wait for voice.
@Timeout(60)
class ClosingTest {
    /// Far below the five seconds that waiting takes, and far above what a busy machine makes of a moment.
    private static final Duration MOMENT = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    @Test
    void aDeviceThatIsStillStartingIsClosedAtOnce() throws Exception {
        Fx.run(() -> {});
        try (var carrier = new StandIn();
                var sound = new HangingSound()) {
            var device = new WebViewVoiceDevice(carrier::credentials, new Story(), sound, OnCall.NETWORK);
            device.register();
            Soon.until("credentials are there", () -> carrier.tokens.get() > 0);
            assertThat(closing(device)).isLessThan(MOMENT);
        }
    }

    @Test
    void aDeviceThatWaitsForABackendIsClosedAtOnceAndTellsNothingAfterwards() throws Exception {
        Fx.run(() -> {});
        var asked = new CountDownLatch(1);
        var given = new CountDownLatch(1);
        var story = new Story();
        var device = new WebViewVoiceDevice(
                () -> {
                    asked.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        given.countDown();
                    }
                    throw new IllegalStateException("The backend does not answer");
                },
                story,
                new ToneSound(440),
                OnCall.NETWORK);
        device.register();
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(closing(device)).isLessThan(MOMENT);
        assertThat(given.await(5, TimeUnit.SECONDS)).as("waited for no more").isTrue();
        Soon.rest(300);
        assertThat(story.all(VoiceEvent.Unregistered.class)).isEmpty();
    }

    @Test
    void aCallIsHungUpThoughNobodyWaitsForIt() throws Exception {
        try (var call = new OnCall().registered().talking()) {
            assertThat(closing(call.device)).isLessThan(MOMENT);
            call.carrier.next("hangup");
            Soon.until("everything is put away", () -> call.device.engine().inUse() == 0);
        }
    }

    @Test
    void aProgramThatEndsInACallHangsUpAndPutsEverythingAwayFirst() throws Exception {
        var log = folder.resolve("farewell.log");
        try (var carrier = new StandIn()) {
            var program = Tryout.begin(FarewellTryout.class, folder, log, carrier.address(), _ -> {});
            try {
                carrier.next("hangup");
                assertThat(program.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
                assertThat(program.exitValue()).as(Files.readString(log)).isZero();
                assertThat(log).content().contains(FarewellTryout.PUT_AWAY);
            } finally {
                program.destroyForcibly();
            }
        }
    }

    /// For how long the window stands still.
    private static Duration closing(VoiceDevice device) {
        return Fx.on(() -> {
            var begun = System.nanoTime();
            device.close();
            return Duration.ofNanos(System.nanoTime() - begun);
        });
    }

    /// A sound server that says nothing.
    private static final class HangingSound extends NoEngine implements AutoCloseable {
        private final CountDownLatch wakes = new CountDownLatch(1);

        @Override
        public AudioDeviceModuleBase module() {
            try {
                wakes.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("The sound server is gone");
        }

        @Override
        public void close() {
            wakes.countDown();
        }
    }
}
