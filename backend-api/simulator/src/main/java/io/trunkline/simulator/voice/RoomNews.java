package io.trunkline.simulator.voice;

import io.trunkline.simulator.webhook.Form;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/// The callbacks of one conference, to whom its first member named. Numbered from 1.
final class RoomNews {
    private final Conference room;
    private final Subscription told;
    private final Exchange exchange;
    private final AtomicInteger sequence = new AtomicInteger();

    RoomNews(Conference room, Subscription told, Exchange exchange) {
        this.room = room;
        this.told = told;
        this.exchange = exchange;
    }

    void member(String event, String wire, Member member) {
        send(event, wire, about(member));
    }

    void left(Member member, String why) {
        var status = member.call().status();
        send(
                "leave",
                "participant-leave",
                about(member).put("ParticipantCallStatus", status.wire()).put("ReasonParticipantLeft", why));
    }

    void room(String event, String wire) {
        var form = new Form();
        if (event.equals("end")) {
            form.put("CallSidEndingConference", room.endedBy())
                    .put("ReasonConferenceEnded", room.reason())
                    .put("Reason", room.reason().replace('-', ' '));
        }
        send(event, wire, form);
    }

    void announced(Optional<Member> to, String url) {
        var form = to.map(RoomNews::about).orElseGet(Form::new).put("AnnounceUrl", url);
        send("announcement", "announcement-end", form);
    }

    private void send(String event, String wire, Form form) {
        var number = sequence.incrementAndGet();
        if (told.wants(event)) {
            var all = new Form()
                    .put("AccountSid", exchange.account().sid())
                    .put("ConferenceSid", room.sid())
                    .put("FriendlyName", room.name())
                    .put("StatusCallbackEvent", wire)
                    .put("SequenceNumber", number)
                    .put("Timestamp", Times.text(exchange.pace().now()));
            exchange.callbacks().tell(room.sid(), told.hook(), all.with(form));
        }
    }

    private static Form about(Member member) {
        var form = new Form()
                .put("CallSid", member.call().sid())
                .put("Muted", member.muted())
                .put("Hold", member.held())
                .put("Coaching", member.coaching())
                .put("EndConferenceOnExit", member.endsOnExit())
                .put("StartConferenceOnEnter", member.startsOnEnter());
        if (member.coaching()) {
            form.put("CallSidToCoach", member.coached());
        }
        return member.label().isEmpty() ? form : form.put("ParticipantLabel", member.label());
    }
}
