package io.trunkline.backend.inbox;

import io.trunkline.model.Channel;
import io.trunkline.model.QueueId;
import java.util.List;
import java.util.Optional;

/// A message that came in.
///
/// @param outsideId the carrier's id; a second arrival with the same one is the same message
/// @param queue where it waits for an agent; without one it waits in the thread for somebody to open it
public record Arrival(
        Channel channel,
        String from,
        String to,
        String text,
        String outsideId,
        Optional<QueueId> queue,
        List<File> files) {
    public Arrival {
        files = List.copyOf(files);
    }

    /// A file that came with it, to be fetched from `source`.
    public record File(String name, String type, String source) {}
}
