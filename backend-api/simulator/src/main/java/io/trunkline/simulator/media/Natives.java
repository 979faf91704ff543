package io.trunkline.simulator.media;

import dev.onvoid.webrtc.media.audio.HeadlessAudioDeviceModule;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Whether libwebrtc can be used on this machine, found out once.
public final class Natives {
    private static final Logger log = LoggerFactory.getLogger(Natives.class);

    private static final String PULSE = "libpulse.so.0";

    private Natives() {}

    /// Says at the start what is missing, without loading what may never be needed.
    public static void check() {
        if (!linked()) {
            present();
        }
    }

    public static boolean present() {
        return Once.LOADED;
    }

    /// Whether the one library is there that libwebrtc needs and not every Linux has.
    @SuppressWarnings("restricted")
    private static boolean linked() {
        if (!System.getProperty("os.name").equals("Linux")) {
            return true;
        }
        try (var arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup(PULSE, arena);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static final class Once {
        static final boolean LOADED = load();

        private static boolean load() {
            if (!linked()) {
                return without(PULSE + " is not there");
            }
            try {
                new HeadlessAudioDeviceModule().dispose();
                return true;
            } catch (LinkageError | RuntimeException e) {
                return without(reason(e));
            }
        }

        private static boolean without(String why) {
            log.warn(
                    "Calls are carried without sound, because libwebrtc cannot be loaded ({}): on Debian and Ubuntu"
                            + " install the package libpulse0.",
                    why);
            return false;
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
