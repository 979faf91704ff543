package io.trunkline.desktop.look;

import io.trunkline.model.Channel;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// How each channel looks.
public final class ChannelLook {
    private ChannelLook() {}

    public static Look of(Channel channel) {
        return switch (channel) {
            case VOICE -> new Look(Material2AL.CALL, Look.PLAIN, "look.channel.voice");
            case SMS -> new Look(Material2MZ.SMS, Look.PLAIN, "look.channel.sms");
        };
    }
}
