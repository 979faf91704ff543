package io.trunkline.desktop.softphone;

import io.trunkline.model.Channel;

/// Tells an agent by ear that work is offered. Called on the FX thread; never blocks.
public interface Ringer {
    /// A call rings until [#stop()], a text chimes once; telling it again changes nothing.
    void ring(Channel channel);

    void stop();

    /// Says nothing: for tests, and where there is no sound.
    static Ringer silent() {
        return new Ringer() {
            @Override
            public void ring(Channel channel) {}

            @Override
            public void stop() {}
        };
    }
}
