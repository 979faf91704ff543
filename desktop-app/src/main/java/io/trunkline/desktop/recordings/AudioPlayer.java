package io.trunkline.desktop.recordings;

import java.time.Duration;

/// Plays one recording at a time. Opening blocks; everything else returns at once.
public interface AudioPlayer extends AutoCloseable {
    /// Makes a WAV file ready. Throws [Unplayable] where the file or this computer cannot be heard.
    void open(byte[] wav);

    void play();

    void pause();

    /// Goes to a moment of the recording.
    void seek(Duration position);

    Duration position();

    Duration length();

    boolean playing();

    @Override
    void close();

    /// Why it cannot be heard, for the log.
    final class Unplayable extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Unplayable(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }
}
