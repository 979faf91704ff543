/// Messages and threads: one lasting exchange per contact, worked on as interactions.
///
/// Law: owns `thread`, `message`, `message_delivery` and `attachment`; channels sit behind its [MessageChannel] port.
@NullMarked
package io.trunkline.backend.inbox;

import org.jspecify.annotations.NullMarked;
