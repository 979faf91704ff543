package io.trunkline.desktop.inbox;

import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.interaction.ReservationState;
import java.time.Instant;

/// One piece of work the agent has taken. `since` is when it began, or when its wrap-up ends; `line` is what the
/// contact wrote last, or the queue.
record WorkItem(
        InteractionId interaction,
        Channel channel,
        ReservationState state,
        String contact,
        String line,
        int unread,
        Instant since,
        boolean countsDown) {}
