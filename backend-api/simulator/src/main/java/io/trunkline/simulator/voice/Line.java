package io.trunkline.simulator.voice;

import io.trunkline.simulator.media.Ear;
import io.trunkline.simulator.media.Frame;
import io.trunkline.simulator.media.Hum;
import io.trunkline.simulator.media.Voice;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The sound of one call in both directions, made when it is asked for and once each tick. Media clock only, but for
/// the voice and the ears.
final class Line {
    private final Call call;
    private final Air air;
    private final short[] said = new short[Frame.SAMPLES];
    private final short[] heard = new short[Frame.SAMPLES];
    private final int[] sum = new int[Frame.SAMPLES];
    private final AtomicReference<@Nullable Ears> ears = new AtomicReference<>();
    private volatile Voice voice;
    private long saidAt = -1;
    private long heardAt = -1;
    private @Nullable Sound playing;
    private Voice player = Voice.QUIET;

    Line(Call call, Air air) {
        this.call = call;
        this.air = air;
        this.voice = call.far().voice().orElseGet(() -> new Hum(who(call)));
    }

    private static String who(Call call) {
        return call.direction() == Direction.INBOUND ? call.from() : call.to();
    }

    void speakWith(Voice other) {
        voice = other;
    }

    /// The ears of a far end that listens; those who only speak need none.
    Ears ears() {
        var now = ears.get();
        if (now == null) {
            ears.compareAndSet(null, new Ears(ear(), ear()));
            now = Objects.requireNonNull(ears.get());
        }
        return now;
    }

    private Ear ear() {
        return new Ear(air.exchange().pace()::byTheClock);
    }

    record Ears(Ear said, Ear heard) {}

    /// What comes from the far end.
    short[] said(long tick) {
        if (saidAt != tick) {
            saidAt = tick;
            var duplex = call.far().sound();
            if (duplex.isPresent()) {
                duplex.get().take(said);
            } else {
                voice.next(said);
            }
        }
        return said;
    }

    /// What the far end is given.
    short[] heard(long tick) {
        if (heardAt != tick) {
            heardAt = tick;
            hear(tick);
        }
        return heard;
    }

    private void hear(long tick) {
        var sound = call.place().sound();
        if (sound instanceof Sound.Talk) {
            playing = sound;
            air.mix(air.exchange().calls().speakers(call), tick, sum, heard);
            return;
        }
        if (!sound.equals(playing)) {
            playing = sound;
            player = air.player(sound);
        }
        player.next(heard);
    }

    /// One tick for a far end that listens.
    void tick(long tick) {
        var listening = ears();
        listening.said().hear(said(tick));
        listening.heard().hear(heard(tick));
        call.far().sound().ifPresent(duplex -> duplex.give(heard));
    }
}
