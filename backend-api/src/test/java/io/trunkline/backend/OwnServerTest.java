package io.trunkline.backend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.trunkline.backend.platform.config.HttpConfig;
import io.trunkline.backend.platform.config.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnServerTest {
    @Test
    void isAskedWhereItListens() {
        assertThat(address("0.0.0.0")).isEqualTo("http://127.0.0.1:8080/metrics");
        assertThat(address("::")).isEqualTo("http://127.0.0.1:8080/metrics");
        assertThat(address("::1")).isEqualTo("http://[::1]:8080/metrics");
        assertThat(address("[fd00::7]")).isEqualTo("http://[fd00::7]:8080/metrics");
        assertThat(address("centre.example.com")).isEqualTo("http://centre.example.com:8080/metrics");
    }

    @Test
    void anAnswerWithoutAWordIsToldByItsNumber() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        server.start();
        try {
            var port = String.valueOf(server.getAddress().getPort());

            assertThat(new OwnServer(config("127.0.0.1", port)).ask("/health/ready"))
                    .isEqualTo("The backend answered 503 without a word.");
        } finally {
            server.stop(0);
        }
    }

    private static String address(String host) {
        return new OwnServer(config(host, "8080")).address("/metrics").toString();
    }

    private static HttpConfig config(String host, String port) {
        return HttpConfig.from(Settings.of(Map.of("http.host", host, "http.port", port)));
    }
}
