package io.trunkline.desktop.settings;

/// What the settings page tells about this sign-in.
public record About(String agent, String email, String tenant, String backend, String version) {}
