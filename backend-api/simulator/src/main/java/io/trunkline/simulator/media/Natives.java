package io.trunkline.simulator.media;

import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether libwebrtc can be used on this machine, found out once.
public final class Natives {
    private static final Logger log = LoggerFactory.getLogger(Natives.class);

    private Natives() {}

    public static boolean present() {
        return Once.LOADED;
    }

    private static final class Once {
        static final boolean LOADED = load();

        private static boolean load() {
            try {
                new HeadlessAudioDeviceModule().dispose();
                return true;
            } catch (LinkageError | RuntimeException e) {
                log.warn(
                        "Calls are carried without sound, because libwebrtc cannot be loaded ({}): on Debian and Ubuntu"
                                + " install the package libpulse0.",
                        reason(e));
                return false;
            }
        }

        private static String reason(Throwable failed) {
            var why = failed;
            while (why.getCause() != null) {
                why = why.getCause();
            }
            return String.valueOf(why.getMessage());
        }
    }
}
