package io.trunkline.desktop.softphone.device;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// The page's WebSockets, over the JDK's. Touched on the media lane only.
final class PageSockets {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String NOWHERE = "wss://signalling.invalid/";

    private final Answers answers;
    private final Supplier<SSLContext> tls;
    private final Map<Integer, PageSocket> open = new HashMap<>();
    private @Nullable URI stand;
    private @Nullable HttpClient client;
    private @Nullable SSLContext trusted;

    /// `tls` is whom ways with encryption trust. It may be another one later, when IT has added an authority.
    PageSockets(Answers answers, Supplier<SSLContext> tls) {
        this.answers = answers;
        this.tls = tls;
    }

    /// Where a stand-in for the carrier is; null where the carrier itself is meant. The SDK only knows addresses of
    /// the carrier's kind.
    void redirect(@Nullable URI to) {
        stand = to;
    }

    /// Does what the page asks; false where it is no socket's business.
    boolean take(Question question) {
        var value = question.value();
        switch (question.op()) {
            case "socket-open" -> open(question.target(), value.path("url").asText());
            case "socket-send" -> {
                var socket = open.get(question.target());
                if (socket != null) {
                    socket.send(value.path("text").asText());
                }
            }
            case "socket-close" -> {
                var socket = open.remove(question.target());
                if (socket != null) {
                    socket.close(
                            value.path("code").asInt(), value.path("reason").asText());
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Asks for a sign of life at the other end of every way to the carrier.
    void ask() {
        open.values().forEach(PageSocket::ask);
    }

    boolean haveAnswered() {
        return open.values().stream().noneMatch(PageSocket::isSilent);
    }

    /// Breaks the ways on which none has come.
    void leaveSilent() {
        open.values().stream()
                .filter(PageSocket::isSilent)
                .forEach(each -> each.failed(new TimeoutException("no sign of life")));
    }

    /// Breaks every way to the carrier, as a lost network does.
    void cut() {
        open.values().forEach(each -> each.failed(new IllegalStateException("cut")));
    }

    void end() {
        open.values().forEach(each -> each.close(1000, ""));
        open.clear();
        var last = client;
        if (last != null) {
            last.shutdownNow();
        }
    }

    private void open(int number, String url) {
        var socket = new PageSocket(number, answers);
        open.values().removeIf(PageSocket::isOver);
        open.put(number, socket);
        var to = address(url);
        socket.watch(client(to).newWebSocketBuilder().connectTimeout(PATIENCE).buildAsync(to, socket));
    }

    /// The last one again, unless whom it trusts has changed.
    private HttpClient client(URI to) {
        var trusts = "wss".equals(to.getScheme()) ? tls.get() : trusted;
        var now = client;
        if (now == null || !Objects.equals(trusts, trusted)) {
            var fresh = HttpClient.newBuilder().connectTimeout(PATIENCE);
            now = (trusts == null ? fresh : fresh.sslContext(trusts)).build();
            client = now;
            trusted = trusts;
        }
        return now;
    }

    private URI address(String url) {
        var instead = stand;
        return instead != null && url.startsWith(NOWHERE) ? instead : URI.create(url);
    }
}
