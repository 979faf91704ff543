package io.trunkline.model.message;

import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.contact.ContactRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The lasting exchange with one contact. `interaction` is the open one, if any.
public record MessageThread(
        ThreadId id,
        ContactRef contact,
        Channel channel,
        ThreadState state,
        @Nullable InteractionId interaction,
        String preview,
        int unread,
        Instant lastAt) {}
