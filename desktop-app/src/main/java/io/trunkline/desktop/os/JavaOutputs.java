package io.trunkline.desktop.os;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;

/// The outputs Java Sound knows. It looks for new ones once a minute.
final class JavaOutputs implements Outputs {
    private static final AudioFormat FORMAT = new AudioFormat(Tones.RATE, 16, 1, true, false);
    private static final DataLine.Info LINE = new DataLine.Info(SourceDataLine.class, FORMAT);
    /// A tenth of a second: what is dropped or late is not more than that.
    private static final int BUFFER = Tones.RATE * 2 / 10;

    @Override
    public List<String> names() {
        return Arrays.stream(AudioSystem.getMixerInfo())
                .filter(each -> AudioSystem.getMixer(each).isLineSupported(LINE))
                .map(Mixer.Info::getName)
                .distinct()
                .toList();
    }

    @Override
    public Output open(String name) throws LineUnavailableException {
        try {
            var line = name.isEmpty() ? AudioSystem.getSourceDataLine(FORMAT) : named(name);
            line.open(FORMAT, BUFFER);
            line.start();
            return new Line(line);
        } catch (IllegalArgumentException e) {
            // so Java Sound says that there is no device at all
            var none = new LineUnavailableException(e.getMessage());
            none.initCause(e);
            throw none;
        }
    }

    private static SourceDataLine named(String name) throws LineUnavailableException {
        Optional<Mixer.Info> found = Arrays.stream(AudioSystem.getMixerInfo())
                .filter(each -> each.getName().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            throw new LineUnavailableException(name + " is not connected");
        }
        return AudioSystem.getSourceDataLine(FORMAT, found.get());
    }

    private record Line(SourceDataLine line) implements Output {
        @Override
        public boolean write(byte[] sound, int from, int count) {
            return line.write(sound, from, count) == count;
        }

        @Override
        public void drop() {
            line.stop();
            line.flush();
            line.start();
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
