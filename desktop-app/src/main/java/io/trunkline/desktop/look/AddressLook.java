package io.trunkline.desktop.look;

import io.trunkline.model.contact.AddressKind;
import org.kordamp.ikonli.material2.Material2MZ;

/// How each kind of address looks.
public final class AddressLook {
    private AddressLook() {}

    public static Look of(AddressKind address) {
        return switch (address) {
            case PHONE -> new Look(Material2MZ.PHONE, Look.PLAIN, "look.address.phone");
            case EMAIL -> new Look(Material2MZ.MAIL_OUTLINE, Look.PLAIN, "look.address.email");
        };
    }
}
