package io.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.Recording;
import com.twilio.rest.api.v2010.account.call.RecordingUpdater;
import com.twilio.rest.api.v2010.account.conference.Participant;
import io.trunkline.simulator.webhook.Form;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordingsTest {
    private static final String ROOM = "<Dial><Conference>room</Conference></Dial>";

    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = Rig.kind();
        rig.application.says("/voice", ROOM);
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private String joins() {
        var sid = rig.phones();
        rig.callUntil(sid, c -> c.hasNonNull("conference"));
        return sid;
    }

    private com.twilio.rest.api.v2010.account.call.Recording record(String call, String channels) {
        return com.twilio.rest.api.v2010.account.call.Recording.creator(call)
                .setRecordingChannels(channels)
                .setTrim("do-not-trim")
                .setRecordingStatusCallback(URI.create(rig.application.url("/recording")))
                .setRecordingStatusCallbackEvent(List.of("in-progress", "completed"))
                .create(rig.twilio);
    }

    private Form completed() {
        return rig.application
                .next("/recording", f -> f.text("RecordingStatus").equals("completed"))
                .form();
    }

    private AudioInputStream audio(String url) {
        try {
            var path = URI.create(url).getPath() + ".wav";
            var got = HttpClient.newHttpClient().send(rig.authorised(path).build(), BodyHandlers.ofByteArray());
            assertThat(got.headers().firstValue("Content-Type")).contains("audio/x-wav");
            return AudioSystem.getAudioInputStream(new ByteArrayInputStream(got.body()));
        } catch (IOException | InterruptedException | UnsupportedAudioFileException e) {
            throw new AssertionError(e);
        }
    }

    /// The share of samples with sound, per channel.
    private static double[] loudness(AudioInputStream audio) {
        try {
            var bytes = audio.readAllBytes();
            var channels = audio.getFormat().getChannels();
            var loud = new double[channels];
            var frames = bytes.length / (2 * channels);
            for (var i = 0; i < frames * channels; i++) {
                var sample = (short) ((bytes[2 * i] & 0xff) | (bytes[2 * i + 1] << 8));
                loud[i % channels] += Math.abs(sample) > 50 ? 1.0 / frames : 0;
            }
            return loud;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void isARealWaveFileAsLongAsTheTalk() {
        var contact = joins();
        var agent = joins();
        var started = record(contact, "dual");
        assertThat(started.getStatus().toString()).isEqualTo("in-progress");
        assertThat(rig.application.next("/recording").form().text("RecordingStatus"))
                .isEqualTo("in-progress");
        rig.passes(10);
        rig.hangsUp(agent);
        rig.hangsUp(contact);

        var told = completed();
        assertThat(told.text("CallSid")).isEqualTo(contact);
        assertThat(told.text("RecordingSource")).isEqualTo("StartCallRecordingAPI");
        assertThat(told.text("RecordingChannels")).isEqualTo("2");
        var audio = audio(told.text("RecordingUrl"));
        assertThat(audio.getFormat().getSampleRate()).isEqualTo(8000);
        assertThat(audio.getFormat().getSampleSizeInBits()).isEqualTo(16);
        assertThat(audio.getFormat().getChannels()).isEqualTo(2);
        var seconds = audio.getFrameLength() / 8000.0;
        assertThat(seconds).isBetween(10.0, 20.0);
        assertThat((long) seconds).isEqualTo(Long.parseLong(told.text("RecordingDuration")));
        assertThat(loudness(audio)[0]).isGreaterThan(0.7);
        assertThat(Recording.fetcher(told.text("RecordingSid"))
                        .fetch(rig.twilio)
                        .getDuration())
                .isEqualTo(told.text("RecordingDuration"));
    }

    @Test
    void holdAndMuteAreSilenceOnTheirChannel() {
        var contact = joins();
        var agent = joins();
        rig.callUntil(contact, c -> c.path("hears").path(0).asText().equals(agent));
        var room = rig.call(contact).path("conferenceSid").asText();
        Participant.updater(room, agent).setMuted(true).update(rig.twilio);
        rig.callUntil(contact, c -> c.path("hears").isEmpty());
        record(contact, "dual");
        rig.passes(5);
        rig.hangsUp(contact);

        var loud = loudness(audio(completed().text("RecordingUrl")));
        assertThat(loud[0]).isGreaterThan(0.7);
        assertThat(loud[1]).isZero();
    }

    @Test
    void aPauseIsSilenceOrCutOut() {
        var contact = joins();
        joins();
        var silent = record(contact, "mono").getSid();
        var cut = record(contact, "mono").getSid();
        pause(contact, silent, "silence");
        pause(contact, cut, "skip");
        rig.passes(20);
        rig.hangsUp(contact);

        var first = completed();
        var second = completed();
        var long1 = first.text("RecordingSid").equals(silent) ? first : second;
        var short1 = first.text("RecordingSid").equals(silent) ? second : first;
        assertThat(Integer.parseInt(long1.text("RecordingDuration"))).isGreaterThanOrEqualTo(20);
        assertThat(Integer.parseInt(short1.text("RecordingDuration"))).isLessThan(10);
        assertThat(loudness(audio(long1.text("RecordingUrl")))[0]).isLessThan(0.3);
    }

    private void pause(String call, String sid, String how) {
        var paused = new RecordingUpdater(call, sid, com.twilio.rest.api.v2010.account.call.Recording.Status.PAUSED)
                .setPauseBehavior(how)
                .update(rig.twilio);
        assertThat(paused.getStatus().toString()).isEqualTo("paused");
    }

    @Test
    void aConferenceIsRecordedAsOneMixedChannelFromItsStart() {
        rig.application.says(
                "/voice",
                "<Dial><Conference record='record-from-start' recordingStatusCallback='/recording'>room</Conference></Dial>");
        var first = joins();
        var second = joins();
        rig.passes(4);
        rig.hangsUp(first);
        rig.hangsUp(second);

        var told = completed();
        assertThat(told.text("RecordingSource")).isEqualTo("Conference");
        assertThat(told.text("ConferenceSid")).startsWith("CF");
        assertThat(audio(told.text("RecordingUrl")).getFormat().getChannels()).isEqualTo(1);
    }

    @Test
    void aMessageIsTakenAfterTheBeep() {
        rig.application.says("/voice", "<Record action='/taken' maxLength='30' recordingStatusCallback='/recording'/>");
        var sid = rig.phones();
        rig.callUntil(sid, c -> c.path("verb").asText().equals("Record"));
        rig.passes(2);
        rig.presses(sid, "#");

        assertThat(rig.application.next("/taken").form().text("Digits")).isEqualTo("#");
        assertThat(completed().text("RecordingSource")).isEqualTo("RecordVerb");
    }

    @Test
    void aDeletedRecordingIsGone() {
        var contact = joins();
        joins();
        record(contact, "mono");
        rig.passes(3);
        rig.hangsUp(contact);
        var told = completed();
        Recording.deleter(told.text("RecordingSid")).delete(rig.twilio);

        var path = URI.create(told.text("RecordingUrl")).getPath() + ".wav";
        assertThat(rig.send(rig.authorised(path).build()).status()).isEqualTo(404);
    }
}
