package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// audio-context.js: AudioContext; the SDK reads loudness from analysers and would play digits by oscillators.
@Timeout(60)
class ShimAudioContextTest {
    @Test
    void anAnalyserShowsWhatJavaMeasuredOfItsSide() throws Exception {
        try (var page = new ShimPage()) {
            page.run("""
                    const context = new AudioContext();
                    const loudness = (remote) => {
                      const analyser = context.createAnalyser();
                      analyser.fftSize = 32;
                      context.createMediaStreamSource(new MediaStream([new MediaStreamTrack("", remote)])).connect(analyser);
                      const bins = new Uint8Array(analyser.frequencyBinCount);
                      analyser.getByteFrequencyData(bins);
                      return bins.length + ":" + bins[15];
                    };
                    trunkline.levels(0.2, 1);
                    window.shown = loudness(false) + " " + loudness(true);""");
            assertThat(page.value("shown")).isEqualTo("16:51 16:255");
        }
    }

    @Test
    void anAnalyserOfNothingShowsNothing() throws Exception {
        try (var page = new ShimPage()) {
            page.run(
                    "trunkline.levels(1, 1); window.bins = new Uint8Array(4); new AudioContext().createAnalyser().getByteFrequencyData(bins)");
            assertThat(page.value("bins.join()")).isEqualTo("0,0,0,0");
        }
    }

    @Test
    void anOscillatorIsSilentAndEnds() throws Exception {
        try (var page = new ShimPage()) {
            page.run("""
                    const tone = new AudioContext().createOscillator();
                    tone.addEventListener("ended", () => { window.ended = true; });
                    tone.frequency.value = 770;
                    tone.start();
                    tone.stop(1);""");
            Soon.until("it ends", () -> page.value("window.ended").equals("true"));
        }
    }
}
