package io.trunkline.desktop.look;

import io.trunkline.desktop.kit.control.StatusDot;
import io.trunkline.desktop.kit.control.StatusDot.Form;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.model.presence.PresenceState;

/// How each presence looks: a form and a colour of its own.
public record PresenceLook(Form form, String style, String key) {
    public static PresenceLook of(PresenceState presence) {
        return switch (presence) {
            case AVAILABLE -> new PresenceLook(Form.DISC, "available", "look.presence.available");
            case RESERVED -> new PresenceLook(Form.TARGET, "engaged", "look.presence.reserved");
            case ENGAGED -> new PresenceLook(Form.SQUARE, "engaged", "look.presence.engaged");
            case WRAP_UP -> new PresenceLook(Form.DIAMOND, "wrap-up", "look.presence.wrapUp");
            case AWAY -> new PresenceLook(Form.HALF, "away", "look.presence.away");
            case OFFLINE -> new PresenceLook(Form.RING, "offline", "look.presence.offline");
        };
    }

    public String text() {
        return Text.of(key);
    }

    public StatusDot dot() {
        return new StatusDot(form, style);
    }
}
