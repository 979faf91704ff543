package io.trunkline.backend;

import io.trunkline.backend.desktops.DesktopsConfig;
import io.trunkline.backend.identity.IdentityConfig;
import io.trunkline.backend.live.LiveConfig;
import io.trunkline.backend.platform.config.BackendConfig;
import io.trunkline.backend.platform.config.SettingFault;
import io.trunkline.backend.platform.config.Settings;
import io.trunkline.backend.platform.jobs.JobsConfig;
import io.trunkline.backend.presence.PresenceConfig;
import io.trunkline.backend.recordings.RecordingsConfig;
import io.trunkline.backend.routing.RoutingConfig;
import io.trunkline.backend.telephony.TelephonyConfig;
import java.util.List;
import java.util.function.Consumer;

/// Every settings record there is: for the reference, and for a check that starts nothing. A test holds it against what
/// a running backend asks for.
final class SettingsRecords {
    private static final List<Consumer<Settings>> ALL = List.of(
            BackendConfig::from,
            DesktopsConfig::from,
            IdentityConfig::from,
            JobsConfig::from,
            LiveConfig::from,
            PresenceConfig::from,
            RecordingsConfig::from,
            RoutingConfig::from,
            TelephonyConfig::from);

    private SettingsRecords() {}

    /// Reads them all; a record that cannot be made is told and the next one read.
    static void read(Settings settings, Consumer<SettingFault> faults) {
        for (var each : ALL) {
            try {
                each.accept(settings);
            } catch (SettingFault wrong) {
                faults.accept(wrong);
            }
        }
    }
}
