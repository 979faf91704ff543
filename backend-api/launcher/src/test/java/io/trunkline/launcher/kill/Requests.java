package io.trunkline.launcher.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;

/// What the carrier was asked for over REST, as the simulator kept account of it.
final class Requests {
    private final List<JsonNode> all;

    Requests(JsonNode requests) {
        all = StreamSupport.stream(requests.spliterator(), false)
                .filter(request -> request.path("method").asText().equals("POST"))
                .toList();
    }

    /// Whether the command's request, or one that may be it, arrived in this time.
    boolean arrived(Kill.Command command, Instant until) {
        return all.stream()
                .filter(request -> path(request).endsWith(path(command)))
                .filter(request -> request.path("fields").isEmpty() || asks(request, command))
                .anyMatch(request -> within(request, command, until));
    }

    /// Whether the command's request had arrived and its answer had not been taken down: it was under way, or it said
    /// yes.
    boolean unrecorded(Kill.Command command, Instant until) {
        return command.state().equals("SENDING")
                && all.stream()
                        .filter(request -> path(request).endsWith(path(command)) && asks(request, command))
                        .filter(request -> within(request, command, until))
                        .reduce((_, last) -> last)
                        .filter(last ->
                                !answered(last, until) || last.path("status").asInt() / 100 == 2)
                        .isPresent();
    }

    /// Whether some request is carried out and waits for its answer since before `since`.
    boolean hangs(Instant since) {
        return all.stream()
                .anyMatch(request -> !request.path("fields").isEmpty()
                        && !request.hasNonNull("answered")
                        && at(request).isBefore(since));
    }

    /// How often a call was placed for this leg of ours.
    long placed(String leg) {
        return all.stream()
                .filter(request -> request.path("fields").path("Label").asText().equals(leg))
                .filter(request -> request.path("status").asInt() / 100 == 2 || !request.hasNonNull("answered"))
                .count();
    }

    private static boolean asks(JsonNode request, Kill.Command command) {
        var fields = request.path("fields");
        return switch (command.kind()) {
            case "Join" -> fields.path("Twiml").asText().contains("<Conference");
            case "HangUp" -> fields.path("Status").asText().equals("completed");
            case "Dial" ->
                fields.path("Label").asText().equals(command.order().path("leg").asText());
            default -> true;
        };
    }

    private static String path(Kill.Command command) {
        var leg = leg(command);
        return switch (command.kind()) {
            case "Dial" -> "/Conferences/" + command.order().path("interaction").asText() + "/Participants.json";
            case "StartRecording" -> "/Calls/" + leg + "/Recordings.json";
            case "Hold" -> "/Participants/" + leg + ".json";
            default -> "/Calls/" + leg + ".json";
        };
    }

    /// An id stands as it is, or as the one field of its record.
    private static String leg(Kill.Command command) {
        var leg = command.order().path("leg");
        return leg.isObject() ? leg.path("value").asText() : leg.asText();
    }

    private static boolean within(JsonNode request, Kill.Command command, Instant until) {
        return !at(request).isBefore(command.created()) && at(request).isBefore(until);
    }

    private static boolean answered(JsonNode request, Instant until) {
        return request.hasNonNull("answered")
                && Instant.parse(request.path("answered").asText()).isBefore(until);
    }

    private static Instant at(JsonNode request) {
        return Instant.parse(request.path("at").asText());
    }

    private static String path(JsonNode request) {
        return request.path("path").asText();
    }
}
