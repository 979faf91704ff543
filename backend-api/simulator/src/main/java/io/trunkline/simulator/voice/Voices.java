package io.trunkline.simulator.voice;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Who is to be heard on each channel of a recording at this moment.
final class Voices {
    private final Exchange exchange;

    Voices(Exchange exchange) {
        this.exchange = exchange;
    }

    List<Set<String>> of(Recording recording) {
        var room = recording.room();
        if (room.isPresent()) {
            var all = new HashSet<String>();
            room.get().members().stream()
                    .filter(Member::speaks)
                    .forEach(m -> all.add(m.call().sid()));
            return List.of(Set.copyOf(all));
        }
        return recording.call().map(c -> of(recording, c)).orElse(List.of());
    }

    private List<Set<String>> of(Recording recording, Call call) {
        var said = speaks(call) ? Set.of(call.sid()) : Set.<String>of();
        var heard = Set.copyOf(exchange.calls().hears(call));
        if (recording.channels() == 2) {
            return List.of(said, heard);
        }
        var both = new HashSet<String>();
        both.addAll(recording.track().equals("outbound") ? Set.of() : said);
        both.addAll(recording.track().equals("inbound") ? Set.of() : heard);
        return List.of(Set.copyOf(both));
    }

    /// A leg that is held, or muted by itself or by the room, is recorded as silence; one that is being spoken to
    /// listens.
    boolean speaks(Call call) {
        var member = exchange.conferences().of(call).flatMap(r -> r.find(call.sid()));
        var talks = call.place().sound() instanceof Sound.Talk
                || call.place().verb().equals("Record");
        return talks && member.map(Member::speaks).orElse(!call.far().silent());
    }
}
