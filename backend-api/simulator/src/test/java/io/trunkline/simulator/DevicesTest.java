package io.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.VoiceGrant;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.type.Client;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import io.trunkline.model.json.Json;
import io.trunkline.simulator.account.Unkindness;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DevicesTest {
    private static final String INTO_ROOM = "<Dial><Conference>room</Conference></Dial>";

    private final HttpClient http = HttpClient.newHttpClient();
    private Rig rig;
    private String application;

    @BeforeEach
    void start() throws IOException {
        rig = Rig.with(Unkindness.KIND.with(Json.mapper().readTree("{\"legLingerSeconds\": 30}")), "20");
        application = rig.post(
                        "/control/applications", "{\"voiceUrl\": \"%s\"}".formatted(rig.application.url("/device")))
                .path("sid")
                .asText();
    }

    @AfterEach
    void stop() {
        rig.close();
        http.close();
    }

    private String token(String identity, String secret, int ttl) {
        var account = rig.settings.account();
        var grant = new VoiceGrant();
        grant.setOutgoingApplicationSid(application);
        grant.setIncomingAllow(true);
        return new AccessToken.Builder(account.sid(), account.keySid(), secret.getBytes(StandardCharsets.UTF_8))
                .identity(identity)
                .grant(grant)
                .ttl(ttl)
                .build()
                .toJwt();
    }

    private FakeDevice device(String identity) {
        var device = new FakeDevice(http, rig.uri("/"));
        device.says(
                "listen",
                "{\"token\": \"%s\"}"
                        .formatted(token(identity, rig.settings.account().keySecret(), 3600)));
        device.next("ready");
        return device;
    }

    private static String calls(FakeDevice device) {
        device.says("invite", "{\"callsid\": \"TJS1\", \"twilio\": {\"params\": \"reservation=r-17&To=\"}}");
        var ringing = device.next("ringing");
        assertThat(ringing.path("outgoing").asText()).isEqualTo("TJS1");
        return ringing.path("callsid").asText();
    }

    @Test
    void aDeviceConnectsWithItsTokenAndIsToldWhoItIs() {
        try (var device = new FakeDevice(http, rig.uri("/"))) {
            device.next("heartbeat");
            device.says(
                    "listen",
                    "{\"token\": \"%s\"}"
                            .formatted(token("ana", rig.settings.account().keySecret(), 600)));

            var granted = device.next("connected").path("token");
            assertThat(granted.path("identity").asText()).isEqualTo("ana");
            assertThat(granted.path("ttl").asInt()).isBetween(500, 600);
            device.next("ready");
        }
    }

    @Test
    void aDeviceThatAsksForASignOfLifeGetsOne() {
        try (var device = device("ana")) {
            device.pings();
            device.next("pong");
        }
    }

    @Test
    void aTokenWithAnotherSignatureOrNoTimeLeftIsRefused() {
        try (var device = new FakeDevice(http, rig.uri("/"))) {
            device.says(
                    "listen", "{\"token\": \"%s\"}".formatted(token("ana", "another-secret-of-32-letters-or-so", 600)));
            assertThat(device.next("error").path("error").path("code").asInt()).isEqualTo(20107);

            device.says(
                    "listen",
                    "{\"token\": \"%s\"}"
                            .formatted(token("ana", rig.settings.account().keySecret(), -10)));
            assertThat(device.next("error").path("error").path("code").asInt()).isEqualTo(20104);

            device.says("listen", "{\"token\": \"nonsense\"}");
            assertThat(device.next("error").path("error").path("code").asInt()).isEqualTo(20101);
        }
    }

    @Test
    void aDevicesCallAsksTheApplicationWithItsParametersAndIsAnswered() {
        rig.application.says("/device", INTO_ROOM);
        try (var device = device("ana")) {
            var sid = calls(device);

            var asked = rig.application.next("/device").form();
            assertThat(asked.text("From")).isEqualTo("client:ana");
            assertThat(asked.text("reservation")).isEqualTo("r-17");
            assertThat(asked.text("ApplicationSid")).isEqualTo(application);
            assertThat(asked.text("CallSid")).isEqualTo(sid);
            assertThat(device.next("answer").path("callsid").asText()).isEqualTo(sid);
            device.says("hangup", "{\"callsid\": \"%s\"}".formatted(sid));
            rig.callUntil(sid, c -> c.path("status").asText().equals("completed"));
        }
    }

    @Test
    void aCallTheApplicationRefusesIsHungUp() {
        rig.application.says("/device", "<Reject/>");
        try (var device = device("ana")) {
            calls(device);

            device.next("hangup");
        }
    }

    @Test
    void aDialledDeviceRingsAnswersAndIsHungUp() {
        rig.application.says(
                "/voice",
                "<Dial action='/dialled'><Client><Identity>ana</Identity><Parameter name='queue' value='support'/></Client></Dial>");
        try (var device = device("ana")) {
            var caller = rig.phones();
            var invite = device.next("invite");
            assertThat(invite.path("parameters").path("From").asText()).isEqualTo(Rig.CUSTOMER);
            assertThat(invite.path("parameters").path("Params").asText()).isEqualTo("queue=support");
            device.says(
                    "answer",
                    "{\"callsid\": \"%s\"}".formatted(invite.path("callsid").asText()));

            rig.callUntil(
                    caller,
                    c -> c.path("hears")
                            .path(0)
                            .asText()
                            .equals(invite.path("callsid").asText()));
            rig.hangsUp(caller);
            device.next("hangup");
        }
    }

    @Test
    void aDialledDeviceStopsRingingWhenTheCallerGivesUp() {
        rig.application.says("/voice", "<Dial><Client>ana</Client></Dial>");
        try (var device = device("ana")) {
            var caller = rig.phones();
            device.next("invite");
            rig.hangsUp(caller);

            device.next("cancel");
        }
    }

    @Test
    void aDeviceThatRejectsIsBusy() {
        rig.application.says("/voice", "<Dial action='/dialled'><Client>ana</Client></Dial>");
        try (var device = device("ana")) {
            rig.phones();
            device.says(
                    "reject",
                    "{\"callsid\": \"%s\"}"
                            .formatted(device.next("invite").path("callsid").asText()));

            assertThat(rig.application.next("/dialled").form().text("DialCallStatus"))
                    .isEqualTo("busy");
        }
    }

    @Test
    void nobodyIsReachedWhereNoDeviceIsConnected() {
        rig.application.says("/voice", "<Dial action='/dialled'><Client>nobody</Client></Dial>");
        rig.phones();

        assertThat(rig.application.next("/dialled").form().text("DialCallStatus"))
                .isEqualTo("failed");
    }

    @Test
    void aMutedDeviceIsNotHeardByTheOthers() {
        rig.application.says("/device", INTO_ROOM);
        rig.application.says("/voice", INTO_ROOM);
        try (var device = device("ana")) {
            var agent = calls(device);
            var contact = rig.phones();
            rig.callUntil(contact, c -> c.path("hears").path(0).asText().equals(agent));
            device.says("mute", "{\"callsid\": \"%s\", \"muted\": true}".formatted(agent));

            rig.callUntil(contact, c -> c.path("hears").isEmpty());
            device.says("mute", "{\"callsid\": \"%s\", \"muted\": false}".formatted(agent));
            rig.callUntil(contact, c -> c.path("hears").path(0).asText().equals(agent));
        }
    }

    @Test
    void aLegOutlivesItsDevicesSocketBy30Seconds() {
        rig.application.says("/device", INTO_ROOM);
        var device = device("ana");
        var sid = calls(device);
        device.next("answer");
        rig.callUntil(sid, c -> c.hasNonNull("conference"));
        device.dies();

        rig.callUntil(sid, c -> c.path("muted").asBoolean());
        assertThat(rig.call(sid).path("status").asText()).isEqualTo("in-progress");
        assertThat(Conference.reader()
                        .setFriendlyName("room")
                        .read(rig.twilio)
                        .iterator()
                        .next()
                        .getStatus())
                .isNotEqualTo(Conference.Status.COMPLETED);
        rig.callUntil(sid, c -> c.path("status").asText().equals("completed"));
        var call = rig.call(sid);
        var lasted = Duration.between(
                Instant.parse(call.path("answered").asText()),
                Instant.parse(call.path("ended").asText()));
        assertThat(lasted).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(45));
    }

    @Test
    void aDeviceThatComesBackInTimeKeepsItsLeg() {
        rig.application.says("/device", INTO_ROOM);
        var device = device("ana");
        var sid = calls(device);
        device.next("answer");
        device.dies();
        rig.callUntil(sid, c -> c.path("muted").asBoolean());

        try (var again = device("ana")) {
            again.says("invite", "{\"callsid\": \"%s\", \"reconnect\": \"token\", \"twilio\": {}}".formatted(sid));

            assertThat(again.next("answer").path("callsid").asText()).isEqualTo(sid);
            assertThat(rig.call(sid).path("muted").asBoolean()).isFalse();
        }
    }

    @Test
    void keysADevicePressesReachTheDocument() {
        rig.application.says("/device", "<Gather action='/keys' numDigits='2'/>");
        try (var device = device("ana")) {
            var sid = calls(device);
            device.says("dtmf", "{\"callsid\": \"%s\", \"dtmf\": \"12\"}".formatted(sid));

            assertThat(rig.application.next("/keys").form().text("Digits")).isEqualTo("12");
        }
    }

    @Test
    void aCallPlacedOverRestCanReachADevice() {
        try (var device = device("ana")) {
            var call = Call.creator(
                            new Client("ana"),
                            new PhoneNumber(Rig.LINE),
                            new Twiml("<Response><Pause length='60'/></Response>"))
                    .create(rig.twilio);
            device.says(
                    "answer",
                    "{\"callsid\": \"%s\"}"
                            .formatted(device.next("invite").path("callsid").asText()));

            rig.callUntil(call.getSid(), c -> c.path("status").asText().equals("in-progress"));
        }
    }

    @Test
    void aRunningCallSurvivesItsTokenButANewOneNeedsAnother() {
        rig.application.says("/device", INTO_ROOM);
        try (var device = new FakeDevice(http, rig.uri("/"))) {
            device.says(
                    "listen",
                    "{\"token\": \"%s\"}"
                            .formatted(token("ana", rig.settings.account().keySecret(), 2)));
            device.next("ready");
            var sid = calls(device);
            device.next("answer");
            assertThat(device.next("error").path("error").path("code").asInt()).isEqualTo(20104);

            assertThat(rig.call(sid).path("status").asText()).isEqualTo("in-progress");
            device.says("invite", "{\"callsid\": \"TJS2\", \"twilio\": {\"params\": \"\"}}");
            assertThat(device.next("hangup").path("callsid").asText()).isEqualTo("TJS2");
            device.says("hangup", "{\"callsid\": \"TJS1\"}");
            rig.callUntil(sid, c -> c.path("status").asText().equals("completed"));
        }
    }
}
