package io.trunkline.desktop.softphone;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.os.Audible;
import io.trunkline.desktop.softphone.device.SilentDevice;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import io.trunkline.model.Channel;
import io.trunkline.model.InteractionId;
import io.trunkline.model.Problem;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.NewCall;
import io.trunkline.model.call.Started;
import io.trunkline.model.call.Switch;
import io.trunkline.model.call.VoiceCredentials;
import io.trunkline.model.interaction.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Backend, device and ringer in one, which remember what they were asked.
final class FakePhone extends SilentDevice implements SoftphoneGateway, Ringer {
    final List<String> asked = new ArrayList<>();
    final ReadOnlyObjectWrapper<Audible> audible = new ReadOnlyObjectWrapper<>(new Audible.Ready(""));
    Runnable opened = () -> {};
    String refusal = "";
    boolean ringing;
    boolean away;
    Consumer<VoiceEvent> listener = _ -> {};

    private void hear(String what) {
        if (away) {
            throw new BackendFailure.Unreachable("away");
        }
        if (!refusal.isEmpty()) {
            throw new BackendFailure.Refused(new Problem("about:blank", "No", 409, refusal, null, List.of()));
        }
        asked.add(what);
    }

    @Override
    public void ringing(ReservationId reservation, Command command) {
        hear("ringing");
    }

    @Override
    public void accept(ReservationId reservation, Command command) {
        hear("accept");
    }

    @Override
    public void decline(ReservationId reservation, Command command) {
        hear("decline");
    }

    @Override
    public Started call(NewCall call) {
        hear("call " + call.to());
        return new Started(new InteractionId(Samples.id(1)), new ReservationId(Samples.id(2)));
    }

    @Override
    public void hold(InteractionId interaction, Switch on) {
        hear("hold " + on.on());
    }

    @Override
    public void mute(InteractionId interaction, Switch on) {
        hear("mute " + on.on());
    }

    @Override
    public void hangUp(InteractionId interaction, Command command) {
        hear("hang up");
    }

    @Override
    public VoiceCredentials credentials() {
        return new VoiceCredentials("token", "ben", Samples.NINE.plusSeconds(3600), "ws://localhost/signal");
    }

    @Override
    public void connect(ReservationId reservation, boolean muted) {
        asked.add(muted ? "connect muted" : "connect");
        listener.accept(new VoiceEvent.Muted(muted));
    }

    @Override
    public void mute(boolean on) {
        asked.add("device mute " + on);
        listener.accept(new VoiceEvent.Muted(on));
    }

    @Override
    public void sendDigits(String digits) {
        asked.add("digits " + digits);
    }

    @Override
    public void hangUp() {
        asked.add("device hang up");
    }

    @Override
    public void close() {
        asked.add("device closed");
    }

    @Override
    public ReadOnlyObjectProperty<Audible> audible() {
        return audible.getReadOnlyProperty();
    }

    @Override
    public void open() {}

    @Override
    public void ring(Channel channel, Runnable heard) {
        ringing = true;
        if (audible.get() instanceof Audible.Ready) {
            heard.run();
        } else {
            opened = heard;
        }
    }

    @Override
    public void test() {}

    @Override
    public List<String> devices() {
        return List.of("Headset", "Desk speaker");
    }

    @Override
    public void use(String device) {
        asked.add("rings on " + device);
    }

    @Override
    public void stop() {
        ringing = false;
    }
}
