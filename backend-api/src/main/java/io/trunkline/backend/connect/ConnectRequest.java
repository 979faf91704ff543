package io.trunkline.backend.connect;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What the command line asks for; never a secret.
///
/// `backend` is where the backend is asked directly, `standIn` a stand-in for Twilio to rehearse with. `numbers` are
/// those to be pointed here, or `all`. `flow` answers their calls and `textQueue` takes their texts; `queue` takes
/// both, and is made with a flow that leads to it where it is missing. `unproven` goes on although the way back is
/// not proven.
public record ConnectRequest(
        URI backend,
        Optional<URI> standIn,
        Optional<Path> credentials,
        Optional<String> tenant,
        Optional<String> email,
        List<String> numbers,
        boolean all,
        Optional<String> flow,
        Optional<String> queue,
        Optional<String> textQueue,
        boolean yes,
        boolean dryRun,
        boolean undo,
        boolean unproven) {
    public ConnectRequest {
        numbers = List.copyOf(numbers);
    }
}
