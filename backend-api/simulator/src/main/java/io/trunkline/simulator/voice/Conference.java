package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.account.Sids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One room. It starts with the second member once anybody in it may start it, and ends with the last member, with one
/// who ends it by leaving, or on request.
public final class Conference {
    public enum Status {
        INIT,
        IN_PROGRESS,
        COMPLETED
    }

    /// Who was in it, for the ledger.
    public record Stay(
            String callSid,
            String label,
            Instant joined,
            @Nullable Instant left,
            String reason) {}

    private static final Logger log = LoggerFactory.getLogger(Conference.class);

    private final ReentrantLock lock = new ReentrantLock();
    private final String sid = Sids.next("CF");
    private final String name;
    private final Instant created;
    private final Exchange exchange;
    private final RoomNews news;
    private final Terms first;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final List<Stay> stays = new ArrayList<>();
    private volatile Status status = Status.INIT;
    private volatile String reason = "";
    private volatile String endedBy = "";
    private volatile @Nullable Instant ended;

    Conference(String name, Terms first, Exchange exchange) {
        this.name = name;
        this.first = first;
        this.exchange = exchange;
        this.created = exchange.pace().now();
        this.news = new RoomNews(this, first.events(), exchange);
    }

    /// False when the room has ended meanwhile, is full (16020) or the label is taken (16025).
    boolean join(Call call, Terms terms) {
        lock.lock();
        try {
            var taken = !terms.label().isEmpty()
                    && members.values().stream().anyMatch(m -> m.label().equals(terms.label()));
            if (status == Status.COMPLETED || members.size() >= terms.most() || taken) {
                return false;
            }
            var member = new Member(
                    call,
                    terms.label(),
                    terms.muted(),
                    false,
                    !terms.coached().isEmpty(),
                    terms.coached(),
                    terms.startsOnEnter(),
                    terms.endsOnExit(),
                    Hook.post(""),
                    exchange.pace().now());
            members.put(call.sid(), member);
            log.info("conference {} call {} joined", sid, call.sid());
            news.member("join", "participant-join", member);
            startIfReady();
        } finally {
            lock.unlock();
        }
        changed();
        return true;
    }

    private void startIfReady() {
        if (status == Status.INIT
                && members.size() >= 2
                && members.values().stream().anyMatch(Member::startsOnEnter)) {
            status = Status.IN_PROGRESS;
            log.info("conference {} started", sid);
            news.room("start", "conference-start");
            if (first.recorded()) {
                exchange.recordings().start(this, RecordingSource.CONFERENCE, first.recordingEvents());
            }
        }
    }

    /// False when the call is not in the room.
    boolean leave(Call call, String why) {
        lock.lock();
        try {
            var member = members.remove(call.sid());
            if (member == null) {
                return false;
            }
            left(member, why);
            var kicked = why.equals("participant_updated_via_api");
            if (member.endsOnExit()) {
                end(
                        "participant-with-end-conference-on-exit-" + (kicked ? "kicked" : "left"),
                        call.sid(),
                        "moderator_ended_conference");
            } else if (members.isEmpty()) {
                end(kicked ? "last-participant-kicked" : "last-participant-left", call.sid(), why);
            }
        } finally {
            lock.unlock();
        }
        call.mail(new Event.Removed());
        changed();
        return true;
    }

    private void left(Member member, String why) {
        log.info("conference {} call {} left: {}", sid, member.call().sid(), why);
        stays.add(new Stay(
                member.call().sid(),
                member.label(),
                member.joined(),
                exchange.pace().now(),
                why));
        news.left(member, why);
    }

    /// Ends the room for everybody in it.
    public void end() {
        lock.lock();
        try {
            end("conference-ended-via-api", "", "conference_ended_via_api");
        } finally {
            lock.unlock();
        }
    }

    private void end(String why, String by, String whyOthers) {
        if (status == Status.COMPLETED) {
            return;
        }
        status = Status.COMPLETED;
        reason = why;
        endedBy = by;
        ended = exchange.pace().now();
        for (var member : List.copyOf(members.values())) {
            members.remove(member.call().sid());
            left(member, whyOthers);
            member.call().mail(new Event.Removed());
        }
        log.info("conference {} ended: {}", sid, why);
        news.room("end", "conference-end");
        exchange.recordings().ended(this);
    }

    public Optional<Member> mute(String key, boolean on) {
        return change(
                key, m -> m.muted() == on ? m : m.muted(on), "mute", on ? "participant-mute" : "participant-unmute");
    }

    public Optional<Member> hold(String key, boolean on, Hook music) {
        return change(
                key,
                m -> m.held() == on ? m : m.held(on, music),
                "hold",
                on ? "participant-hold" : "participant-unhold");
    }

    public Optional<Member> coach(String key, boolean on, String whom) {
        return change(key, m -> m.coaching(on, whom), "modify", "participant-modify");
    }

    /// On hold nothing changes and nobody is told: the carrier does so too.
    public Optional<Member> endsOnExit(String key, boolean on) {
        return change(
                key, m -> m.held() || m.endsOnExit() == on ? m : m.endsOnExit(on), "modify", "participant-modify");
    }

    private Optional<Member> change(String key, UnaryOperator<Member> how, String event, String wire) {
        Member after;
        lock.lock();
        try {
            var before = find(key).orElse(null);
            if (before == null) {
                return Optional.empty();
            }
            after = how.apply(before);
            if (!after.equals(before)) {
                members.put(after.call().sid(), after);
                log.info("conference {} call {} {}", sid, after.call().sid(), wire);
                news.member(event, wire, after);
            }
        } finally {
            lock.unlock();
        }
        changed();
        return Optional.of(after);
    }

    /// By call or by label.
    public Optional<Member> find(String key) {
        return members().stream()
                .filter(m -> m.call().sid().equals(key)
                        || (!m.label().isEmpty() && m.label().equals(key)))
                .findFirst();
    }

    public List<Member> members() {
        lock.lock();
        try {
            return List.copyOf(members.values());
        } finally {
            lock.unlock();
        }
    }

    /// The legs whose voices reach this one; none on hold and before the start.
    List<Call> speakersTo(Call call) {
        var all = members();
        var listener = all.stream().filter(m -> m.call() == call).findFirst();
        if (status != Status.IN_PROGRESS || listener.isEmpty() || listener.get().held()) {
            return List.of();
        }
        return all.stream()
                .filter(m -> m.audibleTo(listener.get()))
                .map(Member::call)
                .toList();
    }

    void changed() {
        for (var member : members()) {
            member.call().mail(new Event.Changed());
            exchange.recordings().note(member.call());
            member.call().far().hears(member.call());
        }
        exchange.recordings().note(this);
    }

    void announced(Optional<Member> to, String url) {
        news.announced(to, url);
    }

    public List<Stay> stays() {
        lock.lock();
        try {
            var all = new ArrayList<>(stays);
            members.values().forEach(m -> all.add(new Stay(m.call().sid(), m.label(), m.joined(), null, "")));
            return List.copyOf(all);
        } finally {
            lock.unlock();
        }
    }

    public String sid() {
        return sid;
    }

    public String name() {
        return name;
    }

    public Status status() {
        return status;
    }

    public Instant created() {
        return created;
    }

    public Optional<Instant> ended() {
        return Optional.ofNullable(ended);
    }

    /// Why it ended, in the carrier's words; empty while it lasts.
    public String reason() {
        return reason;
    }

    public String endedBy() {
        return endedBy;
    }
}
