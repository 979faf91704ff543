package io.trunkline.desktop.notes;

import io.trunkline.desktop.cache.Drafts;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.DraftKeeper;
import io.trunkline.desktop.session.Outbox;
import io.trunkline.desktop.session.Session;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Wires the interaction in the middle: header, timeline, notes and wrap-up.
public final class NotesFeature {
    private final Ticker ticker;
    private final TimelineViewModel timeline;
    private final WrapUpViewModel wrapUp;

    public NotesFeature(Session session, NotesGateway gateway, Outbox outbox, Drafts drafts, Work work, Ticker ticker) {
        this.ticker = ticker;
        timeline = new TimelineViewModel(session, gateway, outbox, work, ticker);
        wrapUp = new WrapUpViewModel(session, timeline, gateway, outbox, new DraftKeeper(drafts, work, ticker), work);
    }

    /// From sign-in to sign-out, so that a draft is kept whatever page is seen.
    public void activate() {
        timeline.activate();
        wrapUp.activate();
    }

    public void deactivate() {
        wrapUp.deactivate();
        timeline.deactivate();
    }

    public Node header() {
        return new InteractionHeader(wrapUp, ticker);
    }

    public Node timeline() {
        return new TimelineView(timeline);
    }

    public Node wrapUp() {
        return new WrapUpView(wrapUp, ticker);
    }

    /// Whether wrap-up takes the composer's place.
    public ObservableValue<Boolean> wrapsUp() {
        return wrapUp.phase().isEqualTo(Phase.WRAPPING);
    }
}
