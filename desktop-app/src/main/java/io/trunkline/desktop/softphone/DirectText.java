package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.text.Text;
import io.trunkline.model.call.DirectOutcome;

/// Words for what the backend tells of a call between colleagues.
final class DirectText {
    private DirectText() {}

    /// To the caller; empty where both know it anyway.
    static String called(DirectOutcome what, String name) {
        return switch (what) {
            case ANSWERED -> Text.of("softphone.direct.over", name);
            case BUSY -> Text.of("softphone.direct.engaged", name);
            case REJECTED -> Text.of("softphone.direct.rejected", name);
            case NO_ANSWER -> Text.of("softphone.direct.timedOut", name);
            case CANCELED -> "";
            case FAILED -> Text.of("softphone.direct.failed", name);
        };
    }

    /// To whoever was rung and did not take it.
    static String missed(DirectOutcome what, String name) {
        return switch (what) {
            case ANSWERED -> Text.of("softphone.direct.elsewhere", name);
            case BUSY, REJECTED -> Text.of("softphone.direct.elsewhereRejected", name);
            case NO_ANSWER -> Text.of("softphone.direct.missed", name);
            case CANCELED -> Text.of("softphone.direct.cancelled", name);
            case FAILED -> Text.of("softphone.direct.lost", name);
        };
    }
}
