package io.trunkline.desktop.look;

import io.trunkline.model.message.MessageState;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// How each state of a message looks.
public final class MessageLook {
    private MessageLook() {}

    public static Look of(MessageState message) {
        return switch (message) {
            case RECEIVED -> new Look(Material2AL.CALL_RECEIVED, Look.PLAIN, "look.message.received");
            case QUEUED -> new Look(Material2MZ.SCHEDULE, Look.PLAIN, "look.message.queued");
            case SENDING -> new Look(Material2MZ.SCHEDULE, Look.PLAIN, "look.message.sending");
            case SENT -> new Look(Material2AL.DONE, Look.PLAIN, "look.message.sent");
            case DELIVERED -> new Look(Material2AL.DONE_ALL, Look.PLAIN, "look.message.delivered");
            case READ -> new Look(Material2AL.DONE_ALL, Look.FINE, "look.message.read");
            case UNDELIVERED -> new Look(Material2AL.ERROR_OUTLINE, Look.NOW, "look.message.undelivered");
            case FAILED -> new Look(Material2AL.ERROR_OUTLINE, Look.NOW, "look.message.failed");
        };
    }
}
