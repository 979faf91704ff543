package io.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.simulator.account.Unkindness;
import java.io.IOException;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SoundTest {
    private static final String INTO_ROOM = "<Dial><Conference>room</Conference></Dial>";
    private static final double CLEAR = 2_000;
    private static final double NOTHING = 150;

    private final HttpClient http = HttpClient.newHttpClient();
    private Rig rig;
    private String application;

    @BeforeEach
    void start() throws IOException {
        rig = Rig.with(Unkindness.KIND, "1");
        rig.application.says("/device", INTO_ROOM);
        rig.application.says("/voice", INTO_ROOM);
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

    private SoundDevice device(String identity, double hertz) {
        return new SoundDevice(http, rig.uri("/"), rig.token(identity, application, 3600), hertz);
    }

    private String contact(double hertz) {
        return rig.phones(", \"voice\": {\"tone\": %s}".formatted(hertz));
    }

    @Test
    void aDeviceAndAPhoneHearEachOther() {
        try (var agent = device("ana", 440).calls("reservation=r-17")) {
            var contact = contact(1_000);

            Rig.until("tone of the device at the phone", () -> rig.heard(contact, 440) > CLEAR);
            Rig.until("tone of the phone at the device", () -> agent.peer.hears(1_000) > CLEAR);
            assertThat(agent.peer.hears(440)).isLessThan(NOTHING);
            assertThat(rig.said(agent.sid, 440)).isGreaterThan(CLEAR);
        }
    }
}
