package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.glassfish.tyrus.client.ClientManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The WebSocket to the carrier's `/signal`: echoes the heartbeat and hands messages on.
final class SignalSocket extends Endpoint implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SignalSocket.class);

    private final Consumer<Signal> arrived;
    private final Runnable gone;
    private final Session session;

    SignalSocket(URI address, Consumer<Signal> arrived, Runnable gone) throws IOException {
        this.arrived = arrived;
        this.gone = gone;
        try {
            this.session = ClientManager.createClient()
                    .connectToServer(this, ClientEndpointConfig.Builder.create().build(), address);
        } catch (DeploymentException e) {
            throw new IOException("The carrier's signalling does not answer", e);
        }
    }

    void send(Signal signal) {
        send(signal.text());
    }

    @Override
    public void onOpen(Session opened, EndpointConfig config) {
        opened.addMessageHandler(String.class, (MessageHandler.Whole<String>) this::read);
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
        gone.run();
    }

    @Override
    public void onError(Session failed, Throwable error) {
        LOG.info("Signalling failed: {}", error.getMessage());
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (IOException e) {
            LOG.debug("Signalling was already closed", e);
        }
    }

    private void read(String text) {
        try {
            var signal = Signal.read(text);
            if (signal.isHeartbeat()) {
                send("\n");
            } else {
                arrived.accept(signal);
            }
        } catch (JsonProcessingException e) {
            LOG.warn("Signalling sent what is no message: {}", e.getOriginalMessage());
        }
    }

    /// A session that has just closed answers with an exception of the one kind or the other: its timers are gone
    /// before it counts as closed.
    private void send(String text) {
        try {
            session.getBasicRemote().sendText(text);
        } catch (IOException | IllegalStateException | RejectedExecutionException e) {
            LOG.info("Signalling did not take a message: {}", e.getMessage());
        }
    }
}
