package io.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.rest.api.v2010.account.conference.Participant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SoundTest extends WithSound {
    @Test
    void aDeviceAndAPhoneHearEachOther() {
        try (var agent = device("ana", 550).calls("reservation=r-17")) {
            var contact = contact(1_000);

            Rig.until("tone of the device at the phone", () -> rig.heard(contact, 550) > CLEAR);
            Rig.until("tone of the phone at the device", () -> agent.peer.hears(1_000) > CLEAR);
            Rig.until("nothing of its own", () -> agent.peer.hears(550) < NOTHING);
            Rig.until("tone in what the device said", () -> rig.said(agent.sid, 550) > CLEAR);
        }
    }

    @Test
    void aDialledDeviceIsInvitedWithAnOfferAndHearsItsCaller() {
        rig.application.says(
                "/voice",
                "<Dial><Client><Identity>ana</Identity><Parameter name='queue' value='support'/></Client></Dial>");
        try (var agent = device("ana", 550)) {
            var contact = contact(1_000);
            var invite = agent.picksUp();

            assertThat(invite.path("sdp").asText()).contains("opus/48000", "PCMU/8000", "a=candidate");
            var parameters = invite.path("parameters");
            assertThat(parameters.path("From").asText()).isEqualTo(Rig.CUSTOMER);
            assertThat(parameters.path("To").asText()).isEqualTo("client:ana");
            assertThat(parameters.path("CallSid").asText()).isEqualTo(agent.sid);
            assertThat(parameters.path("AccountSid").asText())
                    .isEqualTo(rig.settings.account().sid());
            assertThat(parameters.path("Params").asText()).isEqualTo("queue=support");
            Rig.until("tone of the caller", () -> agent.peer.hears(1_000) > CLEAR);
            Rig.until("tone of the device", () -> rig.heard(contact, 550) > CLEAR);
        }
    }

    @Test
    void threeInARoomHearEverybodyButThemselves() {
        try (var ana = device("ana", 550).calls("");
                var ben = device("ben", 620).calls("")) {
            var contact = contact(1_000);

            Rig.until(
                    "both devices at the phone",
                    () -> rig.heard(contact, 550) > CLEAR && rig.heard(contact, 620) > CLEAR);
            Rig.until("ben and the phone at ana's", () -> ana.peer.hears(620) > CLEAR && ana.peer.hears(1_000) > CLEAR);
            Rig.until("ana and the phone at ben's", () -> ben.peer.hears(550) > CLEAR && ben.peer.hears(1_000) > CLEAR);
            Rig.until(
                    "nobody at their own",
                    () -> ana.peer.hears(550) < NOTHING
                            && ben.peer.hears(620) < NOTHING
                            && rig.heard(contact, 1_000) < NOTHING);
        }
    }

    @Test
    void onHoldThereIsMusicAndNobodysVoice() {
        try (var agent = device("ana", 550).calls("")) {
            var contact = contact(1_000);
            Rig.until("tone of the device", () -> rig.heard(contact, 550) > CLEAR);
            Participant.updater(room(contact), contact).setHold(true).update(rig.twilio);

            Rig.until("end of the tone", () -> rig.heard(contact, 550) < NOTHING && rig.loudness(contact) > 300);
            Rig.until("silence at the device", () -> agent.peer.hears(1_000) < NOTHING);
            Participant.updater(room(contact), contact).setHold(false).update(rig.twilio);
            Rig.until("tones again", () -> rig.heard(contact, 550) > CLEAR && agent.peer.hears(1_000) > CLEAR);
        }
    }

    @Test
    void whoIsMutedByTheRoomIsNotHeard() {
        try (var agent = device("ana", 550).calls("")) {
            var contact = contact(1_000);
            Rig.until("tone of the device", () -> rig.heard(contact, 550) > CLEAR);
            Participant.updater(room(contact), agent.sid).setMuted(true).update(rig.twilio);

            Rig.until("silence", () -> rig.loudness(contact) == 0);
            assertThat(rig.said(agent.sid, 550)).isGreaterThan(CLEAR);
        }
    }

    @Test
    void aDeviceThatMutesItsTrackSendsSilence() {
        try (var agent = device("ana", 550).calls("")) {
            var contact = contact(1_000);
            Rig.until("tone of the device", () -> rig.heard(contact, 550) > CLEAR);
            agent.peer.mute(true);

            Rig.until("silence", () -> rig.heard(contact, 550) < 20 && rig.loudness(contact) < 20);
            agent.peer.mute(false);
            Rig.until("tone again", () -> rig.heard(contact, 550) > CLEAR);
        }
    }

    @Test
    void aCoachIsHeardByTheAgentAlone() {
        try (var agent = device("ana", 550).calls("")) {
            var contact = contact(1_000);
            Rig.until("tone of the device", () -> rig.heard(contact, 550) > CLEAR);
            rig.application.says(
                    "/device", "<Dial><Conference coach='%s'>room</Conference></Dial>".formatted(agent.sid));
            try (var coach = device("sue", 620).calls("")) {
                Rig.until("the coach at the agent's", () -> agent.peer.hears(620) > CLEAR);
                Rig.until(
                        "both at the coach's", () -> coach.peer.hears(550) > CLEAR && coach.peer.hears(1_000) > CLEAR);
                assertThat(rig.heard(contact, 620)).isLessThan(NOTHING);
            }
        }
    }

    @Test
    void soundGoesOnWhenTheSocketBreaksAndWhenTheNetworkChanges() {
        try (var agent = device("ana", 550).calls("")) {
            var contact = contact(1_000);
            Rig.until("tone of the device", () -> rig.heard(contact, 550) > CLEAR);

            agent.reconnects();
            assertThat(rig.heard(contact, 550)).isGreaterThan(CLEAR);
            agent.restartsIce();
            agent.restartsIce();
            Rig.until("tones", () -> rig.heard(contact, 550) > CLEAR && agent.peer.hears(1_000) > CLEAR);
            assertThat(rig.ledger().path("calls")).hasSize(2);
        }
    }

    @Test
    void aDeviceThatBeginsAnewTakesItsLegUpAgain() {
        var agent = device("ana", 550).calls("");
        var contact = contact(1_000);
        Rig.until("tone of the device", () -> rig.heard(contact, 550) > CLEAR);
        agent.close();

        try (var again = device("ana", 620).takesUp(agent.sid)) {
            Rig.until("the other tone", () -> rig.heard(contact, 620) > CLEAR);
            Rig.until("the phone's", () -> again.peer.hears(1_000) > CLEAR);
            assertThat(again.sid).isEqualTo(agent.sid);
        }
    }

    @Test
    void keysReachTheDocumentAndATextIsAcknowledged() {
        rig.application.says("/device", "<Gather action='/keys' numDigits='2'/>");
        try (var agent = device("ana", 550).calls("")) {
            SoundDevice.says(agent.signal, "dtmf", Map.of("callsid", agent.sid, "dtmf", "12"));
            assertThat(rig.application.next("/keys").form().text("Digits")).isEqualTo("12");

            SoundDevice.says(
                    agent.signal, "message", Map.of("callsid", agent.sid, "voiceeventsid", "KX1", "content", "{}"));
            assertThat(agent.signal.next("ack").path("voiceeventsid").asText()).isEqualTo("KX1");
        }
    }

    @Test
    void theFirstDeviceToAnswerTalksAndTheOthersStopRinging() {
        rig.application.says("/voice", "<Dial><Client>ana</Client></Dial>");
        try (var desk = device("ana", 550);
                var home = device("ana", 620)) {
            var contact = contact(1_000);
            desk.picksUp();

            assertThat(home.signal.next("cancel").path("callsid").asText()).isNotEqualTo(desk.sid);
            Rig.until("tone of the desk", () -> rig.heard(contact, 550) > CLEAR);
            rig.hangsUp(contact);
            assertThat(desk.signal.next("hangup").path("callsid").asText()).isEqualTo(desk.sid);
            nothingIsLeft();
        }
    }

    @Test
    void whyACallWasNotAnsweredIsSaid() {
        rig.application.says("/device", "<Reject reason='busy'/>");
        try (var agent = device("ana", 550)) {
            agent.invites("");

            assertThat(agent.signal.next("hangup").path("error").path("code").asInt())
                    .isEqualTo(31486);
            nothingIsLeft();
        }
    }

    @Test
    void aDeviceThatIsNotRegisteredDoesNotRing() {
        rig.application.says("/voice", "<Dial action='/dialled'><Client>ana</Client></Dial>");
        try (var agent = device("ana", 550)) {
            SoundDevice.says(agent.signal, "register", Map.of("media", Map.of("audio", false)));
            agent.signal.next("ack");
            rig.phones();

            assertThat(rig.application.next("/dialled").form().text("DialCallStatus"))
                    .isEqualTo("failed");
        }
    }

    @Test
    void aLegWhoseDeviceIsGoneStaysSilentUntilItIsDropped() {
        var agent = device("ana", 550).calls("");
        var contact = contact(1_000);
        Rig.until("tone of the device", () -> rig.heard(contact, 550) > CLEAR);
        agent.close();

        Rig.until("silence", () -> rig.loudness(contact) == 0);
        rig.callUntil(agent.sid, c -> c.path("muted").asBoolean());
        assertThat(rig.call(agent.sid).path("status").asText()).isEqualTo("in-progress");
        rig.hangsUp(agent.sid);
        rig.hangsUp(contact);
        nothingIsLeft();
    }

    @Test
    void aPersonSpeaksWithWhatTheyAreGiven() throws IOException {
        try (var agent = device("ana", 550).calls("")) {
            var contact = rig.phones(", \"voice\": {\"hum\": true}");
            Rig.until("hum", () -> agent.peer.loudness() > 500);
            var name = rig.upload("/control/sounds", WavOf.tone(700, 8_000, 1));
            rig.put("/control/calls/" + contact + "/voice", "{\"wav\": \"%s\"}".formatted(name));
            Rig.until("uploaded tone", () -> agent.peer.hears(700) > CLEAR);
            var file = Files.write(Path.of("target", "tone.wav"), WavOf.tone(900, 16_000, 1));
            rig.put("/control/calls/" + contact + "/voice", "{\"wav\": \"%s\"}".formatted(file));
            Rig.until("tone of a file", () -> agent.peer.hears(900) > CLEAR);
            rig.put("/control/calls/" + contact + "/voice", "{\"silence\": true}");
            Rig.until("silence", () -> agent.peer.loudness() < 20);
            assertThat(rig.put("/control/calls/" + agent.sid + "/voice", "{\"tone\": 500}")
                            .status())
                    .isEqualTo(400);
        }
    }
}
