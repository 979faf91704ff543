package io.trunkline.desktop.settings;

import io.trunkline.desktop.kit.theme.ShadeChoice;
import java.util.Locale;
import java.util.Optional;

/// The settings of this computer. `backend`, `tenant` and `email` fill in the sign-in page; the first is empty until
/// somebody has said where the backend is.
///
/// @param volume of the ringer, 0 to 1; the ringer is on unless somebody turns it down
/// @param notices whether offers and messages are also told outside the window
/// @param sound the devices to talk with and to be rung by
public record Preferences(
        ShadeChoice shade,
        Locale language,
        double volume,
        boolean notices,
        SoundNames sound,
        String backend,
        String tenant,
        String email,
        Optional<WindowPlace> window) {

    public Preferences {
        volume = Math.clamp(volume, 0, 1);
    }

    /// What holds until somebody chooses otherwise.
    public static Preferences defaults() {
        return new Preferences(
                ShadeChoice.SYSTEM, Locale.getDefault(), 0.8, true, SoundNames.SYSTEM, "", "", "", Optional.empty());
    }

    Preferences with(ShadeChoice chosen) {
        return new Preferences(chosen, language, volume, notices, sound, backend, tenant, email, window);
    }

    Preferences with(Locale chosen) {
        return new Preferences(shade, chosen, volume, notices, sound, backend, tenant, email, window);
    }

    Preferences withVolume(double share) {
        return new Preferences(shade, language, share, notices, sound, backend, tenant, email, window);
    }

    Preferences withNotices(boolean told) {
        return new Preferences(shade, language, volume, told, sound, backend, tenant, email, window);
    }

    public Preferences with(SoundNames chosen) {
        return new Preferences(shade, language, volume, notices, chosen, backend, tenant, email, window);
    }

    /// Where the backend is.
    public Preferences at(String address) {
        return new Preferences(shade, language, volume, notices, sound, address, tenant, email, window);
    }

    /// After a sign-in.
    public Preferences signedIn(String address, String tenantName, String mail) {
        return new Preferences(shade, language, volume, notices, sound, address, tenantName, mail, window);
    }

    /// When the window closes.
    public Preferences with(WindowPlace place) {
        return new Preferences(shade, language, volume, notices, sound, backend, tenant, email, Optional.of(place));
    }
}
