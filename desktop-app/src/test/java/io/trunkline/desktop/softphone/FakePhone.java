package io.trunkline.desktop.softphone;

import io.trunkline.desktop.Samples;
import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.os.Audible;
import io.trunkline.desktop.softphone.device.EndReason;
import io.trunkline.desktop.softphone.device.Measure;
import io.trunkline.desktop.softphone.device.Preflight;
import io.trunkline.desktop.softphone.device.SilentDevice;
import io.trunkline.desktop.softphone.device.SoundTest;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import io.trunkline.desktop.softphone.device.VoiceFailure;
import io.trunkline.model.AgentId;
import io.trunkline.model.Channel;
import io.trunkline.model.DirectCallId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.Problem;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.NewCall;
import io.trunkline.model.call.Started;
import io.trunkline.model.call.Switch;
import io.trunkline.model.call.TalkWay;
import io.trunkline.model.call.VoiceCredentials;
import io.trunkline.model.interaction.Command;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.presence.PresenceState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Backend, device and ringer in one, which remember what they were asked.
final class FakePhone extends SilentDevice implements SoftphoneGateway, Ringer {
    final List<String> asked = new ArrayList<>();
    final ReadOnlyObjectWrapper<Audible> audible = new ReadOnlyObjectWrapper<>(new Audible.Ready(""));
    Runnable opened = () -> {};
    String refusal = "";
    TalkWay way = TalkWay.DEVICE;
    List<String> microphones = List.of("Headset", "Built-in microphone");
    List<String> speakers = List.of("Headset", "Built-in speakers");
    Preflight preflight = new Preflight(Duration.ofMillis(700), new Measure(4.3, 0, 4, 40), List.of(), true);

    @Nullable
    VoiceFailure failure;

    private DoubleConsumer levels = _ -> {};
    boolean ringing;
    boolean away;
    Consumer<VoiceEvent> listener = _ -> {};
    Runnable onAccept = () -> {};
    Runnable onConnect = () -> {};
    DirectCallId direct = new DirectCallId(Samples.id(99));

    /// Happens when the backend has done what it was asked to and before it answers.
    Runnable beforeAnswer = () -> {};

    /// The backend does what it is asked to, and its answer does not arrive.
    boolean answersLost;

    private void answer() {
        beforeAnswer.run();
        if (answersLost) {
            throw new BackendFailure.Unreachable("The answer is lost");
        }
    }

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
        answer();
    }

    @Override
    public void decline(ReservationId reservation, Command command) {
        hear("decline");
    }

    @Override
    public Started call(NewCall call) {
        hear("call " + call.to());
        answer();
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
        onConnect.run();
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
        listener.accept(new VoiceEvent.Ended(EndReason.HUNG_UP, ""));
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

    @Override
    public List<Presence> colleagues() {
        return List.of(
                Samples.presence(Samples.BEN, PresenceState.ENGAGED),
                Samples.presence(Samples.MIA, PresenceState.AVAILABLE));
    }

    @Override
    public TalkWay talkWay() {
        return way;
    }

    @Override
    public TalkWay talkBy(TalkWay way) {
        hear("talk by " + way.kind() + " " + way.address());
        this.way = way;
        return way;
    }

    @Override
    public void ringOwnLine(ReservationId reservation, Command command) {
        hear("ring own line");
    }

    @Override
    public void talking(ReservationId reservation) {
        hear("talking");
    }

    @Override
    public void call(AgentId colleague, DirectCallId call) {
        direct = call;
        fail();
        asked.add("device call");
    }

    @Override
    public void accept() {
        onAccept.run();
        fail();
        asked.add("device accept");
    }

    @Override
    public void reject() {
        asked.add("device reject");
    }

    @Override
    public List<String> microphones() {
        return microphones;
    }

    @Override
    public List<String> speakers() {
        return speakers;
    }

    @Override
    public void playTones() {
        if (speakers.isEmpty()) {
            throw new VoiceFailure(0, "This computer has no speaker");
        }
        asked.add("tones");
    }

    @Override
    public SoundTest listen(DoubleConsumer level) {
        fail();
        levels = level;
        return new SoundTest() {
            @Override
            public void playBack() {
                asked.add("played back");
            }

            @Override
            public void close() {
                asked.add("microphone closed");
            }
        };
    }

    @Override
    public Preflight preflight() {
        fail();
        return preflight;
    }

    void speak(double level) {
        levels.accept(level);
    }

    private void fail() {
        if (failure != null) {
            throw failure;
        }
    }
}
