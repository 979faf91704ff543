package io.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.call.Recording;
import com.twilio.rest.api.v2010.account.call.RecordingUpdater;
import io.trunkline.simulator.webhook.Form;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RecordedSoundTest extends WithSound {
    private String record(String call, String channels) {
        return Recording.creator(call)
                .setRecordingChannels(channels)
                .setRecordingStatusCallback(URI.create(rig.application.url("/recording")))
                .create(rig.twilio)
                .getSid();
    }

    private Form completed() {
        return rig.application
                .next("/recording", f -> f.text("RecordingStatus").equals("completed"))
                .form();
    }

    private byte[] audio(Form told) {
        return rig.download(URI.create(told.text("RecordingUrl")).getPath() + ".wav");
    }

    @Test
    void eachChannelHoldsWhatItsSideSaid() {
        try (var agent = device("ana", 550).calls("")) {
            var contact = contact(1_000);
            Rig.until("tones", () -> rig.heard(contact, 550) > CLEAR && agent.peer.hears(1_000) > CLEAR);
            record(contact, "dual");
            rig.passes(2);
            rig.hangsUp(contact);

            var told = completed();
            var wav = audio(told);
            assertThat(Goertzel.rate(wav)).isEqualTo(8_000);
            assertThat(Goertzel.strength(wav, 0, 1_000)).isGreaterThan(CLEAR);
            assertThat(Goertzel.strength(wav, 1, 550)).isGreaterThan(CLEAR);
            assertThat(Goertzel.strength(wav, 0, 550)).isLessThan(NOTHING);
            assertThat(Goertzel.strength(wav, 1, 1_000)).isLessThan(NOTHING);
            assertThat(told.text("RecordingDuration")).isEqualTo("2");
            assertThat(Goertzel.samples(wav, 0).length / 8_000.0).isBetween(1.95, 2.5);
            nothingIsLeftBut(agent);
        }
    }

    @Test
    void aRecordingThatBeganBeforeTheDeviceCameHoldsTheDeviceAllTheSame() {
        var contact = rig.phones();
        rig.callUntil(contact, c -> c.hasNonNull("conference"));
        record(contact, "dual");
        try (var agent = device("ana", 550).calls("")) {
            Rig.until("tone", () -> rig.heard(contact, 550) > CLEAR);
            rig.passes(1);
            rig.hangsUp(contact);
            rig.hangsUp(agent.sid);

            var wav = audio(completed());
            assertThat(Goertzel.strength(last(wav, 1), 8_000, 550)).isGreaterThan(CLEAR);
            assertThat(Goertzel.loudness(last(wav, 0))).isGreaterThan(300);
        }
    }

    /// The last half second.
    private static short[] last(byte[] wav, int channel) {
        var all = Goertzel.samples(wav, channel);
        return Arrays.copyOfRange(all, all.length - 4_000, all.length);
    }

    @Test
    void aPauseIsSilenceOrIsLeftOut() {
        try (var agent = device("ana", 550).calls("")) {
            var contact = contact(1_000);
            Rig.until("tone", () -> rig.heard(contact, 550) > CLEAR);
            var silent = record(contact, "mono");
            var cut = record(contact, "mono");
            rig.passes(0.5);
            pause(contact, silent, "silence");
            pause(contact, cut, "skip");
            rig.passes(2);
            rig.hangsUp(contact);

            var first = completed();
            var second = completed();
            var long1 = first.text("RecordingSid").equals(silent) ? first : second;
            var short1 = first.text("RecordingSid").equals(silent) ? second : first;
            assertThat(Goertzel.loudness(last(audio(long1), 0))).isZero();
            assertThat(Goertzel.samples(audio(long1), 0).length).isGreaterThanOrEqualTo(16_000);
            assertThat(audio(short1).length).isLessThan(16_000);
            nothingIsLeftBut(agent);
        }
    }

    private void pause(String call, String sid, String how) {
        new RecordingUpdater(call, sid, Recording.Status.PAUSED)
                .setPauseBehavior(how)
                .update(rig.twilio);
    }

    @Test
    void aMessageIsTakenAndPlayedToADevice() {
        rig.application.says("/voice", "<Record action='/taken' maxLength='2' recordingStatusCallback='/recording'/>");
        contact(1_000);
        var message = completed();
        assertThat(Goertzel.strength(audio(message), 0, 1_000)).isGreaterThan(CLEAR);

        rig.application.says(
                "/device",
                "<Play>%s</Play><Play>%s</Play>"
                        .formatted(message.text("RecordingUrl"), rig.application.url("/tone.wav")));
        rig.application.sounds("/tone.wav", WavOf.tone(700, 8_000, 1));
        try (var agent = device("ana", 550).calls("")) {
            Rig.until("the message", () -> agent.peer.hears(1_000) > CLEAR);
            Rig.until("another WAV", () -> agent.peer.hears(700) > CLEAR);
            rig.callUntil(agent.sid, c -> c.path("status").asText().equals("completed"));
        }
    }

    @Test
    void aMessageEndsWhenNothingMoreIsSaid() {
        rig.application.says("/device", "<Record action='/taken' timeout='1' recordingStatusCallback='/recording'/>");
        try (var agent = device("ana", 550).calls("")) {
            Rig.until("tone of the device", () -> rig.said(agent.sid, 550) > CLEAR);
            rig.passes(1);
            assertThat(rig.application.all("/taken")).isEmpty();
            agent.peer.mute(true);

            rig.application.next("/taken");
            assertThat(Goertzel.strength(audio(completed()), 0, 550)).isGreaterThan(NOTHING);
        }
    }

    @Test
    void waitMusicIsTheApplicationsOwn() {
        rig.application.says("/device", "<Enqueue waitUrl='/wait'>support</Enqueue>");
        rig.application.sounds("/wait", WavOf.tone(700, 8_000, 1));
        try (var agent = device("ana", 550).calls("")) {
            Rig.until("its music", () -> agent.peer.hears(700) > CLEAR);
        }
    }

    private void nothingIsLeftBut(SoundDevice agent) {
        rig.hangsUp(agent.sid);
        nothingIsLeft();
    }
}
