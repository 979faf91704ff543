package io.trunkline.desktop.shell;

import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Node;

/// What a feature puts behind one place of the rail.
///
/// `view` is asked for anew whenever the language changes; what must be kept lives in the view model. `activate` and
/// `deactivate` tell the view model that it is seen and no longer seen. `badge` stands on the rail while above zero.
public record Page(
        Place place,
        Supplier<? extends Node> view,
        Runnable activate,
        Runnable deactivate,
        ObservableIntegerValue badge) {

    /// A page that needs neither telling nor a badge.
    public static Page of(Place place, Supplier<? extends Node> view) {
        return new Page(place, view, () -> {}, () -> {}, new ReadOnlyIntegerWrapper(0));
    }

    /// The same page with a badge.
    public Page with(ObservableIntegerValue count) {
        return new Page(place, view, activate, deactivate, count);
    }

    /// The desk: work, interaction and contact side by side.
    public static Page desk(Part work, Part interaction, Part contact) {
        var parts = new Part[] {work, interaction, contact};
        return new Page(
                Place.DESK,
                () -> new DeskPane(
                        work.view().get(),
                        interaction.view().get(),
                        contact.view().get()),
                () -> tell(parts, true),
                () -> tell(parts, false),
                new ReadOnlyIntegerWrapper(0));
    }

    private static void tell(Part[] parts, boolean seen) {
        for (var part : parts) {
            (seen ? part.activate() : part.deactivate()).run();
        }
    }
}
