package io.trunkline.desktop.os;

import java.util.List;
import javax.sound.sampled.LineUnavailableException;

/// The sound outputs of this computer. Every method may block.
interface Outputs {
    /// By the names the system shows.
    List<String> names();

    /// Opens and starts the way to an output, or to the system's own choice for an empty name.
    Output open(String name) throws LineUnavailableException;

    /// An open way to one output.
    interface Output extends AutoCloseable {
        /// Blocks while what was written before is being heard; false when the device takes no more, as when it was
        /// unplugged.
        boolean write(byte[] sound, int from, int count);

        /// What was written and is not yet heard never will be.
        void drop();

        @Override
        void close();
    }
}
