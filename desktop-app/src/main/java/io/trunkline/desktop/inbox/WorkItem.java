package io.trunkline.desktop.inbox;

import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.interaction.ReservationState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One piece of work the agent has taken. `since` is when the talk
/// began (null before), or when its wrap-up ends; `line` is what the
/// contact wrote last, or the queue.
record WorkItem(
        InteractionId interaction,
        Channel channel,
        ReservationState state,
        String contact,
        String line,
        int unread,
        @Nullable Instant since,
        boolean countsDown) {}
