package io.trunkline.desktop.softphone;

import io.trunkline.desktop.cache.KeptMute;
import io.trunkline.desktop.kit.work.Frames;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.CommandIds;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.desktop.session.Outbox;
import io.trunkline.desktop.session.Session;
import io.trunkline.desktop.softphone.device.DialledVoiceDevice;
import io.trunkline.desktop.softphone.device.VoiceDevice;
import io.trunkline.desktop.softphone.device.VoiceDevices;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import io.trunkline.model.InteractionId;
import io.trunkline.model.call.CallQuality;
import io.trunkline.model.call.CallState;
import io.trunkline.model.call.TalkWay;
import io.trunkline.model.live.DirectCallEvent;
import io.trunkline.model.live.LiveEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// Wires offers, the running call, calls between colleagues, the dialer, and what one talks and is rung by.
public final class SoftphoneFeature {
    private final Session session;
    private final Ticker ticker;
    private final Ringer ringer;
    private final VoiceDevice device;
    private final DialledVoiceDevice ownLine;
    private final Voice voice;
    private final LineReport report = new LineReport();
    private final Measurements measurements;
    private final OffersViewModel offers;
    private final CallViewModel call;
    private final StillTalking still;
    private final DirectViewModel direct;
    private final DialerViewModel dialer;
    private final ColleaguesViewModel colleagues;
    private final SoundViewModel sound;
    private final SoundCheckViewModel check;
    private final TalkWayViewModel way;
    private final Runnable transfer;
    private final MapChangeListener<InteractionId, CallState> calls = change -> hear(change.getKey());
    private Optional<OfferWindow> window = Optional.empty();
    private Subscription following = Subscription.EMPTY;

    /// `devices` makes the voice device from what signs it in and who listens; `transfer` opens what transfers the
    /// running call.
    public SoftphoneFeature(
            Session session,
            SoftphoneGateway gateway,
            Outbox outbox,
            SoundMemory memory,
            KeptMute keptMute,
            Work work,
            Ticker ticker,
            Ringer ringer,
            VoiceDevices devices,
            Runnable transfer) {
        this.session = session;
        this.ticker = ticker;
        this.ringer = ringer;
        this.transfer = transfer;
        var events = new Events();
        device = devices.make(gateway::credentials, events.frames::offer);
        ownLine = new DialledVoiceDevice(of -> gateway.ringOwnLine(of, CommandIds.command()), events.frames::offer);
        voice = new Voice(device, work, ticker);
        measurements = new Measurements(outbox);
        var numbers = new Numbers(session.me());
        way = new TalkWayViewModel(gateway, work, numbers);
        call = new CallViewModel(session, gateway, voice, report, measurements, way.known(), keptMute, work, ticker);
        still = new StillTalking(session, gateway, call::talking, work, ticker);
        var bell = new Bell(
                gateway, ringer, work, _ -> window.filter(OfferWindow::raise).isPresent());
        direct = new DirectViewModel(
                device, bell, work, ticker, () -> call.lives().get());
        offers = new OffersViewModel(session, gateway, work, ticker, bell, ringer.audible(), offer -> {
            direct.leave();
            call.join(offer.interaction(), offer.id());
        });
        dialer = new DialerViewModel(session, gateway, work, numbers, call.lives(), started -> {
            direct.leave();
            session.selected().set(started.interaction());
            call.join(started.interaction(), started.reservation());
        });
        colleagues = new ColleaguesViewModel(session, gateway, work, ticker, direct::call);
        sound = new SoundViewModel(device.sound(), ringer, memory, work);
        check = new SoundCheckViewModel(device, work, ticker, SoftphoneFeature::onFx);
        events.takers.addAll(List.of(voice::take, report::take, measurements::take, direct::take, sound::take));
    }

    /// Begins to make ready what one talks by, which takes the processor for a while; a call that is sooner begins it.
    public void makeReady() {
        device.register();
    }

    /// From sign-in to sign-out, whatever page is seen.
    public void activate() {
        ringer.open();
        sound.activate();
        measurements.activate();
        session.calls().addListener(calls);
        following = Subscription.combine(
                way.way().subscribe(this::talkBy), session.onReload(this::askWay), session.listen(this::hear));
        way.load();
        call.activate();
        still.activate();
        offers.activate();
    }

    public void deactivate() {
        window.ifPresent(OfferWindow::close);
        window = Optional.empty();
        offers.deactivate();
        still.deactivate();
        call.deactivate();
        following.unsubscribe();
        session.calls().removeListener(calls);
        measurements.deactivate();
        check.close();
        sound.deactivate();
        ringer.close();
        ownLine.close();
        device.close();
    }

