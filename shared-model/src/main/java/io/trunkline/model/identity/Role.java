package io.trunkline.model.identity;

/// What somebody is in their tenant; permissions stand behind it.
public enum Role {
    ADMIN,
    SUPERVISOR,
    AGENT,
    VIEWER
}
