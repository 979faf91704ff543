package io.trunkline.backend.telephony;

import io.trunkline.model.MessageId;
import io.trunkline.model.TenantId;
import java.time.Instant;

/// Whoever carries texts. Never called inside a transaction; every request ends within its own time limit.
public interface TextCarrier {
    /// A text on its way out.
    record Text(MessageId id, String from, String to, String body) {}

    /// Asks the carrier to send a text: `Done` with the carrier's id, or why not. Never throws.
    Reply send(TenantId tenant, Text text);

    /// Finds out whether a text that may have been asked for at `since` was taken: `Done` or `NotDone`, or `Later` when
    /// that can't be told now.
    Reply look(TenantId tenant, Text text, Instant since);

    /// Reads the notice of a text that came in.
    InboundText inbound(String body);

    /// Reads the notice of how far a text of ours came.
    TextReport report(String body);
}
