package io.trunkline.desktop;

import io.trunkline.desktop.os.Sounds;
import io.trunkline.desktop.softphone.Ringer;
import io.trunkline.model.Channel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rings for a call and chimes for a text, through the system's loudspeaker.
final class OfferSounds implements Ringer {
    private static final Logger LOG = LoggerFactory.getLogger(OfferSounds.class);

    private final Sounds sounds;
    private boolean told;

    OfferSounds(Sounds sounds) {
        this.sounds = sounds;
    }

    @Override
    public void ring(Channel channel) {
        if (told) {
            return;
        }
        told = true;
        switch (channel) {
            case VOICE -> sounds.ring(OfferSounds::silent);
            case SMS -> sounds.chime(OfferSounds::silent);
        }
    }

    @Override
    public void stop() {
        told = false;
        sounds.stop();
    }

    private static void silent() {
        LOG.warn("An offer could not be heard: this computer plays no sound");
    }
}
