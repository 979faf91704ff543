package io.trunkline.simulator.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Optional;

/// A WAV that was read: one channel, at the rate it came with. PCM of 8 and 16 bit and µ-law are understood.
///
/// @param samples never changed
@SuppressWarnings("ArrayRecordComponent")
public record Clip(short[] samples, int rate) {
    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FORMAT = 0x20746d66;
    private static final int DATA = 0x61746164;

    /// Empty when the bytes are no WAV of a kind that is understood.
    public static Optional<Clip> read(byte[] wav) {
        var in = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < 12 || in.getInt() != RIFF || in.getInt(8) != WAVE) {
            return Optional.empty();
        }
        in.position(12);
        var coding = Optional.<Coding>empty();
        while (in.remaining() >= 8) {
            var kind = in.getInt();
            var size = Math.clamp(in.getInt() & 0xffff_ffffL, 0, in.remaining());
            var part = in.slice(in.position(), size).order(ByteOrder.LITTLE_ENDIAN);
            if (kind == FORMAT && size >= 16) {
                coding = Optional.of(Coding.read(part));
            } else if (kind == DATA) {
                return coding.filter(Coding::known).map(c -> new Clip(c.samples(part), c.rate()));
            }
            in.position(Math.min(in.limit(), in.position() + size + (size & 1)));
        }
        return Optional.empty();
    }

    public Duration length() {
        return Duration.ofMillis(1000L * samples.length / rate);
    }

    /// Plays it over and over.
    public Voice player() {
        return new Voice() {
            private double at;

            @Override
            public void next(short[] frame) {
                for (var i = 0; i < frame.length; i++) {
                    frame[i] = samples.length == 0 ? 0 : sample(at);
                    at = (at + (double) rate / Frame.RATE) % Math.max(1, samples.length);
                }
            }
        };
    }

    private short sample(double at) {
        var before = (int) at;
        var after = (before + 1) % samples.length;
        return Frame.clip(samples[before] + (at - before) * (samples[after] - samples[before]));
    }

    private record Coding(int kind, int channels, int rate, int bits) {
        private static final int PCM = 1;
        private static final int MU_LAW = 7;

        static Coding read(ByteBuffer in) {
            return new Coding(in.getShort(), in.getShort(), in.getInt(), in.getShort(14));
        }

        boolean known() {
            var depth = kind == PCM ? bits == 16 || bits == 8 : kind == MU_LAW && bits == 8;
            return depth && channels >= 1 && channels <= 8 && rate >= 4_000 && rate <= 192_000;
        }

        short[] samples(ByteBuffer in) {
            var samples = new short[in.remaining() / (channels * bits / 8)];
            for (var i = 0; i < samples.length; i++) {
                var sum = 0;
                for (var channel = 0; channel < channels; channel++) {
                    sum += one(in);
                }
                samples[i] = (short) (sum / channels);
            }
            return samples;
        }

        private int one(ByteBuffer in) {
            if (bits == 16) {
                return in.getShort();
            }
            return kind == PCM ? ((in.get() & 0xff) - 128) << 8 : muLaw(~in.get() & 0xff);
        }

        private static int muLaw(int code) {
            var size = ((((code & 0x0f) << 3) + 0x84) << ((code & 0x70) >> 4)) - 0x84;
            return (code & 0x80) == 0 ? size : -size;
        }
    }
}
