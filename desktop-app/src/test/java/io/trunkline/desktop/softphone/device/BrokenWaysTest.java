package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.desktop.headless.Fx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What breaks, and how a call lives on.
@Timeout(60)
class BrokenWaysTest {
    @Test
    void soundGoesOnWhileTheSignallingIsMadeAgain() throws Exception {
        try (var call = new OnCall().registered().talking()) {
            call.carrier.cut();
            call.story.next(VoiceEvent.Reconnecting.class);
            assertThat(call.carrier.far().hearing.tone(OnCall.SUNG)).isGreaterThan(OnCall.CLEAR);
            call.story.next(VoiceEvent.Reconnected.class);
            call.bothHear();
            assertThat(call.story.all(VoiceEvent.Ended.class)).isEmpty();
            call.device.hangUp();
            call.carrier.next("hangup");
        }
    }

    @Test
    void aDeviceSignsInAgainByItself() throws Exception {
        try (var call = new OnCall().registered()) {
            call.carrier.cut();
            call.story.next(VoiceEvent.Unregistered.class);
            call.story.next(VoiceEvent.Registered.class);
            call.talking();
        }
    }

    @Test
    void anIdleDeviceTakesNewCredentialsBeforeTheOldOnesEnd() throws Exception {
        var carrier = new StandIn();
        carrier.life = 4;
        try (var call = new OnCall(carrier).registered()) {
            assertThat(carrier.next("listen").payload().path("token").asText()).contains(".1.");
            assertThat(carrier.next("listen").payload().path("token").asText()).contains(".2.");
            call.talking();
        }
    }

    @Test
    void newCredentialsDoNotDisturbACall() throws Exception {
        var carrier = new StandIn();
        carrier.life = 14;
        try (var call = new OnCall(carrier).registered().talking()) {
            assertThat(carrier.next("listen").payload().path("token").asText()).contains(".1.");
            Soon.until("new credentials were fetched", () -> carrier.tokens.get() > 1);
            call.bothHear();
            call.device.hangUp();
            assertThat(carrier.next("listen").payload().path("token").asText()).contains(".2.");
            assertThat(call.story.all(VoiceEvent.Reconnecting.class)).isEmpty();
        }
    }

    @Test
    void credentialsThatTheCarrierRefusesAreFetchedEverMoreSeldomUntilItTakesThem() throws Exception {
        var carrier = new StandIn();
        carrier.refuses = true;
        try (var call = new OnCall(carrier)) {
            call.device.register();
            var told = call.story.next(VoiceEvent.Unregistered.class);
            assertThat(told.refused()).isTrue();
            assertThat(told.why()).startsWith("The carrier refuses the credentials: 20101");
            var fetched = new ArrayList<Long>();
            for (var i = 2; i <= 4; i++) {
                var times = i;
                Soon.until("new credentials are fetched", () -> carrier.tokens.get() >= times);
                fetched.add(System.nanoTime());
            }
            assertThat(fetched.get(2) - fetched.get(1)).isGreaterThan((fetched.get(1) - fetched.get(0)) * 3 / 2);
            assertThat(call.story.all(VoiceEvent.Unregistered.class)).allMatch(VoiceEvent.Unregistered::refused);

            carrier.refuses = false;
            call.story.next(VoiceEvent.Registered.class);
            var taken = carrier.tokens.get();
            carrier.refuses = true;
            carrier.cut();
            Soon.until("it is asked soon again", () -> carrier.tokens.get() > taken);
        }
    }

    @Test
    void withoutCredentialsACallFailsWithAPlainSentence() throws Exception {
        Fx.run(() -> {});
        var story = new Story();
        var device = new WebViewVoiceDevice(
                () -> {
                    throw new IllegalStateException("The backend is away");
                },
                story,
                new ToneSound(440),
                OnCall.NETWORK,
                java.time.Clock.systemUTC(),
                Duration.ofSeconds(3));
        try (device) {
            device.register();
            assertThat(story.next(VoiceEvent.Unregistered.class).why()).isEqualTo("The backend is away");
            assertThatThrownBy(() -> device.connect(OnCall.RESERVATION, false))
                    .isInstanceOf(VoiceFailure.class)
                    .hasMessageContaining("The backend is away");
        }
    }

    @Test
    void aCarrierThatDoesNotAnswerARegistrationIsSaidAndMayAnswerLater() throws Exception {
        Fx.run(() -> {});
        var carrier = new StandIn();
        carrier.mumbles = true;
        var story = new Story();
        var patience = Duration.ofSeconds(8);
        var device = new WebViewVoiceDevice(
                carrier::credentials, story, new ToneSound(440), OnCall.NETWORK, java.time.Clock.systemUTC(), patience);
        try (carrier;
                device) {
            device.register();
            assertThat(story.next(VoiceEvent.Unregistered.class).why())
                    .isEqualTo("The carrier has not answered for 8 s");
            carrier.mumbles = false;
            carrier.cut();
            story.next(VoiceEvent.Registered.class);
        }
    }

    @Test
    void aStartThatTakesLongerThanIsWaitedForIsToldAndSignsInAllTheSame() throws Exception {
        var busy = new CountDownLatch(1);
        try (var call = new OnCall(new StandIn(), Duration.ofMillis(10))) {
            Platform.runLater(() -> awaitQuietly(busy));
            call.device.register();
            Soon.until(
                    "it is told",
                    () -> call.story.all(VoiceEvent.Unregistered.class).stream()
                            .anyMatch(each -> each.why().equals("Voice has not started yet")));
            busy.countDown();
            call.story.next(VoiceEvent.Registered.class);
        } finally {
            busy.countDown();
        }
    }

    /// The page needs the thread that draws.
    private static void awaitQuietly(CountDownLatch busy) {
        try {
            busy.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void withoutSoundACallFailsWithAPlainSentence() throws Exception {
        Fx.run(() -> {});
        var carrier = new StandIn();
        try (carrier;
                var device =
                        new WebViewVoiceDevice(carrier::credentials, new Story(), new NoEngine(), OnCall.NETWORK)) {
            assertThatThrownBy(() -> device.connect(OnCall.RESERVATION, false))
                    .isInstanceOf(VoiceFailure.class)
                    .hasMessage("Voice needs the library libpulse0, which is not installed on this computer");
        }
    }
}
