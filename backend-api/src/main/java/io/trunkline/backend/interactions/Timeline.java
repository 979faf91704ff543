package io.trunkline.backend.interactions;

import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.live.LoggedEvent;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.AgentId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.TimelineEntry;
import io.trunkline.model.live.CallEvent;
import io.trunkline.model.live.DirectCallEvent;
import io.trunkline.model.live.InteractionEvent;
import io.trunkline.model.live.LiveEvent;
import io.trunkline.model.live.MessageEvent;
import io.trunkline.model.live.NoteEvent;
import io.trunkline.model.live.PresenceEvent;
import io.trunkline.model.live.QueueEvent;
import io.trunkline.model.live.RecordingEvent;
import io.trunkline.model.live.ReservationEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The story of an interaction, read from the log of events.
final class Timeline {
    private static final int MOST = 500;

    private final EventLog log;
    private final AgentNameStore names = new AgentNameStore();

    Timeline(EventLog log) {
        this.log = log;
    }

    List<TimelineEntry> of(Tx tx, InteractionId id) {
        var story = log.of(tx, id, MOST);
        var asked = story.stream()
                .map(LoggedEvent::event)
                .filter(ReservationEvent.class::isInstance)
                .map(each -> ((ReservationEvent) each).reservation().agent())
                .collect(Collectors.toSet());
        var called = names.of(tx, asked);
        return story.stream().map(each -> entry(each, called)).toList();
    }

    private static TimelineEntry entry(LoggedEvent logged, Map<AgentId, String> called) {
        return new TimelineEntry(logged.at(), logged.type(), facts(logged.event(), called));
    }

    private static Map<String, String> facts(LiveEvent event, Map<AgentId, String> called) {
        return switch (event) {
            case InteractionEvent.Transferred(var interaction, var target) -> {
                var facts = facts(interaction);
                facts.put("target", target);
                yield facts;
            }
            case InteractionEvent happened -> facts(happened.interaction());
            case NoteEvent.Added(var note) -> Map.of("author", note.author().name());
            case ReservationEvent happened ->
                Map.of(
                        "agent", called.getOrDefault(happened.reservation().agent(), ""),
                        "agentId", happened.reservation().agent().toString(),
                        "state", happened.reservation().state().name());
            case MessageEvent.Added added ->
                Map.of("message", added.message().id().toString());
            case MessageEvent.StateChanged(var message) ->
                Map.of(
                        "message",
                        message.id().toString(),
                        "state",
                        message.state().name());
            case MessageEvent.ThreadChanged(var thread) ->
                Map.of("thread", thread.id().toString());
            case RecordingEvent.Stored(var recording) ->
                Map.of("recording", recording.id().toString());
            case CallEvent.Changed(var call) -> Map.of("held", String.valueOf(call.held()));
            case CallEvent.HoldRefused(var _, var on) -> Map.of("held", String.valueOf(!on));
            case PresenceEvent _, QueueEvent _, DirectCallEvent _, LiveEvent.Unknown _ -> Map.of();
        };
    }

    private static Map<String, String> facts(Interaction interaction) {
        var facts = new TreeMap<String, String>();
        facts.put("state", interaction.state().name());
        facts.put("direction", interaction.direction().name());
        if (interaction.queue() != null) {
            facts.put("queue", interaction.queue().name());
        }
        if (interaction.agent() != null) {
            facts.put("agent", interaction.agent().name());
        }
        if (interaction.outcome() != null) {
            facts.put("outcome", interaction.outcome().name());
        }
        if (interaction.disposition() != null) {
            facts.put("disposition", interaction.disposition());
        }
        return facts;
    }
}
