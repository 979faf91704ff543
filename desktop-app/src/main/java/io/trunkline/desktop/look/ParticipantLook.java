package io.trunkline.desktop.look;

import io.trunkline.model.interaction.ParticipantRole;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// How each part in an interaction looks.
public final class ParticipantLook {
    private ParticipantLook() {}

    public static Look of(ParticipantRole participant) {
        return switch (participant) {
            case AGENT -> new Look(Material2AL.HEADSET_MIC, Look.PLAIN, "look.participant.agent");
            case CONTACT -> new Look(Material2MZ.PERSON_OUTLINE, Look.PLAIN, "look.participant.contact");
            case EXTERNAL -> new Look(Material2MZ.PHONE_FORWARDED, Look.PLAIN, "look.participant.external");
            case MONITOR -> new Look(Material2AL.HEARING, Look.SOON, "look.participant.monitor");
            case COACH -> new Look(Material2MZ.RECORD_VOICE_OVER, Look.SOON, "look.participant.coach");
            case BOT -> new Look(Material2AL.ADB, Look.PLAIN, "look.participant.bot");
        };
    }
}
