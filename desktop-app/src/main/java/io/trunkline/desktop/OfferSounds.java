package io.trunkline.desktop;

import io.trunkline.desktop.os.Audible;
import io.trunkline.desktop.os.Sounds;
import io.trunkline.desktop.softphone.Ringer;
import io.trunkline.model.Channel;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Rings for a call and chimes for a text, through the system's loudspeaker.
record OfferSounds(Sounds sounds) implements Ringer {
    @Override
    public ReadOnlyObjectProperty<Audible> audible() {
        return sounds.audible();
    }

    @Override
    public void open() {
        sounds.open();
    }

    @Override
    public void close() {
        sounds.close();
    }

    @Override
    public void ring(Channel channel, Runnable heard) {
        switch (channel) {
            case VOICE -> sounds.ring(heard);
            case SMS -> sounds.chime(heard);
        }
    }

    @Override
    public void stop() {
        sounds.stop();
    }

    @Override
    public void test() {
        sounds.tryRing(() -> {});
    }

    @Override
    public List<String> devices() {
        return sounds.outputs();
    }

    @Override
    public void use(String device) {
        sounds.on(device);
    }
}
