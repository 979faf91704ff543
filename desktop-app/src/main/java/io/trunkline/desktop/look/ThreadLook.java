package io.trunkline.desktop.look;

import io.trunkline.model.message.ThreadState;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// How each state of a thread looks.
public final class ThreadLook {
    private ThreadLook() {}

    public static Look of(ThreadState thread) {
        return switch (thread) {
            case OPEN -> new Look(Material2AL.CHAT_BUBBLE_OUTLINE, Look.FINE, "look.thread.open");
            case PARKED -> new Look(Material2MZ.PAUSE_CIRCLE_OUTLINE, Look.PLAIN, "look.thread.parked");
            case SNOOZED -> new Look(Material2MZ.SNOOZE, Look.PLAIN, "look.thread.snoozed");
            case CLOSED -> new Look(Material2AL.DONE, Look.PLAIN, "look.thread.closed");
        };
    }
}
