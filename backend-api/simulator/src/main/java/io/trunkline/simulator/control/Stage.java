package io.trunkline.simulator.control;

import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.account.PhoneNumber;
import io.trunkline.simulator.messaging.TextMessage;
import io.trunkline.simulator.messaging.Texts;
import io.trunkline.simulator.voice.Call;
import io.trunkline.simulator.voice.Direction;
import io.trunkline.simulator.voice.Exchange;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Plays a scenario: customers arrive by chance, phone or write to the account's numbers, and answer what is written.
final class Stage {
    private static final Logger log = LoggerFactory.getLogger(Stage.class);

    private final Map<String, Integer> turns = new ConcurrentHashMap<>();
    private final Exchange exchange;
    private final Texts texts;
    private final People people;
    private final long seed;
    private volatile @Nullable Show show;

    Stage(Exchange exchange, Texts texts, People people, long seed) {
        this.exchange = exchange;
        this.texts = texts;
        this.people = people;
        this.seed = seed;
    }

    Optional<Scenario> playing() {
        return Optional.ofNullable(show).map(Show::scenario);
    }

    /// @param to the number everybody calls and writes to; empty for the first that asks somebody
    void play(Scenario scenario, String to) {
        turns.clear();
        var next = new Show(scenario, to, scenario.seed() == 0 ? seed : scenario.seed());
        show = next;
        log.info("scenario {} started", scenario.name());
        soon(next, next.calls(), scenario.callsPerMinute(), () -> phone(next));
        soon(next, next.texts(), scenario.textsPerMinute(), () -> write(next));
    }

    void stop() {
        show = null;
    }

    /// Arrivals without memory: the time to the next one is exponential.
    private void soon(Show mine, Random lot, double perMinute, Runnable what) {
        if (perMinute > 0) {
            var seconds = -Math.log(1 - lot.nextDouble()) * 60 / perMinute;
            exchange.pace().later(Duration.ofMillis((long) (seconds * 1000)), () -> again(mine, lot, perMinute, what));
        }
    }

    private void again(Show mine, Random lot, double perMinute, Runnable what) {
        if (show == mine) {
            what.run();
            soon(mine, lot, perMinute, what);
        }
    }

    private void phone(Show mine) {
        var busy = exchange.calls().all().stream()
                .filter(c -> c.direction() == Direction.INBOUND
                        && !c.status().ended()
                        && !c.from().startsWith("client:"))
                .map(Call::from)
                .toList();
        var all = mine.scenario().customers();
        var who = all.get(mine.calls().nextInt(all.size()));
        if (!busy.contains(who.number()) && busy.size() < mine.scenario().mostCalls()) {
            line(PhoneNumber::voice)
                    .ifPresent(to -> exchange.calls()
                            .phone(who.number(), to, people.caller(who.digits(), who.patience(), who.talk())));
        }
    }

    private void write(Show mine) {
        var writers = mine.scenario().customers().stream()
                .filter(c -> !c.texts().isEmpty())
                .toList();
        if (!writers.isEmpty()) {
            var who = writers.get(mine.texts().nextInt(writers.size()));
            say(who, who.texts(), "text");
        }
    }

    private void say(Scenario.Customer who, List<String> all, String kind) {
        var turn = turns.merge(kind + who.number(), 1, Integer::sum) - 1;
        line(PhoneNumber::text).ifPresent(to -> texts.receive(who.number(), to, all.get(turn % all.size()), List.of()));
    }

    /// The first number that asks somebody.
    private Optional<String> line(Function<PhoneNumber, Hook> hook) {
        var wanted = Optional.ofNullable(show).map(Show::to).orElse("");
        return exchange.numbers().all().stream()
                .filter(n ->
                        wanted.isEmpty() ? !hook.apply(n).isEmpty() : n.number().equals(wanted))
                .map(PhoneNumber::number)
                .findFirst();
    }

    /// A text has reached a phone: its owner may answer.
    void read(TextMessage message) {
        var own = people.behaviour(message.to()).reply();
        if (!own.isEmpty()) {
            later(() -> texts.receive(message.to(), message.from(), own, List.of()));
            return;
        }
        playing().stream()
                .flatMap(s -> s.customers().stream())
                .filter(c -> c.number().equals(message.to()) && !c.replies().isEmpty())
                .findFirst()
                .ifPresent(c -> later(() -> say(c, c.replies(), "reply")));
    }

    private void later(Runnable what) {
        exchange.pace().later(Duration.ofSeconds(4), what);
    }
}
