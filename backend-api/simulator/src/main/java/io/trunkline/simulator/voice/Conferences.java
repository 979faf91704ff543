package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.webhook.Form;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// All rooms. A name means the room that is open under it, or a new one.
public final class Conferences {
    private final Map<String, Conference> bySid = new ConcurrentHashMap<>();
    private final Map<String, Conference> open = new ConcurrentHashMap<>();
    private final Map<String, Conference> byCall = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Exchange exchange;

    Conferences(Exchange exchange) {
        this.exchange = exchange;
    }

    public Optional<Conference> bySid(String sid) {
        return Optional.ofNullable(bySid.get(sid));
    }

    /// By id, or by the name of an open room.
    public Optional<Conference> find(String key) {
        return bySid(key)
                .or(() -> Optional.ofNullable(open.get(key)).filter(c -> c.status() != Conference.Status.COMPLETED));
    }

    /// The room a call is in.
    public Optional<Conference> of(Call call) {
        return Optional.ofNullable(byCall.get(call.sid()));
    }

    /// Newest first.
    public List<Conference> all() {
        return bySid.values().stream()
                .sorted(Comparator.comparing(Conference::created).reversed().thenComparing(Conference::sid))
                .toList();
    }

    /// Empty when the room refuses the call.
    Optional<Conference> join(String name, Call call, Terms terms) {
        var room = room(name, terms);
        byCall.put(call.sid(), room);
        if (!room.join(call, terms) || call.status().ended()) {
            leave(call, "participant_hung_up");
            return Optional.empty();
        }
        return Optional.of(room);
    }

    private Conference room(String name, Terms terms) {
        lock.lock();
        try {
            var now = open.get(name);
            if (now == null || now.status() == Conference.Status.COMPLETED) {
                now = new Conference(name, terms, exchange);
                open.put(name, now);
                bySid.put(now.sid(), now);
            }
            return now;
        } finally {
            lock.unlock();
        }
    }

    /// Takes a call out of its room, if it is in one.
    public boolean leave(Call call, String why) {
        var room = byCall.remove(call.sid());
        return room != null && room.leave(call, why);
    }

    /// A device muted or unmuted itself: what others hear changes.
    public void microphoneChanged(Call call) {
        of(call).ifPresent(Conference::changed);
        call.peer().ifPresent(p -> exchange.recordings().note(p));
        exchange.recordings().note(call);
    }

    /// Plays an announcement to one member or to all.
    public void announce(Conference room, Optional<Member> to, Hook announcement) {
        exchange.pace().run(() -> {
            exchange.webhooks()
                    .ask(
                            announcement,
                            Hook.post(""),
                            new Form()
                                    .put("AccountSid", exchange.account().sid())
                                    .put("ConferenceSid", room.sid()));
            room.announced(to, announcement.url());
        });
    }
}
