package io.trunkline.backend.interactions;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.interaction.InteractionDetail;

/// Puts together everything known of one interaction.
final class Details {
    private final InteractionStore interactions = new InteractionStore();
    private final ParticipantStore participants = new ParticipantStore();
    private final SegmentStore segments = new SegmentStore();
    private final Dispositions dispositions;
    private final Timeline timeline;
    private final Notes notes;
    private final Qualities qualities;

    Details(Dispositions dispositions, Timeline timeline, Notes notes, Qualities qualities) {
        this.dispositions = dispositions;
        this.timeline = timeline;
        this.notes = notes;
        this.qualities = qualities;
    }

    InteractionDetail of(Tx tx, InteractionId id) {
        var interaction = interactions.find(tx, id).orElseThrow(Interactions::unknown);
        QueueId queue = interaction.queue() == null ? null : interaction.queue().id();
        return new InteractionDetail(
                interaction,
                participants.of(tx, id),
                segments.of(tx, id),
                timeline.of(tx, id),
                notes.of(tx, id),
                qualities.of(tx, id),
                dispositions.offered(tx, queue),
                dispositions.required(tx, queue));
    }
}
