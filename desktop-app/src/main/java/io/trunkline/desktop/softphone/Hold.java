package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.CommandIds;
import io.trunkline.desktop.session.Failures;
import io.trunkline.model.InteractionId;
import io.trunkline.model.call.Switch;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.WritableValue;
import org.jspecify.annotations.Nullable;

/// Whether the contact is on hold, which the backend alone knows, and the agent's wish that it were otherwise.
final class Hold {
    private final SoftphoneGateway gateway;
    private final Work work;
    private final WritableValue<@Nullable Trouble> problem;
    private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper switching = new ReadOnlyBooleanWrapper();
    /// What was said of a hold that did not come about, true until hold changes.
    private @Nullable Trouble refusal;

    Hold(SoftphoneGateway gateway, Work work, WritableValue<@Nullable Trouble> problem) {
        this.gateway = gateway;
        this.work = work;
        this.problem = problem;
    }

    ReadOnlyBooleanProperty held() {
        return held.getReadOnlyProperty();
    }

    /// A change of it is on its way.
    ReadOnlyBooleanProperty switching() {
        return switching.getReadOnlyProperty();
    }

    void toggle(InteractionId call) {
        var on = !held.get();
        switching.set(true);
        problem.setValue(null);
        work.run(
                () -> {
                    gateway.hold(call, new Switch(CommandIds.next(), on));
                    return call;
                },
                _ -> switching.set(false),
                e -> {
                    switching.set(false);
                    problem.setValue(Failures.trouble("softphone.hold.failed", e));
                });
    }

    /// As the backend tells.
    void become(boolean now) {
        if (now != held.get()) {
            held.set(now);
            if (refusal != null && refusal.equals(problem.getValue())) {
                problem.setValue(null);
            }
            refusal = null;
        }
    }

    /// Nobody must believe that they are not heard, or that the contact is with them again.
    void refused(boolean on) {
        refusal = new Trouble(Text.of(on ? "softphone.hold.refused" : "softphone.resume.refused"), "");
        problem.setValue(refusal);
    }
}
