package io.trunkline.model.live;

import io.trunkline.model.AgentId;
import io.trunkline.model.DirectCallId;
import io.trunkline.model.call.DirectOutcome;

/// What happens to a call between colleagues. Carriers tell a device that it rings no more, not why.
public sealed interface DirectCallEvent extends LiveEvent {
    DirectCallId call();

    /// One of the callee's devices took it.
    record Answered(DirectCallId call, AgentId caller, AgentId callee) implements DirectCallEvent {}

    record Ended(DirectCallId call, AgentId caller, AgentId callee, DirectOutcome outcome) implements DirectCallEvent {}
}
