package io.trunkline.backend.telephony;

import io.trunkline.model.AgentId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Sends a script to a centre.
final class StormRun {
    private static final int PERIL = 60;

    private final StormCentre centre;
    private final List<StormScript.Step> steps;
    private final SignedPost carrier;
    private final HttpClient desk = HttpClient.newHttpClient();
    private final Map<Integer, CountDownLatch> done = new ConcurrentHashMap<>();
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final Map<Integer, String> answers = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger delivered = new AtomicInteger();

    StormRun(StormCentre centre, StormScript script) {
        this.centre = centre;
        this.steps = script.steps();
        this.carrier = centre.carrier();
        for (var agent : script.agents()) {
            centre.agent(agent, "agent-" + agent.value());
        }
        for (var step : steps) {
            done.put(step.number(), new CountDownLatch(1));
            if (step.kind() == StormScript.Kind.HANDED_OVER) {
                centre.text(StormCentre.named(step.life()), step.form().get("to"));
            }
        }
    }

    /// Each once, in order, and each notice applied before the next thing happens.
    void inOrder() {
        var told = false;
        for (var step : steps) {
            var notice = step.kind() == StormScript.Kind.NOTICE;
            if (told && !notice) {
                centre.apply();
            }
            told = notice;
            send(step);
        }
        centre.apply();
    }

    /// Shuffled, each webhook one to three times, over several connections at once.
    void asAStorm(long seed, int connections) throws InterruptedException {
        var waiting = new ConcurrentLinkedQueue<>(shuffled(new Random(seed)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var connection = 0; connection < connections; connection++) {
                threads.execute(() -> drain(waiting));
            }
            threads.shutdown();
            if (!threads.awaitTermination(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the storm does not end");
            }
        }
    }

    private void drain(Queue<StormScript.Step> waiting) {
        for (var step = waiting.poll(); step != null; step = waiting.poll()) {
            send(step);
        }
    }

    /// Any order in which nothing comes before what it follows from. Repeats of a question come after its first
    /// delivery, but do not wait for the answer.
    private List<StormScript.Step> shuffled(Random random) {
        var following = new HashMap<Integer, List<StormScript.Step>>();
        var ready = new ArrayList<StormScript.Step>();
        for (var step : steps) {
            (step.after() < 0 ? ready : following.computeIfAbsent(step.after(), _ -> new ArrayList<>())).add(step);
        }
        var begun = new java.util.HashSet<Integer>();
        var order = new ArrayList<StormScript.Step>();
        while (!ready.isEmpty()) {
            var at = random.nextInt(ready.size());
            var step = ready.get(at);
            ready.set(at, ready.getLast());
            ready.removeLast();
            order.add(step);
            if (begun.add(step.number())) {
                ready.addAll(following.getOrDefault(step.number(), List.of()));
                for (var more = step.webhook() ? random.nextInt(3) : 0; more > 0; more--) {
                    ready.add(step);
                }
            }
        }
        return order;
    }

    private void send(StormScript.Step step) {
        if (step.after() >= 0) {
            await(done.get(step.after()));
        }
        try {
            switch (step.kind()) {
                case QUESTION, NOTICE -> post(step);
                case ACCEPT -> centre.accept(step.life(), AgentId.of(step.form().get("agent")));
                case CALL -> call(step.form().get("agent"), step.form().get("to"));
                case HANDED_OVER -> centre.handedOver(StormCentre.named(step.life()), step.life());
            }
        } catch (RuntimeException e) {
            wrong.add(step + ": " + e);
        } finally {
            done.get(step.number()).countDown();
        }
    }

    private void post(StormScript.Step step) {
        delivered.incrementAndGet();
        var form = new TreeMap<String, String>();
        step.form().forEach((name, value) -> form.put(name, filled(step, value)));
        var answer = carrier.post(filled(step, step.path()), form, "storm-" + step.number());
        if (answer.status() != 200) {
            wrong.add(step + ": " + answer);
        } else if (step.kind() == StormScript.Kind.QUESTION && !step.path().equals("/twilio/voice/agent")) {
            var before = answers.putIfAbsent(step.number(), answer.body());
            if (before != null && !before.equals(answer.body())) {
                wrong.add(step + ": " + answer.body() + " after " + before);
            }
        }
    }

    private String filled(StormScript.Step step, String text) {
        if (!text.contains("{")) {
            return text;
        }
        return text.replace("{interaction}", known(step.life(), "interaction"))
                .replace("{leg}", text.contains("{leg}") ? known(step.life(), "leg") : "")
                .replace("{reservation}", text.contains("{reservation}") ? reservation(step) : "");
    }

    private String known(String life, String what) {
        return known.computeIfAbsent(life + what, _ -> {
            var column = what.equals("leg") ? "id" : "interaction_id";
            return life.startsWith("CA")
                    ? centre.ask("select %s from leg where call_sid = '%s'".formatted(column, life))
                    : centre.ask("""
                            select l.%s from leg l join reservation r on r.interaction_id = l.interaction_id
                            where r.agent_id = '%s' and l.role = 'CONTACT'""".formatted(column, life));
        });
    }

    private String reservation(StormScript.Step step) {
        var agent = step.form().get("From").substring("client:".length());
        return known.computeIfAbsent(
                agent, _ -> centre.ask("select id from reservation where agent_id = '%s'".formatted(agent)));
    }

    private void call(String agent, String to) {
        var body = "{\"command\": \"%s\", \"to\": \"%s\"}".formatted(java.util.UUID.randomUUID(), to);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + centre.port() + "/api/v1/calls"))
                .header("Content-Type", "application/json")
                .header("X-Agent", agent)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var response = desk.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 201) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PERIL, TimeUnit.SECONDS)) {
                throw new IllegalStateException("what it follows from is never answered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// What was not answered well, or differently when it was asked again.
    List<String> wrong() {
        return List.copyOf(wrong);
    }

    int delivered() {
        return delivered.get();
    }
}
