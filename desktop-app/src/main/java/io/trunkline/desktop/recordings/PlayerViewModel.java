package io.trunkline.desktop.recordings;

import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.Failures;
import io.trunkline.model.RecordingId;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionDetail;
import io.trunkline.model.recording.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One past interaction with its recordings, one of which may be playing.
final class PlayerViewModel {
    private final HistoryGateway gateway;
    private final AudioPlayer player;
    private final Work work;
    private final Ticker ticker;
    private final ReadOnlyObjectWrapper<@Nullable InteractionDetail> detail = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Recording> recordings = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RecordingId> opened = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Duration> position = new ReadOnlyObjectWrapper<>(Duration.ZERO);
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private Running loading = Running.ENDED;
    private Subscription following = Subscription.EMPTY;
    private @Nullable Interaction shown;

    PlayerViewModel(HistoryGateway gateway, AudioPlayer player, Work work, Ticker ticker) {
        this.gateway = gateway;
        this.player = player;
        this.work = work;
        this.ticker = ticker;
    }

    void deactivate() {
        loading.cancel();
        silence();
    }

    ReadOnlyObjectProperty<@Nullable InteractionDetail> detail() {
        return detail.getReadOnlyProperty();
    }

    ObservableList<Recording> recordings() {
        return recordings;
    }

    ReadOnlyObjectProperty<@Nullable Trouble> problem() {
        return problem.getReadOnlyProperty();
    }

    /// The recording in the player; null for none.
    ReadOnlyObjectProperty<@Nullable RecordingId> opened() {
        return opened.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Duration> position() {
        return position.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    private record Loaded(InteractionDetail detail, List<Recording> recordings) {}

    /// The same one as it is now is loaded again in place: what is shown stays, and what plays plays on.
    void show(@Nullable Interaction chosen) {
        if (Objects.equals(chosen, shown)) {
            return;
        }
        var same = chosen != null && shown != null && chosen.id().equals(shown.id());
        shown = chosen;
        if (same) {
            load();
            return;
        }
        silence();
        detail.set(null);
        recordings.clear();
        load();
    }

    /// A recording of the one that is shown has come.
    void stored(Recording recording) {
        if (shown != null && recording.interaction().equals(shown.id())) {
            load();
        }
    }

    void load() {
        var of = shown;
        problem.set(null);
        loading.cancel();
        if (of != null) {
            loading = work.run(
                    () -> new Loaded(gateway.detail(of.id()), gateway.recordings(of.id())),
                    this::loaded,
                    e -> problem.set(Failures.trouble("history.detail.failed", e)));
        }
    }

    /// Plays, or pauses what is playing.
    void toggle(Recording recording) {
        if (recording.id().equals(opened.get())) {
            if (player.playing()) {
                player.pause();
            } else {
                player.play();
            }
            playing.set(player.playing());
            return;
        }
        silence();
        loading = work.run(
                "history.audio.loading",
                () -> {
                    player.open(gateway.audio(recording.id()));
                    return recording;
                },
                this::ready,
                this::unheard);
    }

    void seek(Duration to) {
        player.seek(to);
        position.set(to);
    }

    private void ready(Recording recording) {
        opened.set(recording.id());
        player.play();
        following = ticker.every(_ -> {
            position.set(player.position());
            playing.set(player.playing());
        });
        playing.set(true);
    }

    private void unheard(Exception e) {
        problem.set(
                e instanceof AudioPlayer.Unplayable
                        ? new Trouble(Text.of("history.audio.unplayable"), Text.of("history.audio.unplayable.next"))
                        : Failures.trouble("history.audio.failed", e));
    }

    private void silence() {
        following.unsubscribe();
        player.close();
        opened.set(null);
        playing.set(false);
        position.set(Duration.ZERO);
    }

    private void loaded(Loaded found) {
        detail.set(found.detail());
        if (!found.recordings().equals(recordings)) {
            recordings.setAll(found.recordings());
        }
    }
}
