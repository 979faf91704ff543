package io.trunkline.desktop.look;

import io.trunkline.model.message.AuthorKind;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// How each kind of author looks.
public final class AuthorLook {
    private AuthorLook() {}

    public static Look of(AuthorKind author) {
        return switch (author) {
            case CONTACT -> new Look(Material2MZ.PERSON_OUTLINE, Look.PLAIN, "look.author.contact");
            case AGENT -> new Look(Material2AL.HEADSET_MIC, Look.PLAIN, "look.author.agent");
            case BOT -> new Look(Material2AL.ADB, Look.PLAIN, "look.author.bot");
            case SYSTEM -> new Look(Material2AL.INFO, Look.PLAIN, "look.author.system");
        };
    }
}
