package io.trunkline.desktop.os;

import com.gluonhq.attach.lifecycle.LifecycleEvent;
import com.gluonhq.attach.lifecycle.LifecycleService;

/// Tells when the program goes to the background and comes back, where the system says so.
public final class Sleep {
    private Sleep() {}

    /// Runs `awake` each time the program comes back, so that connections are looked after at once.
    public static void onWake(Runnable awake) {
        LifecycleService.create().ifPresent(service -> service.addListener(LifecycleEvent.RESUME, awake));
    }
}
