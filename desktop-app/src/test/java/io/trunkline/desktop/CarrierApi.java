package io.trunkline.desktop;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.trunkline.launcher.Centre;
import io.trunkline.launcher.Demo;
import io.trunkline.model.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/// The carrier's own REST interface, as somebody beside the backend would use it.
record CarrierApi(URI account, String authorisation) {
    static CarrierApi of(Centre centre) {
        var secrets = centre.secrets();
        var both = secrets.accountSid() + ":" + secrets.authToken();
        return new CarrierApi(
                centre.simulatorAddress().resolve("/2010-04-01/Accounts/" + secrets.accountSid() + "/"),
                "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }

    /// Rings a number and brings it into a conference; the new leg.
    String addParticipant(String conference, String number, boolean muted) {
        var form = Map.of(
                "From", Demo.NUMBER, "To", number, "Muted", String.valueOf(muted), "EndConferenceOnExit", "false");
        var path = "Conferences/" + conference + "/Participants.json";
        var request = HttpRequest.newBuilder(account.resolve(path))
                .header("Authorization", authorisation)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.entrySet().stream()
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))))
                .build();
        return sent(request);
    }

    private static String sent(HttpRequest request) {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 201) {
                throw new AssertionError("The carrier said " + answer.statusCode() + ": " + answer.body());
            }
            return Json.mapper().readTree(answer.body()).path("call_sid").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
