package io.trunkline.desktop.softphone;

import io.trunkline.desktop.softphone.device.Measure;
import io.trunkline.desktop.softphone.device.Quality;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// How the line of the running call is, as the device tells it about once a second: quality, what it was measured
/// from, what is not good, and how loud both sides are.
final class LineReport {
    private final ReadOnlyObjectWrapper<Quality> quality = new ReadOnlyObjectWrapper<>(Quality.UNMEASURED);
    private final ReadOnlyObjectWrapper<@Nullable Measure> measure = new ReadOnlyObjectWrapper<>();
    private final ObservableList<String> warnings = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper unreachable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper soundless = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper spoken = new ReadOnlyDoubleWrapper();
    private final ReadOnlyDoubleWrapper heard = new ReadOnlyDoubleWrapper();

    ReadOnlyObjectProperty<Quality> quality() {
        return quality.getReadOnlyProperty();
    }

    /// Null until there is one, and between calls.
    ReadOnlyObjectProperty<@Nullable Measure> measure() {
        return measure.getReadOnlyProperty();
    }

    /// The carrier's names of what is not good now, the latest last.
    ObservableList<String> warnings() {
        return warnings;
    }

    /// The carrier does not answer the device now: who answers would not be heard.
    ReadOnlyBooleanProperty unreachable() {
        return unreachable.getReadOnlyProperty();
    }

    /// The carrier answers, and says that it does not take the device.
    ReadOnlyBooleanProperty refused() {
        return refused.getReadOnlyProperty();
    }

    /// This computer's sound system is gone: nothing is heard and nobody is heard.
    ReadOnlyBooleanProperty soundless() {
        return soundless.getReadOnlyProperty();
    }

    /// 0 to 1, as is [#heard()].
    ReadOnlyDoubleProperty spoken() {
        return spoken.getReadOnlyProperty();
    }

    ReadOnlyDoubleProperty heard() {
        return heard.getReadOnlyProperty();
    }

    void take(List<VoiceEvent> events) {
        for (var event : events) {
            switch (event) {
                case VoiceEvent.Line(var how, var of) -> {
                    quality.set(how);
                    measure.set(of);
                }
                case VoiceEvent.Warning(var name, var on) -> warn(name, on);
                case VoiceEvent.Levels(var mine, var theirs) -> {
                    spoken.set(mine);
                    heard.set(theirs);
                }
                case VoiceEvent.Connected _, VoiceEvent.Ended _ -> forget();
                case VoiceEvent.Registered _ -> signedIn();
                case VoiceEvent.Unregistered(var _, var on) -> signedOut(on);
                case VoiceEvent.SoundLost _ -> soundless.set(true);
                case VoiceEvent.SoundBack _ -> soundless.set(false);
                case VoiceEvent.Incoming _, VoiceEvent.IncomingOver _, VoiceEvent.Ringing _ -> {}
                case VoiceEvent.Muted _, VoiceEvent.Reconnecting _, VoiceEvent.Reconnected _ -> {}
                case VoiceEvent.Measured _, VoiceEvent.SoundChanged _, VoiceEvent.FellBack _ -> {}
            }
        }
    }

    private void signedIn() {
        unreachable.set(false);
        refused.set(false);
    }

    private void signedOut(boolean refusedIt) {
        unreachable.set(!refusedIt);
        refused.set(refusedIt);
    }

    private void warn(String name, boolean on) {
        warnings.remove(name);
        if (on) {
            warnings.add(name);
        }
    }

    /// A new call begins with a clean sheet.
    private void forget() {
        quality.set(Quality.UNMEASURED);
        measure.set(null);
        warnings.clear();
        spoken.set(0);
        heard.set(0);
    }
}
