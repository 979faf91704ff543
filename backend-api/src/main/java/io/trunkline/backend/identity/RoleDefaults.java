package io.trunkline.backend.identity;

import static io.trunkline.model.identity.Permission.*;

import io.trunkline.model.identity.Permission;
import io.trunkline.model.identity.Role;
import java.util.EnumSet;
import java.util.Set;

/// What each role may do in a new tenant; afterwards the tenant's own rows say so.
final class RoleDefaults {
    private RoleDefaults() {}

    static Set<Permission> of(Role role) {
        return switch (role) {
            case ADMIN -> EnumSet.allOf(Permission.class);
            case SUPERVISOR ->
                EnumSet.of(
                        DESK_USE,
                        CALL_MAKE,
                        CONTACT_READ,
                        CONTACT_WRITE,
                        INTERACTION_READ,
                        INTERACTION_WRITE,
                        MESSAGE_WRITE,
                        PRESENCE_READ,
                        PRESENCE_OTHERS,
                        WALLBOARD_READ,
                        RECORDING_READ,
                        QUEUE_READ,
                        USER_READ,
                        NUMBER_READ,
                        FLOW_READ);
            case AGENT ->
                EnumSet.of(
                        DESK_USE,
                        CALL_MAKE,
                        CONTACT_READ,
                        CONTACT_WRITE,
                        INTERACTION_READ,
                        INTERACTION_WRITE,
                        MESSAGE_WRITE,
                        PRESENCE_READ,
                        WALLBOARD_READ,
                        QUEUE_READ);
            // a screen on a wall, whose password is kept beside it: no contact and no history may be read with it
            case VIEWER -> EnumSet.of(PRESENCE_READ, WALLBOARD_READ);
        };
    }
}
