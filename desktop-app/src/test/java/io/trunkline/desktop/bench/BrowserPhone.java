package io.trunkline.desktop.bench;

import io.trunkline.model.ReservationId;
import io.trunkline.model.call.VoiceCredentials;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The peer: the official SDK in headless Chromium.
final class BrowserPhone implements Softphone {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private final Orders orders;
    private final Process browser;

    BrowserPhone(byte[] sdk, Path folder) throws IOException {
        orders = new Orders(Map.of("/", page(), "/twilio.min.js", sdk));
        browser = new ProcessBuilder(
                        program(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--autoplay-policy=no-user-gesture-required",
                        "--user-data-dir=" + folder.resolve("browser"),
                        orders.page().toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("browser.log").toFile())
                .start();
    }

    @Override
    public String name() {
        return "browser";
    }

    @Override
    public void register(VoiceCredentials credentials) throws InterruptedException {
        orders.carryOut(Orders.order("register")
                .put("token", credentials.token())
                .put("signalling", Objects.requireNonNull(credentials.signalling())));
    }

    @Override
    public double connect(ReservationId reservation) throws InterruptedException {
        return orders.carryOut(Orders.order("connect").put("reservation", reservation.toString()))
                .path("connected")
                .asDouble();
    }

    @Override
    public List<Double> hear(int bursts) throws InterruptedException {
        var found = new ArrayList<Double>();
        orders.carryOut(Orders.order("hear").put("count", bursts))
                .path("delays")
                .forEach(each -> found.add(each.asDouble()));
        return found;
    }

    @Override
    public void hangUp() throws InterruptedException {
        orders.carryOut(Orders.order("end"));
    }

    @Override
    public void close() {
        var all = Stream.concat(browser.descendants(), Stream.of(browser.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        orders.close();
    }

    /// Says in a plain sentence what is missing.
    private static String program() {
        return NAMES.stream()
                .filter(BrowserPhone::runs)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The bench compares with a browser: install Chromium (package chromium) and try again."));
    }

    private static boolean runs(String name) {
        try {
            var process = new ProcessBuilder(name, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] page() throws IOException {
        try (var in = Objects.requireNonNull(BrowserPhone.class.getResourceAsStream("browser.html"))) {
            return in.readAllBytes();
        }
    }
}
