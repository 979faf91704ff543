package io.trunkline.desktop.recordings;

import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.live.LiveEvent;
import io.trunkline.model.live.RecordingEvent;
import javafx.scene.Node;
import javafx.util.Subscription;

/// Wires the page of past interactions and their audio.
public final class RecordingsFeature {
    private final Session session;
    private final HistoryViewModel history;
    private final PlayerViewModel player;
    private Subscription choosing = Subscription.EMPTY;

    public RecordingsFeature(Session session, HistoryGateway gateway, AudioPlayer player, Work work, Ticker ticker) {
        this.session = session;
        history = new HistoryViewModel(session, gateway, work, ticker);
        this.player = new PlayerViewModel(gateway, player, work, ticker);
    }

    public void activate() {
        history.activate();
        choosing = Subscription.combine(history.chosen().subscribe(player::show), session.listen(this::happened));
    }

    /// Leaving the page ends what is playing.
    public void deactivate() {
        choosing.unsubscribe();
        player.deactivate();
        history.deactivate();
    }

    private void happened(LiveEvent event) {
        if (event instanceof RecordingEvent.Stored(var recording)) {
            player.stored(recording);
        }
    }

    public Node page() {
        return new HistoryView(history, player);
    }
}
