package io.trunkline.desktop.softphone;

import io.trunkline.desktop.kit.work.Frames;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.desktop.session.Session;
import io.trunkline.desktop.softphone.device.VoiceDevice;
import io.trunkline.desktop.softphone.device.VoiceDevices;
import io.trunkline.desktop.softphone.device.VoiceEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Wires offers, the running call and the dialer.
public final class SoftphoneFeature {
    private final Ticker ticker;
    private final OffersViewModel offers;
    private final CallViewModel call;
    private final DialerViewModel dialer;
    private final Runnable transfer;
    private final Ringer ringer;
    private final VoiceDevice device;
    private Optional<OfferWindow> window = Optional.empty();

    /// `devices` makes the voice device from what signs it in and who listens; `transfer` opens what transfers the
    /// running call.
    public SoftphoneFeature(
            Session session,
            SoftphoneGateway gateway,
            Work work,
            Ticker ticker,
            Ringer ringer,
            VoiceDevices devices,
            Runnable transfer) {
        this.ticker = ticker;
        this.transfer = transfer;
        this.ringer = ringer;
        var taker = new VoiceEvents();
        device = devices.make(gateway::credentials, taker.frames::offer);
        var voice = new Voice(device, work, ticker);
        taker.voice = voice;
        call = new CallViewModel(session, gateway, voice, taker.report, work);
        var bell = new Bell(
                gateway, ringer, work, _ -> window.filter(OfferWindow::raise).isPresent());
        offers = new OffersViewModel(
                session, gateway, work, ticker, bell, ringer.audible(), offer -> call.join(offer.id()));
        dialer = new DialerViewModel(session, gateway, work, new Numbers(session.me()), call.lives(), started -> {
            session.selected().set(started.interaction());
            call.join(started.reservation());
        });
    }

    /// From sign-in to sign-out, whatever page is seen.
    public void activate() {
        device.register();
        ringer.open();
        call.activate();
        offers.activate();
    }

    public void deactivate() {
        window.ifPresent(OfferWindow::close);
        window = Optional.empty();
        offers.deactivate();
        call.deactivate();
        ringer.close();
        device.close();
    }

    public Node offersView() {
        return new OffersView(offers);
    }

    public Node callBar() {
        return new CallBar(call, ticker, transfer);
    }

    public Node dialerView() {
        return new DialerView(dialer);
    }

    /// Shows offers over other programs while the main window is not in front, until [#deactivate()].
    public void showOffersOver(BooleanSupplier mainInFront) {
        window = Optional.of(new OfferWindow(offers, mainInFront));
    }

    public ObservableValue<Boolean> callLives() {
        return call.lives();
    }

    /// Whether the agent's voice is in a call.
    public boolean talks() {
        return call.line().get() == Line.JOINED || call.line().get() == Line.BACK;
    }

    /// For the badge of the rail: what waits for an answer.
    public ObservableList<?> offers() {
        return offers.offers();
    }

    public void answer() {
        offers.answer();
    }

    public void decline() {
        offers.decline();
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

    /// The device is made before what listens to it.
    private static final class VoiceEvents {
        private final Frames<VoiceEvent> frames = Frames.onFx(this::take);
        private final LineReport report = new LineReport();
        private @Nullable Voice voice;

        private void take(List<VoiceEvent> events) {
            if (voice != null) {
                voice.take(events);
                report.take(events);
            }
        }
    }
}
