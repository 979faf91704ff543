package io.trunkline.desktop.look;

import io.trunkline.model.contact.Consent;
import org.kordamp.ikonli.material2.Material2AL;

/// How each consent looks.
public final class ConsentLook {
    private ConsentLook() {}

    public static Look of(Consent consent) {
        return switch (consent) {
            case UNKNOWN -> new Look(Material2AL.HELP_OUTLINE, Look.PLAIN, "look.consent.unknown");
            case GIVEN -> new Look(Material2AL.CHECK_CIRCLE_OUTLINE, Look.FINE, "look.consent.given");
            case WITHDRAWN -> new Look(Material2AL.BLOCK, Look.NOW, "look.consent.withdrawn");
        };
    }
}
