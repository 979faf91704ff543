package io.trunkline.backend.telephony;

import io.trunkline.model.message.MessageState;
import org.jspecify.annotations.Nullable;

/// How far a text of ours came. `error` is the carrier's code of what went wrong.
public record TextReport(
        String sid, MessageState state, @Nullable String error) {}
