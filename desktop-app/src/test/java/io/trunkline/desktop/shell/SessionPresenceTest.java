package io.trunkline.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.CommandIds;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.live.PresenceEvent;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SessionPresenceTest implements Work {
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    /// Answers wait here, to be given in any order.
    private final List<Runnable> answers = new ArrayList<>();

    private final Session session = new Session(Samples.me(), NINE);
    private boolean offline;
    private PresenceState truth = PresenceState.ENGAGED;
    private final SessionPresence presence = new SessionPresence(session, _ -> answer(), this, CommandIds::next);

    @Override
    public <T> Running run(String name, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        answers.add(() -> {
            T outcome;
            try {
                outcome = work.call();
            } catch (Exception e) {
                failed.accept(e);
                return;
            }
            done.accept(outcome);
        });
        return Running.ENDED;
    }

    @Test
    void aChoiceDuringWorkIsAWishUntilTheWorkEnds() {
        presence.choose(PresenceState.AWAY, "lunch");
        answers.removeFirst().run();
        assertThat(presence.wish().getValue()).isEqualTo(PresenceState.AWAY);
        become(PresenceState.WRAP_UP);
        assertThat(presence.wish().getValue()).isEqualTo(PresenceState.AWAY);
        become(PresenceState.AWAY);
        assertThat(presence.wish().getValue()).isNull();
    }

    @Test
    void theLatestChoiceWinsWhicheverAnswerComesFirst() {
        presence.choose(PresenceState.AVAILABLE, null);
        presence.choose(PresenceState.OFFLINE, null);
        answers.get(1).run();
        answers.get(0).run();
        assertThat(presence.wish().getValue()).isEqualTo(PresenceState.OFFLINE);
    }

    @Test
    void whatDidNotReachTheBackendIsSaidAndNoLongerWished() {
        offline = true;
        presence.choose(PresenceState.AVAILABLE, null);
        answers.removeFirst().run();
        assertThat(presence.wish().getValue()).isNull();
        assertThat(presence.trouble().getValue()).isNotNull();
        offline = false;
        truth = PresenceState.AVAILABLE;
        presence.choose(PresenceState.AVAILABLE, null);
        answers.removeFirst().run();
        assertThat(presence.trouble().getValue()).isNull();
        assertThat(presence.wish().getValue()).isNull();
    }

    private Presence answer() {
        if (offline) {
            throw new IllegalStateException("offline");
        }
        return new Presence(session.presence().get().agent(), truth, null, NINE);
    }

    private void become(PresenceState state) {
        var now = new Presence(session.presence().get().agent(), state, null, NINE);
        session.apply(new PresenceEvent.Changed(now, session.presence().get().state()));
    }
}
