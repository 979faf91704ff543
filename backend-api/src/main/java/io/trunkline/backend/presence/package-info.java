/// What each agent is doing now, and since when.
///
/// Law: owns `presence`, `agent_state` and `away_reason`; changed by the agent, by routing, by a supervisor with the
/// right, and by loss of the socket, which never ends a call.
@NullMarked
package io.trunkline.backend.presence;

import org.jspecify.annotations.NullMarked;
