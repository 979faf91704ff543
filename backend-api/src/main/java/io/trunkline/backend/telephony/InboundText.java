package io.trunkline.backend.telephony;

import java.util.List;

/// A text that came in. `sid` is the carrier's id of it.
public record InboundText(String sid, String from, String to, String body, List<Media> media) {
    public InboundText {
        media = List.copyOf(media);
    }

    /// A file that came with it.
    public record Media(String type, String url) {}
}
