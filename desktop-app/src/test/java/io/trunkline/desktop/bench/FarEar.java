package io.trunkline.desktop.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/// The far end's ear at the simulator, from its making on: what came of the bursts that were said here.
final class FarEar {
    private static final int RATE = 16_000;
    private static final int HEADER = 44;
    private static final int STEP = RATE / 100;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI simulator;
    private final String leg;

    FarEar(URI simulator, String leg) throws IOException, InterruptedException {
        this.simulator = simulator;
        this.leg = leg;
        delays(0);
    }

    /// Milliseconds from the microphone here to the far end, of each burst of the last seconds.
    List<Double> delays(int seconds) throws IOException, InterruptedException {
        var address = simulator.resolve("/control/calls/" + leg + "/heard?seconds=" + seconds);
        var answer = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The far end does not say what it heard: " + answer.statusCode());
        }
        var until = answer.headers().firstValueAsLong("Until-Millis").orElseThrow();
        var bursts = new Bursts();
        var samples = (answer.body().length - HEADER) / 2;
        for (var at = 0; at + STEP <= samples; at += STEP) {
            var arrived = until - (samples - at - STEP) * 1000.0 / RATE;
            bursts.take(arrived, answer.body(), HEADER / 2 + at, RATE, 1, STEP);
        }
        return bursts.delays();
    }
}
