package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.work.Running;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.softphone.SoundMemory.Names;
import io.trunkline.desktop.softphone.device.SoundChoice;
import io.trunkline.desktop.softphone.device.SoundDevices;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The sound devices of this computer and those the agent uses: chosen by name, remembered, used from the next moment
/// on, in a running call as well. The lists follow what is plugged in and out.
final class SoundViewModel {
    private record Found(List<String> microphones, List<String> speakers, List<String> ringers) {}

    private final SoundDevices devices;
    private final Ringer ringer;
    private final SoundMemory memory;
    private final Work work;
    private final ObservableList<String> microphones = FXCollections.observableArrayList();
    private final ObservableList<String> speakers = FXCollections.observableArrayList();
    private final ObservableList<String> ringers = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Names> chosen;
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper untested = new ReadOnlyBooleanWrapper();
    private Running looking = Running.ENDED;
    private boolean judged;

    SoundViewModel(SoundDevices devices, Ringer ringer, SoundMemory memory, Work work) {
        this.devices = devices;
        this.ringer = ringer;
        this.memory = memory;
        this.work = work;
        chosen = new ReadOnlyObjectWrapper<>(memory.chosen());
    }

    /// Uses what was chosen before, and looks what is there.
    void activate() {
        use(chosen.get());
        look();
    }

    void deactivate() {
        looking.cancel();
    }

    ObservableList<String> microphones() {
        return microphones;
    }

    ObservableList<String> speakers() {
        return speakers;
    }

    ObservableList<String> ringers() {
        return ringers;
    }

    ReadOnlyObjectProperty<Names> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /// The microphone or speaker that was chosen and is not connected; empty for none.
    ReadOnlyStringProperty missing() {
        return missing.getReadOnlyProperty();
    }

    /// Nobody has found good yet what was found first.
    ReadOnlyBooleanProperty untested() {
        return untested.getReadOnlyProperty();
    }

    void microphone(String name) {
        choose(was -> new Names(name, was.speaker(), was.ringer()));
    }

    void speaker(String name) {
        choose(was -> new Names(was.microphone(), name, was.ringer()));
    }

    void ringer(String name) {
        choose(was -> new Names(was.microphone(), was.speaker(), name));
    }

    /// Where the speaker has just gone, the lists say so.
    void playTones() {
        work.run(
                () -> {
                    devices.playTones();
                    return devices;
                },
                _ -> {},
                _ -> look());
    }

    void ring() {
        ringer.test();
    }

    /// Remembers that what is chosen among what is connected now was tried and found good.
    void passed() {
        memory.tested(these());
        untested.set(false);
    }

    /// Looks anew what is connected.
    void look() {
        looking.cancel();
        looking = work.run(
                () -> new Found(devices.microphones(), devices.speakers(), ringer.devices()), this::found, _ -> {});
    }

    void take(List<VoiceEvent> events) {
        for (var event : events) {
            if (event instanceof VoiceEvent.SoundChanged) {
                look();
            } else if (event instanceof VoiceEvent.FellBack(var name)) {
                missing.set(name);
            }
        }
    }

    private void choose(UnaryOperator<Names> how) {
        var next = how.apply(chosen.get());
        if (!next.equals(chosen.get())) {
            chosen.set(next);
            memory.choose(next);
            missing.set("");
            use(next);
        }
    }

    private void use(Names names) {
        ringer.use(names.ringer());
        work.run(
                () -> {
                    devices.use(new SoundChoice(names.microphone(), names.speaker()));
                    return names;
                },
                _ -> {},
                _ -> {});
    }

    private void found(Found now) {
        become(microphones, now.microphones());
        become(speakers, now.speakers());
        become(ringers, now.ringers());
        if (!isMissing(chosen.get().microphone(), microphones)
                && !isMissing(chosen.get().speaker(), speakers)) {
            missing.set("");
        }
        judge();
    }

    private boolean isMissing(String name, ObservableList<String> connected) {
        return name.equals(missing.get()) && !connected.contains(name);
    }

    private static void become(ObservableList<String> list, List<String> now) {
        if (!list.equals(now)) {
            list.setAll(now);
        }
    }

    /// Once, and not before the device is ready, which finds nothing until then: who plugs something in while they work
    /// is not asked to test it.
    private void judge() {
        var some = !microphones.isEmpty() || !speakers.isEmpty();
        if (some && !judged) {
            judged = true;
            untested.set(!these().equals(memory.tested()));
        }
    }

    /// The system's own choice may be another device tomorrow: then what is connected counts.
    private String these() {
        var names = chosen.get();
        var all = new ArrayList<>(List.of(names.microphone(), names.speaker(), names.ringer()));
        if (names.microphone().isEmpty()) {
            all.addAll(microphones.sorted());
        }
        if (names.speaker().isEmpty()) {
            all.addAll(speakers.sorted());
        }
        return String.join("|", all);
    }
}
