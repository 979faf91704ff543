package io.trunkline.model.interaction;

import io.trunkline.model.call.AgentQuality;
import java.util.List;

/// Everything known of one interaction, and the dispositions to choose from. `qualities` tells how each agent's line
/// was in a call.
public record InteractionDetail(
        Interaction interaction,
        List<Participant> participants,
        List<Segment> segments,
        List<TimelineEntry> timeline,
        List<Note> notes,
        List<AgentQuality> qualities,
        List<Disposition> dispositions,
        boolean dispositionRequired) {
    public InteractionDetail {
        participants = List.copyOf(participants);
        segments = List.copyOf(segments);
        timeline = List.copyOf(timeline);
        notes = List.copyOf(notes);
        qualities = List.copyOf(qualities);
        dispositions = List.copyOf(dispositions);
    }
}
