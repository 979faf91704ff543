package io.trunkline.desktop.softphone;

import io.trunkline.desktop.os.Audible;
import io.trunkline.model.Channel;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Tells an agent by ear that work is offered, on a device of its own. Called on the FX thread; never blocks.
public interface Ringer {
    /// Whether a ring would be heard now.
    ReadOnlyObjectProperty<Audible> audible();

    /// Opens the way to the device ahead of the first ring, until [#close()].
    void open();

    void close();

    /// A call rings until [#stop()], a text chimes once. `heard` is called on the FX thread once the sound is on its
    /// way to an open device, or the agent has chosen not to hear it; never after [#stop()].
    void ring(Channel channel, Runnable heard);

    void stop();

    /// Rings once, to hear it.
    void test();

    /// The devices it can ring on. Blocks.
    List<String> devices();

    /// Rings on this device from now on; empty for the system's choice.
    void use(String device);

    /// Says nothing, by choice: for tests, and where there is no sound.
    static Ringer silent() {
        return new Ringer() {
            @Override
            public ReadOnlyObjectProperty<Audible> audible() {
                return new ReadOnlyObjectWrapper<Audible>(new Audible.Silenced()).getReadOnlyProperty();
            }

            @Override
            public void open() {}

            @Override
            public void close() {}

            @Override
            public void ring(Channel channel, Runnable heard) {
                heard.run();
            }

            @Override
            public void stop() {}

            @Override
            public void test() {}

            @Override
            public List<String> devices() {
                return List.of();
            }

            @Override
            public void use(String device) {}
        };
    }
}
