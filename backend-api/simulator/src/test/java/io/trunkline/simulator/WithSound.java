package io.trunkline.simulator;

import io.trunkline.simulator.account.Unkindness;
import java.io.IOException;
import java.net.http.HttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A rig at the clock's speed, devices with sound and people with tones.
abstract class WithSound {
    static final String INTO_ROOM = "<Dial><Conference>room</Conference></Dial>";
    static final double CLEAR = 2_000;
    static final double NOTHING = 150;

    private final HttpClient http = HttpClient.newHttpClient();
    Rig rig;
    String application;

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

    SoundDevice device(String identity, double hertz) {
        return new SoundDevice(http, rig.uri("/"), rig.token(identity, application, 3600), hertz);
    }

    String contact(double hertz) {
        return rig.phones(", \"voice\": {\"tone\": %s}".formatted(hertz));
    }

    String room(String call) {
        return rig.call(call).path("conferenceSid").asText();
    }

    void nothingIsLeft() {
        rig.until(
                "/control/sound",
                f -> f.path("peers").asInt() + f.path("recordings").asInt() == 0);
    }
}
