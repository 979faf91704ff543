package io.trunkline.desktop.settings;

import io.trunkline.desktop.kit.theme.ShadeChoice;
import io.trunkline.desktop.kit.work.Work;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The settings and their changes: each takes effect at once and is kept.
public final class SettingsViewModel {
    private final PreferencesFile file;
    private final Work work;
    private final ReadOnlyObjectWrapper<Preferences> now;
    private final ReadOnlyBooleanWrapper notKept = new ReadOnlyBooleanWrapper();

    /// `start` is what was read when the program started.
    public SettingsViewModel(Preferences start, PreferencesFile file, Work work) {
        this.file = file;
        this.work = work;
        now = new ReadOnlyObjectWrapper<>(start);
    }

    /// Whoever makes a setting true listens here.
    public ReadOnlyObjectProperty<Preferences> now() {
        return now.getReadOnlyProperty();
    }

    /// Whether the last change holds only until the program ends.
    public ReadOnlyBooleanProperty notKept() {
        return notKept.getReadOnlyProperty();
    }

    public void wear(ShadeChoice chosen) {
        change(before -> before.with(chosen));
    }

    public void speak(Locale chosen) {
        change(before -> before.with(chosen));
    }

    public void volume(double share) {
        change(before -> before.withVolume(share));
    }

    public void notices(boolean told) {
        change(before -> before.withNotices(told));
    }

    /// Any other change, as from the window or the sign-in.
    public void change(UnaryOperator<Preferences> how) {
        var next = how.apply(now.get());
        if (next.equals(now.get())) {
            return;
        }
        now.set(next);
        work.run(
                () -> {
                    file.write(next);
                    return next;
                },
                _ -> notKept.set(false),
                _ -> notKept.set(true));
    }
}
