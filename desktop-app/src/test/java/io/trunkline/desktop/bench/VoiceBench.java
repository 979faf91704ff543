package io.trunkline.desktop.bench;

import io.trunkline.launcher.Centre;
import io.trunkline.launcher.Demo;
import io.trunkline.launcher.Figures;
import io.trunkline.launcher.Plan;
import io.trunkline.launcher.Rest;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.VoiceCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/// Connect time and one-way delay of the desktop's voice and of the same SDK in headless Chromium, against the same
/// backend and simulator in the same run, call by call in turn.
///
/// Connect time is from asking the SDK until it has said that both sides are in the call and sound can flow. The delay
/// is from the far end's microphone to the frames that go to the loudspeaker here, and out from the microphone here to
/// the frames the far end is given.
final class VoiceBench {
    private static final int BURSTS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Centre centre;
    private final Rest agent;
    private final Map<String, List<Double>> connects;
    private final Map<String, List<Double>> delays;
    private final Map<String, List<Double>> out;
    private int callers = 1_000;

    private VoiceBench(Centre centre, List<Softphone> all) {
        this.centre = centre;
        this.agent = Demo.signIn(centre.backend(), Demo.AGENT, centre.secrets().password());
        this.connects = lists(all);
        this.delays = lists(all);
        this.out = lists(all);
    }

    public static void main(String[] arguments) throws Exception {
        var rounds = Integer.getInteger("bench.rounds", 5);
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "bench")), "voice")
                .toAbsolutePath();
        var checkout = Path.of("..").toAbsolutePath().normalize();
        Platform.startup(() -> {});
        // the agent of this bench has no desktop that could ring
        var settings = Map.of("TRUNKLINE_ROUTING_RING_PROOF", "0s");
        try (var centre = Centre.start(Plan.test(checkout, folder.resolve("centre")), settings);
                var desktop = new DeskPhone();
                var browser = new BrowserPhone(sdk(), folder)) {
            Demo.seed(centre);
            var all = List.<Softphone>of(desktop, browser);
            new VoiceBench(centre, all).run(all, rounds);
        } catch (Exception e) {
            // JavaFX and libwebrtc leave threads that keep a program alive
            e.printStackTrace();
            System.exit(1);
        }
        System.exit(0);
    }

    private static Map<String, List<Double>> lists(List<Softphone> all) {
        return Map.of(all.getFirst().name(), new ArrayList<>(), all.getLast().name(), new ArrayList<>());
    }

    private void run(List<Softphone> all, int rounds) throws Exception {
        for (var phone : all) {
            phone.register(agent.get("/api/v1/voice/credentials", VoiceCredentials.class));
        }
        for (var round = 0; round <= rounds; round++) {
            for (var phone : round % 2 == 0 ? all : all.reversed()) {
                call(phone, round > 0);
            }
        }
        tell(all.getFirst().name(), all.getLast().name());
    }

    /// One call; the first of each warms up and is not counted.
    private void call(Softphone phone, boolean counts) throws Exception {
        var number = number();
        var outbound = agent.post("/api/v1/calls", Map.of("command", UUID.randomUUID(), "to", number));
        var reservation =
                new ReservationId(UUID.fromString(outbound.path("reservation").asText()));
        var connected = phone.connect(reservation);
        await(() -> !leg(number).isEmpty());
        var far = new FarEar(centre.simulator().base(), leg(number));
        centre.simulator().put("/control/calls/" + leg(number) + "/voice", Map.of("bursts", 1_000));
        var heard = phone.hear(BURSTS);
        if (counts) {
            connects.get(phone.name()).add(connected);
            delays.get(phone.name()).addAll(heard);
            out.get(phone.name()).addAll(far.delays(BURSTS / 2 - 1));
        }
        phone.hangUp();
        end(outbound.path("interaction").asText());
    }

    /// The carrier's leg to that phone once it has picked up; empty before.
    private String leg(String number) {
        for (var call : centre.simulator().get("/control/ledger?webhooks=false").path("calls")) {
            if (call.path("to").asText().equals(number)
                    && call.path("status").asText().equals("in-progress")) {
                return call.path("sid").asText();
            }
        }
        return "";
    }

    /// A phone of its own for each call, which picks up at once.
    private String number() {
        var number = "+1202555" + callers++;
        centre.simulator().post("/control/phones", Map.of("number", number, "answer", "answers", "afterSeconds", 0));
        return number;
    }

    private void end(String interaction) {
        agent.post("/api/v1/interactions/" + interaction + "/call/hang-up", Map.of("command", UUID.randomUUID()));
        await(() -> agent.get("/api/v1/interactions/" + interaction)
                .path("interaction")
                .path("state")
                .asText()
                .equals("WRAPPING"));
        agent.post("/api/v1/interactions/" + interaction + "/complete", Map.of("command", UUID.randomUUID()));
    }

    private void tell(String ours, String peer) {
        var connect = median(connects.get(ours)) / median(connects.get(peer));
        Figures.record("voice.connect." + ours + ".p50", median(connects.get(ours)), "ms", "told", true);
        Figures.record("voice.connect." + peer + ".p50", median(connects.get(peer)), "ms", "told", true);
        Figures.record("voice.connect.ratio", connect, "x", "<= 1.2", connect <= 1.2);
        tell("voice.delay.", delays, ours, peer);
        tell("voice.delay.out.", out, ours, peer);
    }

    private static void tell(String what, Map<String, List<Double>> all, String ours, String peer) {
        var added = median(all.get(ours)) - median(all.get(peer));
        Figures.record(what + ours + ".p50", median(all.get(ours)), "ms", "told", true);
        Figures.record(what + peer + ".p50", median(all.get(peer)), "ms", "told", true);
        Figures.record(what + "added", added, "ms", "<= 20", added <= 20);
    }

    private static double median(List<Double> all) {
        var sorted = all.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    private static void await(BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The call did not end");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(700));
        }
    }

    private static byte[] sdk() throws IOException {
        try (var in = Objects.requireNonNull(
                VoiceBench.class.getResourceAsStream("/io/trunkline/desktop/softphone/device/sdk/twilio.min.js"))) {
            return in.readAllBytes();
        }
    }
}
