package io.trunkline.simulator.voice;

import io.trunkline.simulator.media.Frame;
import io.trunkline.simulator.media.Tape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// What a recording truly holds, from the moment somebody at one of its ends can be heard.
final class Reel {
    private static final short[] NOTHING = new short[Frame.SAMPLES];

    private final Exchange exchange;
    private final Recording recording;
    private final Tape tape;
    private final Duration from;
    private final int[] sum = new int[Frame.SAMPLES];
    private final short[] mixed = new short[Frame.SAMPLES];

    /// @param from how much of the recording had gone by
    Reel(Exchange exchange, Recording recording, Path file, Duration from) {
        this.exchange = exchange;
        this.recording = recording;
        this.from = from;
        try {
            this.tape = new Tape(file, recording.channels());
        } catch (IOException e) {
            throw new UncheckedIOException("recording " + recording.sid() + " cannot be written", e);
        }
    }

    Duration from() {
        return from;
    }

    Path close() {
        return tape.close();
    }

    void tick(long tick) {
        if (!recording.running()) {
            exchange.air().stop(this);
            return;
        }
        if (recording.cutNow()) {
            return;
        }
        var nothing = recording.channels() == 2 ? List.of(NOTHING, NOTHING) : List.of(NOTHING);
        tape.write(recording.status() == Recording.Status.IN_PROGRESS ? frames(tick) : nothing);
    }

    private List<short[]> frames(long tick) {
        var room = recording.room();
        if (room.isPresent()) {
            return List.of(mixed(room.get(), tick));
        }
        return recording.call().map(call -> frames(call, tick)).orElse(List.of(NOTHING));
    }

    private short[] mixed(Conference room, long tick) {
        var speakers =
                room.members().stream().filter(Member::speaks).map(Member::call).toList();
        exchange.air().mix(speakers, tick, sum, mixed);
        return mixed;
    }

    private List<short[]> frames(Call call, long tick) {
        var line = exchange.air().line(call);
        var said = exchange.recordings().voices().speaks(call) ? line.said(tick) : NOTHING;
        var heard = line.heard(tick);
        if (recording.channels() == 2) {
            return List.of(said, heard);
        }
        return switch (recording.track()) {
            case "inbound" -> List.of(said);
            case "outbound" -> List.of(heard);
            default -> List.of(both(said, heard));
        };
    }

    private short[] both(short[] said, short[] heard) {
        for (var i = 0; i < mixed.length; i++) {
            mixed[i] = Frame.clip(said[i] + heard[i]);
        }
        return mixed;
    }
}
