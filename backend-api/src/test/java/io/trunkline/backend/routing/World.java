package io.trunkline.backend.routing;

import io.trunkline.backend.routing.Findings.Property;
import io.trunkline.model.ReservationId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// A router at work over a [Rows]: news may come twice or late, commits may wait, the router may be killed at any
/// step. Every call is judged, and recorded for the replay.
final class World {
    /// What reaches the router of an event; a planted fault changes or loses some.
    interface Fault extends Function<RouterEvent, List<RouterEvent>> {}

    private record Call(List<RouterEvent> events, long now, boolean fresh) {}

    final Rows ledger = new Rows();
    final Findings findings;
    final Random random;
    long now = 1_800_000_000_000_000L;
    Oracle oracle;
    Router router;
    private final long seed;
    private final RouterRules rules;
    private final Supplier<Fault> faults;
    private Fault fault;
    private final Deque<Decision> uncommitted = new ArrayDeque<>();
    private final List<RouterEvent> late = new ArrayList<>();
    private final List<RouterEvent> heard = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Decision> decided = new ArrayList<>();
    private List<Decision> fresh = new ArrayList<>();
    private Judge judge;
    private int steps;

    World(long seed, RouterRules rules, RouterRules judged, Supplier<Fault> faults, Findings findings) {
        this.seed = seed;
        this.rules = rules;
        this.faults = faults;
        this.fault = faults.get();
        this.findings = findings;
        this.random = new Random(seed);
        this.oracle = new Oracle(judged, now);
        this.judge = new Judge(oracle, findings);
        this.router = router(fresh, now, new Ids(seed));
        calls.add(new Call(List.of(), now, true));
    }

    /// Something was written: the router hears of it, now or later.
    void tell(RouterEvent event) {
        if (random.nextInt(100) < 4) {
            late.add(event);
        } else {
            hear(List.of(event));
        }
    }

    void tellLate() {
        while (!late.isEmpty()) {
            hear(List.of(late.remove(random.nextInt(late.size()))));
        }
    }

    void repeat() {
        if (!heard.isEmpty()) {
            hear(List.of(heard.get(random.nextInt(heard.size()))));
        }
    }

    void pass(long micros) {
        now += micros;
        hear(List.of());
    }

    void commit() {
        while (!uncommitted.isEmpty()) {
            ledger.commit(uncommitted.removeFirst(), now).ifPresent(this::tell);
        }
    }

    /// Kills the router, with all it had not committed, and lets another take over from the rows.
    void restart() {
        uncommitted.clear();
        late.clear();
        heard.clear();
        oracle = new Oracle(oracle.rules, now);
        judge = new Judge(oracle, findings);
        fresh = new ArrayList<>();
        fault = faults.get();
        router = router(fresh, now, new Ids(seed + 31L * calls.size()));
        calls.add(new Call(List.of(), now, true));
        call(ledger.rebuild());
        pass(0);
    }

    /// The same calls to a new router: the same decisions.
    void replay() {
        var again = new ArrayList<Decision>();
        Router other = null;
        fault = faults.get();
        for (var index = 0; index < calls.size(); index++) {
            var call = calls.get(index);
            if (call.fresh) {
                other = router(again, call.now, new Ids(index == 0 ? seed : seed + 31L * index));
                fault = faults.get();
            } else {
                send(other, call);
            }
        }
        findings.check(Property.P9, again.equals(decided), "seed " + seed);
    }

    String where() {
        return "seed " + seed + " step " + steps;
    }

    void nextStep() {
        steps++;
    }

    private void hear(List<RouterEvent> events) {
        heard.addAll(events);
        call(events);
    }

    private void call(List<RouterEvent> events) {
        oracle.now = Math.max(oracle.now, now);
        events.forEach(oracle::hear);
        var call = new Call(events, now, false);
        calls.add(call);
        fresh.clear();
        send(router, call);
        for (var decision : fresh) {
            judge.decided(decision, where());
            uncommitted.add(decision);
        }
        decided.addAll(fresh);
        judge.quiet(where());
    }

    private void send(Router to, Call call) {
        var events = call.events.stream().flatMap(e -> fault.apply(e).stream()).toList();
        if (events.isEmpty()) {
            to.advance(call.now);
        } else if (events.size() == 1) {
            to.on(events.getFirst(), call.now);
        } else {
            to.onAll(events, call.now);
        }
    }

    private Router router(List<Decision> out, long at, Supplier<ReservationId> ids) {
        return new Router(rules, ids, out::add, at);
    }

    private static final class Ids implements Supplier<ReservationId> {
        private final long high;
        private long low;

        Ids(long high) {
            this.high = high;
        }

        @Override
        public ReservationId get() {
            return new ReservationId(new UUID(high, low++));
        }
    }
}
