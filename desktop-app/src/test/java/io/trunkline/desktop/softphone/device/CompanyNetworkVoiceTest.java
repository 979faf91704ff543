package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.trunkline.desktop.backend.Trust;
import io.trunkline.desktop.os.CompanySettings;
import io.trunkline.desktop.wire.MadeUpAuthority;
import io.trunkline.desktop.wire.SocketServer;
import io.trunkline.desktop.wire.TunnelProxy;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Signalling of voice where TLS is opened by the company's own authority, and the way out is a web proxy.
@Timeout(60)
class CompanyNetworkVoiceTest implements Answers {
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final ProxySelector proxies = ProxySelector.getDefault();

    @TempDir
    private Path folder;

    private MadeUpAuthority authority;

    @BeforeEach
    void start() throws Exception {
        authority = new MadeUpAuthority(folder);
    }

    @AfterEach
    void asItWas() {
        ProxySelector.setDefault(proxies);
    }

    @Test
    void signallingTrustsWhatThisComputerTrustsAndGoesThroughTheProxy() throws Exception {
        var names = "SAN=DNS:signalling.acme.test";
        try (var proxy = new TunnelProxy(false);
                var carrier = new SocketServer(authority.server(names, "-0d"), peer -> peer.send(peer.read()))) {
            CompanySettings.proxy(proxy);
            var bundle = authority.bundle();
            var trust = new Trust(() -> CompanySettings.authorities(bundle));
            assertThat(hello(carrier, trust)).containsExactly("open ", "message hello");
            assertThat(proxy.asked).singleElement().asString().startsWith("signalling.acme.test:");
        }
    }

    @Test
    void signallingRefusesWhatThisComputerDoesNotTrust() throws Exception {
        try (var proxy = new TunnelProxy(false);
                var carrier = new SocketServer(
                        authority.server("SAN=DNS:signalling.acme.test", "-0d"), peer -> peer.send(peer.read()))) {
            CompanySettings.proxy(proxy);
            assertThat(hello(carrier, Trust.JAVA))
                    .singleElement()
                    .asString()
                    .startsWith("close ")
                    .contains(MadeUpAuthority.NAME);
        }
    }

    /// What is heard of a socket that says hello, up to the first message or its end.
    private List<String> hello(SocketServer carrier, Trust trust) throws Exception {
        var sockets = new PageSockets(this, trust::context);
        var heard = new ArrayList<String>();
        try {
            var nodes = JsonNodeFactory.instance;
            var address = carrier.address("/signal").toString().replace("localhost", "signalling.acme.test");
            sockets.take(new Question(0, "socket-open", 1, nodes.objectNode().put("url", address)));
            while (heard.isEmpty() || heard.getLast().startsWith("open")) {
                heard.add(told.poll(30, TimeUnit.SECONDS));
                if (heard.getLast().startsWith("open")) {
                    sockets.take(
                            new Question(0, "socket-send", 1, nodes.objectNode().put("text", "hello")));
                }
            }
            return heard;
        } finally {
            sockets.end();
        }
    }

    @Override
    public void good(int id, @Nullable JsonNode value) {
        throw new AssertionError("Nobody asked");
    }

    @Override
    public void bad(int id, String why) {
        throw new AssertionError(why);
    }

    @Override
    public void tell(int target, String type, @Nullable JsonNode value) {
        told.add(type + " "
                + (value == null
                        ? ""
                        : value.path("text").asText(value.path("reason").asText())));
    }
}
