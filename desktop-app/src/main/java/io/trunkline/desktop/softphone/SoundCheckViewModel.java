package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.softphone.device.Preflight;
import io.trunkline.desktop.softphone.device.SoundTest;
import io.trunkline.desktop.softphone.device.VoiceDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Tries the microphone and the way to the carrier: notices silence, and calls oneself.
final class SoundCheckViewModel {
    /// What is known of the microphone.
    enum Microphone {
        /// Nobody listens.
        IDLE,
        /// Somebody should speak.
        LISTENING,
        HEARD,
        /// It delivered nothing for a while.
        SILENT,
        /// It cannot be tried now: there is none, or it is in a call.
        REFUSED
    }

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final double SPEECH = 0.02;

    private final VoiceDevice device;
    private final Work work;
    private final Ticker ticker;
    private final UnaryOperator<DoubleConsumer> onFx;
    private final ReadOnlyObjectWrapper<Microphone> microphone = new ReadOnlyObjectWrapper<>(Microphone.IDLE);
    private final ReadOnlyDoubleWrapper level = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper calling = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Preflight> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> problem = new ReadOnlyObjectWrapper<>();
    private Running echo = Running.ENDED;
    private Subscription watching = Subscription.EMPTY;
    private @Nullable SoundTest test;
    private int round;

    /// `onFx` carries levels told by another thread to the FX thread.
    SoundCheckViewModel(VoiceDevice device, Work work, Ticker ticker, UnaryOperator<DoubleConsumer> onFx) {
        this.device = device;
        this.work = work;
        this.ticker = ticker;
        this.onFx = onFx;
    }

    ReadOnlyObjectProperty<Microphone> microphone() {
        return microphone.getReadOnlyProperty();
    }

    /// 0 to 1, while it is being tried.
    ReadOnlyDoubleProperty level() {
        return level.getReadOnlyProperty();
    }

    /// A call to oneself is on.
    ReadOnlyBooleanProperty calling() {
        return calling.getReadOnlyProperty();
    }

    /// What the last call to oneself showed.
    ReadOnlyObjectProperty<@Nullable Preflight> shown() {
        return shown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Trouble> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Listens to the microphone in use, from the beginning.
    void listen() {
        close();
        var mine = ++round;
        microphone.set(Microphone.LISTENING);
        watch(ticker.now().plus(PATIENCE));
        // not cancelled: a microphone that was opened must be closed
        work.run(
                () -> device.sound().listen(onFx.apply(now -> hear(mine, now))),
                opened -> opened(mine, opened),
                _ -> refused(mine));
    }

    void playBack() {
        if (test != null) {
            test.playBack();
        }
    }

    /// Stops listening and gives a call to oneself up.
    void close() {
        round++;
        echo.cancel();
        calling.set(false);
        watching.unsubscribe();
        var open = test;
        test = null;
        if (open != null) {
            open.close();
        }
        level.set(0);
        microphone.set(Microphone.IDLE);
    }

    /// Calls oneself through the carrier; the microphone cannot be tried meanwhile.
    void callMyself() {
        close();
        shown.set(null);
        problem.set(null);
        calling.set(true);
        echo = work.run("softphone.echo.running", device::preflight, this::measured, this::failed);
    }

    private void opened(int mine, SoundTest opened) {
        if (mine == round) {
            test = opened;
        } else {
            opened.close();
        }
    }

    private void refused(int mine) {
        if (mine == round) {
            watching.unsubscribe();
            microphone.set(Microphone.REFUSED);
        }
    }

    private void hear(int mine, double now) {
        if (mine != round) {
            return;
        }
        level.set(now);
        if (now >= SPEECH) {
            watching.unsubscribe();
            microphone.set(Microphone.HEARD);
        }
    }

    private void watch(Instant until) {
        watching.unsubscribe();
        watching = ticker.every(now -> {
            if (now.isAfter(until)) {
                watching.unsubscribe();
                microphone.set(Microphone.SILENT);
            }
        });
    }

    private void measured(Preflight now) {
        calling.set(false);
        shown.set(now);
    }

    private void failed(Exception e) {
        calling.set(false);
        problem.set(new Trouble(Text.of("softphone.echo.failed"), Text.of("softphone.echo.failed.next")));
    }
}
