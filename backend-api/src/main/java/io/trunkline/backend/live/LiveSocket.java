package io.trunkline.backend.live;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.uri.UriQuery;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.helidon.websocket.WsUpgradeException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `GET /api/v1/live?since=SEQ`, upgraded to a WebSocket for whoever brings a token. Clients only listen here: what
/// they want done, they ask over REST.
final class LiveSocket implements WsListener {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSocket.class);
    private static final String BEARER = "Bearer ";

    private final Hub hub;
    private final Admission admission;
    private final Predicate<Headers> turnedAway;
    private Admission.@Nullable Admitted admitted;
    private OptionalLong since = OptionalLong.empty();
    private @Nullable Client client;
    private @Nullable SocketOutlet outlet;

    LiveSocket(Hub hub, Admission admission, Predicate<Headers> turnedAway) {
        this.hub = hub;
        this.turnedAway = turnedAway;
        this.admission = admission;
    }

    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) throws WsUpgradeException {
        if (turnedAway.test(headers)) {
            throw new WsUpgradeException("Not with this program.");
        }
        admitted = headers.first(HeaderNames.AUTHORIZATION)
                .filter(value -> value.startsWith(BEARER))
                .flatMap(value -> admission.admit(value.substring(BEARER.length())))
                .orElseThrow(() -> new WsUpgradeException("Sign in first."));
        since = since(prologue.query());
        return Optional.empty();
    }

    @Override
    public void onOpen(WsSession session) {
        var who = admitted;
        if (who == null) {
            session.terminate();
            return;
        }
        var open = new SocketOutlet(session, Thread.currentThread());
        var joined = hub.join(who, since, open);
        outlet = open;
        client = joined;
    }

    @Override
    public void onMessage(WsSession session, String text, boolean last) {
        session.close(1003, "the feed takes no messages");
    }

    @Override
    public void onMessage(WsSession session, BufferData buffer, boolean last) {
        session.close(1003, "the feed takes no messages");
    }

    @Override
    public void onPing(WsSession session, BufferData buffer) {
        var open = outlet;
        if (open != null) {
            open.pong(buffer);
        }
    }

    @Override
    public void onPong(WsSession session, BufferData buffer) {
        var joined = client;
        if (joined != null) {
            joined.heard();
        }
    }

    @Override
    public void onClose(WsSession session, int status, String reason) {
        gone();
    }

    @Override
    public void onError(WsSession session, Throwable thrown) {
        LOG.debug("A socket failed", thrown);
        gone();
    }

    private void gone() {
        var joined = client;
        if (joined != null) {
            joined.cut();
        }
    }

    private static OptionalLong since(UriQuery query) throws WsUpgradeException {
        var text = query.first("since").asOptional().filter(value -> !value.isBlank());
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text.get()));
        } catch (NumberFormatException _) {
            throw new WsUpgradeException("since has to be a number.");
        }
    }
}