    public Node offersView() {
        return new VBox(
                new UnheardNote(whileTalkingHere(report.unreachable()), "softphone.line.unreachable"),
                new UnheardNote(whileTalkingHere(report.refused()), "softphone.line.refused"),
                new UnheardNote(whileTalkingHere(report.soundless()), "softphone.sound.lost"),
                new DirectView(direct),
                new OffersView(offers));
    }

    /// Whoever talks through a telephone need not know.
    private ObservableValue<Boolean> whileTalkingHere(ObservableBooleanValue trouble) {
        return Bindings.createBooleanBinding(
                () -> trouble.get() && way.way().get().kind() == TalkWay.Kind.DEVICE, trouble, way.way());
    }

    public Node callBar() {
        return new CallBar(call, ticker, transfer);
    }

    public Node dialerView() {
        return new DialerView(dialer, colleagues);
    }

    /// The devices one talks and is rung by, to choose and to try.
    public Node soundSettings() {
        return new SoundPane(sound, check, report, 160);
    }

    public Node talkWaySettings() {
        return new TalkWayPane(way);
    }

    /// The devices there are and those in use, for diagnostics; any thread may ask.
    public String describeSound() {
        var sound = device.sound();
        return "Microphones: %s%nSpeakers: %s%nIn use: %s%n"
                .formatted(sound.microphones(), sound.speakers(), sound.inUse());
    }

    /// How the line was in the last calls of this run; any thread may ask.
    public List<CallQuality> lastLines() {
        return measurements.recent();
    }

    /// There are sound devices nobody has found good yet.
    public ObservableValue<Boolean> soundUntested() {
        return sound.untested();
    }

    /// The test of them as a sheet; `done` takes it away.
    public Region soundCheck(Runnable done) {
        return new SoundCheckSheet(sound, check, report, done);
    }

    /// Shows offers over other programs while the main window is not in front, until [#deactivate()].
    public void showOffersOver(BooleanSupplier mainInFront) {
        window = Optional.of(new OfferWindow(offers, direct, mainInFront));
    }

    public ObservableValue<Boolean> callLives() {
        return call.lives();
    }

    /// Whether the agent's voice is in a call.
    public boolean talks() {
        return call.line().get() == Line.JOINED || call.line().get() == Line.BACK;
    }

    /// Whether the agent is in a call, with a contact or a colleague, also while it is held or its way is being mended.
    public boolean isInCall() {
        return call.lasts() || direct.state().get() instanceof DirectViewModel.State.Talking;
    }

    /// Whether somebody talks to the agent or waits for them to answer.
    public boolean isWanted() {
        return call.lives().get()
                || !offers.offers().isEmpty()
                || !(direct.state().get() instanceof DirectViewModel.State.None);
    }

    /// For the badge of the rail: what waits for an answer.
    public ObservableList<?> offers() {
        return offers.offers();
    }

    /// A colleague's call, where one rings; otherwise the oldest offer.
    public void answer() {
        if (isRungDirectly()) {
            direct.accept();
        } else {
            offers.answer();
        }
    }

    public void decline() {
        if (isRungDirectly()) {
            direct.reject();
        } else {
            offers.decline();
        }
    }

    public void toggleMute() {
        call.toggleMute();
    }

    public void toggleHold() {
        call.toggleHold();
    }

    public void hangUp() {
        call.hangUp();
    }

    private boolean isRungDirectly() {
        return direct.state().get() instanceof DirectViewModel.State.Rung;
    }

    /// What could not be asked before the backend answered.
    private void askWay() {
        if (!way.known().get()) {
            way.load();
        }
    }

    private void talkBy(TalkWay now) {
        switch (now.kind()) {
            case DEVICE -> voice.use(device, false);
            case PHONE, SIP -> voice.use(ownLine, true);
        }
    }

    private void hear(LiveEvent event) {
        if (event instanceof DirectCallEvent happened) {
            direct.told(happened);
        }
    }

    /// There is one call at a time; what the backend tells of it is all that is known of a telephone.
    private void hear(InteractionId changed) {
        ownLine.told(session.calls().get(changed));
    }

    private static DoubleConsumer onFx(DoubleConsumer sink) {
        var frames = Frames.<Double>onFx(levels -> sink.accept(levels.getLast()));
        return frames::offer;
    }

    /// The device is made before what listens to it.
    private static final class Events {
        private final List<Consumer<List<VoiceEvent>>> takers = new ArrayList<>();
        private final Frames<VoiceEvent> frames = Frames.onFx(events -> takers.forEach(each -> each.accept(events)));
    }
}
