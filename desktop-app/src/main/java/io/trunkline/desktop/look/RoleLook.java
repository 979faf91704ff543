package io.trunkline.desktop.look;

import io.trunkline.model.identity.Role;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// How each role looks.
public final class RoleLook {
    private RoleLook() {}

    public static Look of(Role role) {
        return switch (role) {
            case ADMIN -> new Look(Material2MZ.SETTINGS, Look.PLAIN, "look.role.admin");
            case SUPERVISOR -> new Look(Material2MZ.SUPERVISOR_ACCOUNT, Look.PLAIN, "look.role.supervisor");
            case AGENT -> new Look(Material2AL.HEADSET_MIC, Look.PLAIN, "look.role.agent");
            case VIEWER -> new Look(Material2MZ.VISIBILITY, Look.PLAIN, "look.role.viewer");
        };
    }
}
