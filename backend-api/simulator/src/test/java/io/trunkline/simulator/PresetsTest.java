package io.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetsTest {
    private static final String APPLICATION = "AP00000000000000000000000000000001";

    @TempDir
    private Path folder;

    @Test
    void numbersAndApplicationsComeFromAFile() throws IOException, InterruptedException {
        var file = folder.resolve("numbers.json");
        Files.writeString(file, """
                {"numbers": [{"number": "+12025550100", "voiceUrl": "http://127.0.0.1:1/voice"}],
                 "applications": [{"sid": "%s", "voiceUrl": "http://127.0.0.1:1/agent"}]}
                """.formatted(APPLICATION));
        var given = Map.of("port", "0", "numbers", file.toString(), "unkind", "kind", "media", folder.toString());

        try (var simulator = Simulator.start(Settings.of(given, Map.of()));
                var http = HttpClient.newHttpClient()) {
            var order = HttpRequest.BodyPublishers.ofString("{\"from\": \"+15550110001\", \"to\": \"+12025550100\"}");
            var request = HttpRequest.newBuilder(URI.create(simulator.address() + "/control/calls"))
                    .POST(order)
                    .build();

            var answer = http.send(request, BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(201);
            assertThat(Json.mapper().readTree(answer.body()).path("sid").asText())
                    .startsWith("CA");
        }
    }
}
