package io.trunkline.model.interaction;

import java.util.List;

/// Everything known of one interaction, and the dispositions to choose from.
public record InteractionDetail(
        Interaction interaction,
        List<Participant> participants,
        List<Segment> segments,
        List<TimelineEntry> timeline,
        List<Note> notes,
        List<Disposition> dispositions,
        boolean dispositionRequired) {
    public InteractionDetail {
        participants = List.copyOf(participants);
        segments = List.copyOf(segments);
        timeline = List.copyOf(timeline);
        notes = List.copyOf(notes);
        dispositions = List.copyOf(dispositions);
    }
}
