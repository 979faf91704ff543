package io.trunkline.backend.telephony.twilio;

import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The way to the carrier, made when it is first taken: to read all the certificates that it may show takes a good part
/// of a start.
final class CarrierWay {
    private @Nullable HttpClient http;

    synchronized HttpClient http() {
        var made = http;
        if (made == null) {
            made = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(3))
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
            http = made;
        }
        return made;
    }
}
