package io.trunkline.desktop.os;

import io.trunkline.desktop.kit.work.FxThread;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Work;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The ringer and the chime, made here and not read from files, heard from the first moment on: from [#open()] to
/// [#close()] the way to the ringer's device stands open. Called on the FX thread; never blocks.
public final class Sounds {
    private final Work work;
    private final Outputs outputs;
    private final ReadOnlyObjectWrapper<Audible> audible = new ReadOnlyObjectWrapper<>(new Audible.Opening());
    private String device = "";
    private double volume = 0.8;
    private Speaker speaker;
    private Running feeding = Running.ENDED;
    private boolean ringing;
    private int round;

    public Sounds(Work work) {
        this(work, new JavaOutputs());
    }

    Sounds(Work work, Outputs outputs) {
        this.work = work;
        this.outputs = outputs;
        speaker = speaker();
    }

    /// From 0 to 1; 0 is the choice not to be rung by ear.
    public void volume(double share) {
        volume = Math.clamp(share, 0, 1);
        speaker.silence(volume == 0);
    }

    /// Rings and chimes on this output from now on; empty for the system's choice.
    public void on(String name) {
        device = name;
        speaker.use(name);
    }

    /// What [#on(String)] can choose from. Blocks.
    public List<String> outputs() {
        return outputs.names();
    }

    public ReadOnlyObjectProperty<Audible> audible() {
        return audible.getReadOnlyProperty();
    }

    /// Opens the way to the device ahead of the first ring.
    public void open() {
        close();
        audible.set(new Audible.Opening());
        speaker = speaker();
        speaker.use(device);
        speaker.silence(volume == 0);
        var opened = speaker;
        feeding = work.run(
                () -> {
                    opened.run();
                    return opened;
                },
                _ -> {},
                _ -> audible.set(new Audible.Unheard()));
    }

    public void close() {
        stop();
        speaker.close();
        feeding.cancel();
        feeding = Running.ENDED;
    }

    /// Rings until stopped. `heard` is called when the ring is on its way to an open device, or at once where
    /// somebody chose not to hear it; never after [#stop()].
    public void ring(Runnable heard) {
        ringing = true;
        play(Tones.ring(volume), true, heard);
    }

    /// Once, for a message; see [#ring(Runnable)].
    public void chime(Runnable heard) {
        if (!ringing) {
            play(Tones.chime(volume), false, heard);
        }
    }

    /// The ring once, to hear how loud it is. `silent` is called where this computer has no way to be heard.
    public void tryRing(Runnable silent) {
        if (audible.get() instanceof Audible.Unheard) {
            silent.run();
        } else if (!ringing) {
            play(Tones.ring(volume), false, () -> {});
        }
    }

    /// Nothing is heard from now on.
    public void stop() {
        ringing = false;
        round++;
        speaker.stop();
    }

    private void play(byte[] sound, boolean again, Runnable begun) {
        var mine = ++round;
        if (volume == 0) {
            begun.run();
            return;
        }
        speaker.play(new Speaker.Sound(
                sound,
                again,
                () -> FxThread.run(() -> {
                    if (mine == round) {
                        begun.run();
                    }
                })));
    }

    private Speaker speaker() {
        return new Speaker(outputs, now -> FxThread.run(() -> audible.set(now)));
    }
}
