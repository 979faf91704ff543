package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Session descriptions as the page knows them, and the answers of the engine that makes and takes them.
final class Descriptions {
    private Descriptions() {}

    static RTCSessionDescription read(JsonNode value) {
        var type = RTCSdpType.valueOf(value.path("type").asText().toUpperCase(Locale.ROOT));
        return new RTCSessionDescription(type, value.path("sdp").asText());
    }

    static ObjectNode write(RTCSessionDescription description) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", description.sdpType.name().toLowerCase(Locale.ROOT))
                .put("sdp", description.sdp);
    }

    static CreateSessionDescriptionObserver made(Answers answers, int id) {
        return new CreateSessionDescriptionObserver() {
            @Override
            public void onSuccess(RTCSessionDescription description) {
                answers.good(id, write(description));
            }

            @Override
            public void onFailure(String why) {
                answers.bad(id, why);
            }
        };
    }

    static SetSessionDescriptionObserver set(Answers answers, int id, Supplier<@Nullable JsonNode> value) {
        return new SetSessionDescriptionObserver() {
            @Override
            public void onSuccess() {
                answers.good(id, value.get());
            }

            @Override
            public void onFailure(String why) {
                answers.bad(id, why);
            }
        };
    }
}
