package io.trunkline.desktop.settings;

import io.trunkline.desktop.os.ManagedSettings;

/// What the settings page tells about this sign-in, and what of it IT has set.
public record About(
        String agent, String email, String tenant, String backend, String version, ManagedSettings managed) {}
