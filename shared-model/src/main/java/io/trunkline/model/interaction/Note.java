package io.trunkline.model.interaction;

import io.trunkline.model.InteractionId;
import io.trunkline.model.NoteId;
import io.trunkline.model.identity.AgentRef;
import java.time.Instant;

/// What an agent wrote down.
public record Note(NoteId id, InteractionId interaction, AgentRef author, String text, Instant at) {}
