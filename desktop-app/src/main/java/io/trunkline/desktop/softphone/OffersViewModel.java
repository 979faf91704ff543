package io.trunkline.desktop.softphone;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.kit.control.Trouble;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.os.Audible;
import io.trunkline.desktop.session.CommandIds;
import io.trunkline.desktop.session.Failures;
import io.trunkline.desktop.session.Numbers;
import io.trunkline.desktop.session.Session;
import io.trunkline.model.Channel;
import io.trunkline.model.ReservationId;
import io.trunkline.model.interaction.Reservation;
import io.trunkline.model.interaction.ReservationState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// The offers made to this agent, oldest first, and the agent's answers.
///
/// Rings while an offer waits for an answer, and never past its deadline, even if no word comes that it has ended.
/// That it rings is told by the [Bell].
final class OffersViewModel {
    private static final Duration GRACE = Duration.ofSeconds(2);
    /// How long the way to a loudspeaker may take to open before somebody is told.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Session session;
    private final SoftphoneGateway gateway;
    private final Work work;
    private final Ticker ticker;
    private final Bell bell;
    private final ReadOnlyObjectProperty<Audible> audible;
    private final Consumer<Reservation> answered;
    private final ObservableList<Reservation> offers = FXCollections.observableArrayList();
    private final ObservableSet<ReservationId> answering = FXCollections.observableSet();
    /// Those answered here without a word whether the backend has heard it: the feed may tell.
    private final Set<ReservationId> unsure = new HashSet<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> problem = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Trouble> unheard = new ReadOnlyObjectWrapper<>();
    private final MapChangeListener<ReservationId, Reservation> changes = _ -> refresh();
    private Subscription watching = Subscription.EMPTY;
    private Subscription listening = Subscription.EMPTY;

    /// `audible` says whether the bell is heard; `answered` brings the agent's voice into a call they took.
    OffersViewModel(
            Session session,
            SoftphoneGateway gateway,
            Work work,
            Ticker ticker,
            Bell bell,
            ReadOnlyObjectProperty<Audible> audible,
            Consumer<Reservation> answered) {
        this.session = session;
        this.gateway = gateway;
        this.work = work;
        this.ticker = ticker;
        this.bell = bell;
        this.audible = audible;
        this.answered = answered;
    }

    void activate() {
        session.reservations().addListener(changes);
        listening =
                Subscription.combine(audible.subscribe(_ -> hearken(ticker.now())), session.onReload(this::refresh));
        refresh();
    }

    void deactivate() {
        session.reservations().removeListener(changes);
        watching.unsubscribe();
        listening.unsubscribe();
        bell.offers(List.of());
    }

    ObservableList<Reservation> offers() {
        return offers;
    }

    /// Those whose answer is on its way.
    ObservableSet<ReservationId> answering() {
        return answering;
    }

    ReadOnlyObjectProperty<@Nullable Trouble> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Why the agent would not hear a ring, and what to do; null while they would, or do not want to.
    ReadOnlyObjectProperty<@Nullable Trouble> unheard() {
        return unheard.getReadOnlyProperty();
    }

    /// The device that should ring and is not connected; empty for none.
    ObservableValue<String> missing() {
        return audible.map(now -> now instanceof Audible.FellBack(var missing) ? missing : "");
    }

    Ticker ticker() {
        return ticker;
    }

    /// The contact's number for reading; empty where there is none, or where it stands for the name already.
    static String address(Reservation offer) {
        var address = offer.contact().address();
        return address == null || address.equals(offer.contact().name()) ? "" : Numbers.shown(address);
    }

    /// Takes the oldest offer; nothing when there is none.
    void answer() {
        offers.stream().findFirst().ifPresent(this::answer);
    }

    /// Leaves the oldest offer to others; nothing when there is none.
    void decline() {
        offers.stream().findFirst().ifPresent(this::decline);
    }

    void answer(Reservation offer) {
        if (begin(offer)) {
            work.run(
                    () -> {
                        gateway.accept(offer.id(), CommandIds.command());
                        return offer;
                    },
                    this::taken,
                    e -> unanswered(offer, e));
        }
    }

    void decline(Reservation offer) {
        if (begin(offer)) {
            work.run(
                    () -> {
                        gateway.decline(offer.id(), CommandIds.command());
                        return offer;
                    },
                    this::left,
                    e -> failed(offer, "softphone.decline.failed", e));
        }
    }

    private boolean begin(Reservation offer) {
        problem.set(null);
        var first = answering.add(offer.id());
        ring();
        return first;
    }

    private void taken(Reservation offer) {
        session.selected().set(offer.interaction());
        if (offer.channel() == Channel.VOICE) {
            answered.accept(offer);
        }
        left(offer);
    }

    /// The feed will tell; the card need not wait for it.
    private void left(Reservation offer) {
        offers.removeIf(each -> each.id().equals(offer.id()));
        ring();
    }

    private void unanswered(Reservation offer, Exception e) {
        if (!(e instanceof BackendFailure.Refused)) {
            unsure.add(offer.id());
        }
        failed(offer, "softphone.answer.failed", e);
        takeHeard();
    }

    /// What the backend has heard after all.
    private void takeHeard() {
        session.reservations().values().stream()
                .filter(each -> each.state() == ReservationState.ACCEPTED && unsure.remove(each.id()))
                .toList()
                .forEach(each -> {
                    problem.set(null);
                    taken(each);
                });
    }

    private void failed(Reservation offer, String key, Exception e) {
        answering.remove(offer.id());
        problem.set(Failures.trouble(key, e));
        ring();
    }

    private void refresh() {
        var now = ticker.now();
        List<Reservation> live = session.reservations().values().stream()
                // one of a desk kept from an earlier run may be over
                .filter(each -> session.told() && each.state() == ReservationState.OFFERED && !isOver(each, now))
                .sorted(Comparator.comparing(Reservation::offeredAt))
                .toList();
        if (!live.equals(offers)) {
            offers.setAll(live);
        }
        answering.retainAll(session.reservations().keySet());
        unsure.retainAll(session.reservations().keySet());
        takeHeard();
        ring();
        watch();
    }

    private void watch() {
        watching.unsubscribe();
        watching = Subscription.EMPTY;
        if (!offers.isEmpty()) {
            watching = ticker.every(now -> {
                if (offers.stream().anyMatch(each -> isOver(each, now))) {
                    refresh();
                } else {
                    bell.again();
                    hearken(now);
                }
            });
        }
    }

    private void hearken(Instant now) {
        var deaf = switch (audible.get()) {
            case Audible.Unheard _ -> true;
            case Audible.Opening _ -> offers.stream().anyMatch(each -> isLate(each, now));
            case Audible.Ready _, Audible.FellBack _, Audible.Silenced _ -> false;
        };
        unheard.set(deaf ? new Trouble(Text.of("softphone.ring.unheard"), Text.of("softphone.ring.connect")) : null);
    }

    private static boolean isLate(Reservation offer, Instant now) {
        return now.isAfter(offer.offeredAt().plus(PATIENCE));
    }

    private static boolean isOver(Reservation offer, Instant now) {
        return now.isAfter(offer.deadline().plus(GRACE));
    }

    private void ring() {
        bell.offers(
                offers.stream().filter(each -> !answering.contains(each.id())).toList());
    }
}
