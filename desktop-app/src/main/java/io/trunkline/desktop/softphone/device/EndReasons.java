package io.trunkline.desktop.softphone.device;

import java.util.Set;

/// Reads why a leg ended out of what the SDK and the carrier say.
final class EndReasons {
    /// Signalling or media could not be made again: codes of voice.js.
    private static final Set<Integer> WAY_LOST = Set.of(31000, 31003, 31005, 31009, 53000, 53001, 53405, 53407, 53408);

    private static final Set<Integer> NOT_ANSWERED = Set.of(31408, 31480, 31487);
    private static final Set<Integer> REFUSED = Set.of(31486, 31600, 31603);

    private EndReasons() {}

    /// @param how the SDK's event: `disconnect`, `cancel`, `reject` or `transportClose`
    /// @param code the SDK's error, or 0
    static EndReason of(String how, int code) {
        return switch (how) {
            case "cancel" -> EndReason.CANCELLED;
            case "reject" -> EndReason.REJECTED;
            case "transportClose" -> EndReason.LOST;
            default -> code == 0 ? EndReason.HUNG_UP : of(code);
        };
    }

    static EndReason of(int code) {
        if (WAY_LOST.contains(code)) {
            return EndReason.LOST;
        }
        if (NOT_ANSWERED.contains(code)) {
            return EndReason.TIMED_OUT;
        }
        return REFUSED.contains(code) ? EndReason.REJECTED : EndReason.FAILED;
    }
}
