package io.trunkline.launcher.kill;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.launcher.Rest;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// An agent at a desktop without a screen: takes what is offered, talks, writes notes, hangs up, wraps up. Learns of
/// everything from the live feed alone, and says again, with the same command, whatever was not acknowledged.
final class Agent implements Runnable {
    /// What somebody was told is written down.
    record Said(String id, String about, String text) {}

    private final Rest backend;
    private final Feed feed;
    private final Device device;
    private final String me;
    private final Random random;
    private final LinkedBlockingQueue<JsonNode> inbox = new LinkedBlockingQueue<>();
    private final Map<String, Work> works = new LinkedHashMap<>();
    private final AtomicReference<String> toCall = new AtomicReference<>("");
    private final ConcurrentLinkedQueue<Said> notes = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Said> texts = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;
    private volatile boolean leaving;
    private int written;

    Agent(Rest signedIn, String token, HttpClient http, long seed) {
        backend = signedIn;
        random = new Random(seed);
        me = backend.get("/api/v1/me").path("id").asText();
        feed = new Feed(http, Feed.at(backend.base()), token, inbox::add);
        device = new Device(http, backend.get("/api/v1/voice/credentials"));
    }

    List<Runnable> parts() {
        return List.of(feed, device, this);
    }

    Feed feed() {
        return feed;
    }

    /// Notes that were acknowledged.
    List<Said> notes() {
        return List.copyOf(notes);
    }

    /// Texts whose sending was acknowledged.
    List<Said> texts() {
        return List.copyOf(texts);
    }

    List<String> refusals() {
        return List.copyOf(refusals);
    }

    /// Calls the number as soon as there is nothing else to do.
    void call(String number) {
        toCall.set(number);
    }

    /// From now on hangs up as soon as possible.
    void leave() {
        leaving = true;
    }

    void end() {
        ended = true;
        feed.end();
        device.end();
    }

    void available() {
        insist(() -> backend.put("/api/v1/presence", Map.of("command", UUID.randomUUID(), "state", "AVAILABLE")));
    }

    @Override
    public void run() {
        while (!ended) {
            try {
                var event = inbox.poll(20, TimeUnit.MILLISECONDS);
                while (event != null) {
                    hear(event);
                    event = inbox.poll();
                }
            } catch (InterruptedException _) {
                return;
            }
            for (var work : new ArrayList<>(works.values())) {
                pursue(work);
            }
            callOut();
        }
    }

    private void hear(JsonNode event) {
        if (event.path("presence").path("agent").path("id").asText().equals(me)
                && Set.of("AWAY", "OFFLINE")
                        .contains(event.path("presence").path("state").asText())) {
            available();
        }
        var reservation = event.path("reservation");
        if (!reservation.path("agent").asText().equals(me)) {
            return;
        }
        var id = reservation.path("id").asText();
        switch (event.path("type").asText()) {
            case "ReservationOffered", "ReservationAccepted", "ReservationWrapping" ->
                works.computeIfAbsent(id, _ -> new Work(reservation, random))
                        .state(reservation.path("state").asText());
            case "ReservationDeclined",
                    "ReservationExpired",
                    "ReservationNotRinging",
                    "ReservationWithdrawn",
                    "ReservationCompleted" -> works.remove(id);
            default -> {}
        }
    }

    private void pursue(Work work) {
        switch (work.state()) {
            case "OFFERED" -> accept(work);
            case "ACCEPTED" -> {
                if (work.written()) {
                    reply(work);
                } else {
                    talk(work);
                }
            }
            case "WRAPPING" -> complete(work);
            default -> {}
        }
    }

    /// Says that it rings, as a desktop does, and answers at once.
    private void accept(Work work) {
        var rings = Map.of("command", UUID.randomUUID());
        var command = Map.of("command", UUID.randomUUID());
        if (insist(() -> backend.post("/api/v1/reservations/" + work.reservation() + "/ringing", rings))
                && insist(() -> backend.post("/api/v1/reservations/" + work.reservation() + "/accept", command))) {
            work.state("ACCEPTED");
        } else {
            works.remove(work.reservation());
        }
    }

    private void talk(Work work) {
        if (!device.connected()) {
            if (work.mayTry()) {
                device.connect(work.reservation());
            }
            return;
        }
        work.talks();
        if (work.wantsToNote()) {
            note(work);
        }
        if (work.isSaid() || leaving) {
            var command = Map.of("command", UUID.randomUUID());
            if (work.hangsUpOnce()) {
                insist(() -> backend.post("/api/v1/interactions/" + work.interaction() + "/call/hang-up", command));
            }
        }
    }

    private void note(Work work) {
        var said = new Said(UUID.randomUUID().toString(), work.interaction(), "Note %d of %s".formatted(++written, me));
        var body = Map.of("command", said.id(), "text", said.text());
        if (insist(() -> backend.post("/api/v1/interactions/" + work.interaction() + "/notes", body))) {
            notes.add(said);
        }
    }

    private void reply(Work work) {
        var thread = new AtomicReference<>("");
        insist(() -> thread.set(backend.get("/api/v1/interactions/" + work.interaction())
                .path("interaction")
                .path("thread")
                .asText()));
        var said = new Said(UUID.randomUUID().toString(), thread.get(), "Answer %d of %s".formatted(++written, me));
        var body = Map.of("command", said.id(), "text", said.text());
        if (insist(() -> backend.post("/api/v1/threads/" + said.about() + "/messages", body))) {
            texts.add(said);
        }
        complete(work);
    }

    private void complete(Work work) {
        device.hangUp();
        note(work);
        insist(() -> backend.post(
                "/api/v1/interactions/" + work.interaction() + "/complete", Map.of("command", UUID.randomUUID())));
        works.remove(work.reservation());
    }

    private void callOut() {
        var number = works.isEmpty() ? toCall.getAndSet("") : "";
        if (!number.isEmpty()) {
            var wanted = Map.of("command", UUID.randomUUID(), "to", number);
            insist(() -> {
                var started = backend.post("/api/v1/calls", wanted);
                works.computeIfAbsent(
                                started.path("reservation").asText(),
                                id -> new Work(id, started.path("interaction").asText(), random))
                        .state("ACCEPTED");
            });
        }
    }

    /// Until it is done or refused; false when it is refused or the agent has left.
    private boolean insist(Runnable request) {
        while (!ended) {
            try {
                request.run();
                return true;
            } catch (Rest.Unreachable _) {
                Wait.briefly(50);
            } catch (Rest.Refused refused) {
                if (Set.of(404, 409, 400, 403, 401).contains(refused.status())) {
                    refusals.add(String.valueOf(refused.getMessage()));
                    return false;
                }
                Wait.briefly(50);
            }
        }
        return false;
    }
}
