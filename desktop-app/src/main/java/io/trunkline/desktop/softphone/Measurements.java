package io.trunkline.desktop.softphone;

import io.trunkline.desktop.cache.Pending;
import io.trunkline.desktop.session.CommandIds;
import io.trunkline.desktop.session.Outbox;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.CallQuality;
import io.trunkline.model.call.QualityReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.collections.ListChangeListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells the ledger how the line was in each call, through the outbox, so that neither a crash nor an outage loses it.
final class Measurements {
    private static final Logger LOG = LoggerFactory.getLogger(Measurements.class);

    private static final int RECENT = 20;

    private final Outbox outbox;
    private final List<CallQuality> recent = new CopyOnWriteArrayList<>();
    private final ListChangeListener<Outbox.Entry> changes = _ -> giveUpRefused();
    private final SequencedMap<ReservationId, InteractionId> joined = new LinkedHashMap<>();

    Measurements(Outbox outbox) {
        this.outbox = outbox;
    }

    void activate() {
        outbox.entries().addListener(changes);
    }

    void deactivate() {
        outbox.entries().removeListener(changes);
    }

    /// What is measured for the reservation is of the call of this interaction.
    void of(ReservationId reservation, InteractionId interaction) {
        joined.putLast(reservation, interaction);
        if (joined.size() > RECENT) {
            joined.pollFirstEntry();
        }
    }

    void take(List<VoiceEvent> events) {
        for (var event : events) {
            if (event instanceof VoiceEvent.Measured(var of, var quality)) {
                remember(quality);
                Optional.ofNullable(of).map(joined::get).ifPresent(call -> report(call, quality));
            }
        }
    }

    private void report(InteractionId call, CallQuality quality) {
        outbox.send(
                new Pending.Quality(call, new QualityReport(CommandIds.next(), quality)),
                () -> {},
                e -> LOG.warn("How the line was in {} could not be kept", call, e));
    }

    /// How the line was in the last calls of this run, the oldest first; any thread may ask.
    List<CallQuality> recent() {
        return List.copyOf(recent);
    }

    private void remember(CallQuality quality) {
        recent.add(quality);
        if (recent.size() > RECENT) {
            recent.removeFirst();
        }
    }

    /// Nobody can do anything about a report the backend does not want.
    private void giveUpRefused() {
        outbox.entries().stream()
                .filter(each -> each.state() == Outbox.State.REFUSED && each.pending() instanceof Pending.Quality)
                .findFirst()
                .ifPresent(each -> {
                    LOG.warn("The backend does not take how a line was: {}", each);
                    outbox.discard(each.pending());
                });
    }
}
