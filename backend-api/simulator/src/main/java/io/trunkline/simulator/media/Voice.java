package io.trunkline.simulator.media;

import java.util.Arrays;

/// Something that makes sound, one frame after the other.
public interface Voice {
    Voice QUIET = frame -> Arrays.fill(frame, (short) 0);

    /// Fills the frame with what comes next.
    void next(short[] frame);
}
