package io.trunkline.desktop.backend.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.trunkline.model.json.Json;
import io.trunkline.model.live.LiveFrame;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One WebSocket: hands its frames to the thread that follows the feed, so that they are read by one thread only.
final class LiveConnection extends Endpoint {
    private static final TypeReference<List<LiveFrame>> FRAMES = new TypeReference<>() {};

    /// What came over the wire: frames, or the end.
    sealed interface Arrival {
        record Frames(List<LiveFrame> frames) implements Arrival {}

        record Closed(String why) implements Arrival {}
    }

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

    /// The next arrival; a connection that says nothing for this long counts as closed.
    Arrival next(Duration silence) throws InterruptedException {
        @Nullable Arrival arrival = arrivals.poll(silence.toMillis(), TimeUnit.MILLISECONDS);
        return arrival == null ? new Arrival.Closed("nothing heard for " + silence.toSeconds() + " s") : arrival;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.addMessageHandler(String.class, (MessageHandler.Whole<String>) this::read);
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        arrivals.add(new Arrival.Closed(reason.getCloseCode() + " " + reason.getReasonPhrase()));
    }

    @Override
    public void onError(Session session, Throwable error) {
        arrivals.add(new Arrival.Closed(String.valueOf(error.getMessage())));
    }

    private void read(String text) {
        try {
            arrivals.add(new Arrival.Frames(Json.mapper().readValue(text, FRAMES)));
        } catch (JsonProcessingException e) {
            arrivals.add(new Arrival.Closed("a frame was not understood: " + e.getOriginalMessage()));
        }
    }
}
