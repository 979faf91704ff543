package io.trunkline.desktop;

import io.trunkline.desktop.cache.Drafts;
import io.trunkline.desktop.cache.KeptMute;
import io.trunkline.desktop.contacts.ContactsFeature;
import io.trunkline.desktop.inbox.InboxFeature;
import io.trunkline.desktop.kit.control.SearchField;
import io.trunkline.desktop.kit.text.Text;
import io.trunkline.desktop.kit.work.Ticker;
import io.trunkline.desktop.kit.work.Work;
import io.trunkline.desktop.notes.NotesFeature;
import io.trunkline.desktop.recordings.RecordingsFeature;
import io.trunkline.desktop.session.Outbox;
import io.trunkline.desktop.session.Session;
import io.trunkline.desktop.settings.SettingsFeature;
import io.trunkline.desktop.shell.NavigationTarget;
import io.trunkline.desktop.shell.Navigator;
import io.trunkline.desktop.shell.Page;
import io.trunkline.desktop.shell.Part;
import io.trunkline.desktop.shell.Place;
import io.trunkline.desktop.shell.Shortcut;
import io.trunkline.desktop.shell.Shortcuts;
import io.trunkline.desktop.softphone.CallKeys;
import io.trunkline.desktop.softphone.SoftphoneFeature;
import io.trunkline.desktop.transfers.TransfersFeature;
import io.trunkline.desktop.wallboard.WallboardFeature;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.input.KeyCombination;
import javafx.util.Subscription;

/// The features of the desk of one signed-in agent: made, joined with each other, and handed to the window as pages.
final class Features implements AutoCloseable {
    private final Session session;
    private final Navigator navigator;
    private final SoftphoneFeature softphone;
    private final InboxFeature inbox;
    private final NotesFeature notes;
    private final ContactsFeature contacts;
    private final TransfersFeature transfers;
    private final WallboardFeature wallboard;
    private final RecordingsFeature recordings;
    private Subscription following = Subscription.EMPTY;

    Features(
            Session session,
            Gateways gateways,
            Outbox outbox,
            Drafts drafts,
            KeptMute keptMute,
            Navigator navigator,
            Work work,
            Ticker ticker) {
        this.session = session;
        this.navigator = navigator;
        transfers = new TransfersFeature(session, gateways.transfers(), work, ticker);
        softphone = new SoftphoneFeature(
                session,
                gateways.softphone(),
                outbox,
                gateways.memory(),
                keptMute,
                work,
                ticker,
                gateways.ringer(),
                gateways.device(),
                this::transfer);
        inbox = new InboxFeature(session, gateways.threads(), outbox, drafts, work, ticker);
        notes = new NotesFeature(session, gateways.notes(), outbox, drafts, work, ticker);
        contacts = new ContactsFeature(session, gateways.contacts(), work, ticker);
        wallboard = new WallboardFeature(session, gateways.wallboard(), work, ticker);
        recordings = new RecordingsFeature(session, gateways.history(), gateways.player(), work, ticker);
    }

    /// What must hear of the work whatever page is seen. `mainInFront` tells whether the agent looks at the window.
    void open(BooleanSupplier mainInFront) {
        notes.activate();
        inbox.activate();
        contacts.activate();
        transfers.activate();
        softphone.showOffersOver(
                () -> mainInFront.getAsBoolean() && navigator.target().get().place() == Place.DESK);
        softphone.activate();
        following = navigator.target().subscribe(this::go);
    }

    @Override
    public void close() {
        following.unsubscribe();
        softphone.deactivate();
        transfers.deactivate();
        contacts.deactivate();
        inbox.deactivate();
        notes.deactivate();
    }

    List<Page> pages() {
        var offers = Bindings.size(softphone.offers());
        return List.of(
                Page.desk(Part.of(this::work), Part.of(this::conversation), Part.of(contacts::card))
                        .with(offers),
                page(Place.INBOX, inbox::page, inbox::activatePage, inbox::deactivatePage)
                        .with(inbox.unread()),
                page(Place.CONTACTS, contacts::page, contacts::activatePage, contacts::deactivatePage),
                page(Place.WALLBOARD, wallboard::page, wallboard::activate, wallboard::deactivate),
                page(Place.HISTORY, recordings::page, recordings::activate, recordings::deactivate));
    }

    Part callBar() {
        return Part.of(softphone::callBar);
    }

    ObservableValue<Boolean> callLives() {
        return softphone.callLives();
    }

    /// What of the settings page belongs to calls.
    List<SettingsFeature.Section> settings() {
        return List.of(
                new SettingsFeature.Section("softphone.sound.title", softphone::soundSettings),
                new SettingsFeature.Section("softphone.way.title", softphone::talkWaySettings));
    }

    /// Calls back whenever something is offered.
    Subscription onOffer(Runnable offered) {
        ListChangeListener<Object> listener = change -> {
            if (!change.getList().isEmpty()) {
                offered.run();
            }
        };
        softphone.offers().addListener(listener);
        return () -> softphone.offers().removeListener(listener);
    }

    SoftphoneFeature softphone() {
        return softphone;
    }

    /// Finds contacts from wherever the agent is.
    Part search() {
        return Part.of(() -> {
            var field = new SearchField(Text.of("contacts.find.name"));
            field.setMaxWidth(480);
            field.setOnAction(_ -> {
                contacts.search(field.getText());
                navigator.go(Place.CONTACTS);
                field.clear();
            });
            return field;
        });
    }

    /// Large figures on the wallboard, or back.
    void toggleLargeFigures() {
        wallboard.toggleFull();
    }

    void transfer() {
        navigator.go(Place.DESK);
        transfers.toggle();
    }

    void addKeys(Shortcuts keys) {
        keys.add(key(CallKeys.HERE.answer(), "softphone.keys.answer", softphone::answer));
        keys.add(key(CallKeys.HERE.decline(), "softphone.keys.decline", softphone::decline));
        keys.add(key(CallKeys.HERE.mute(), "softphone.keys.mute", softphone::toggleMute));
        keys.add(key(CallKeys.HERE.hold(), "softphone.keys.hold", softphone::toggleHold));
        keys.add(key(CallKeys.HERE.transfer(), "softphone.keys.transfer", this::transfer));
        keys.add(key(CallKeys.HERE.end(), "softphone.keys.end", softphone::hangUp));
    }

    /// The screens of the tour: whatever the centre offers is taken, talked or written through, and wrapped up.
    DeskTour tour(Runnable available) {
        return new DeskTour(session, navigator, softphone, transfers, inbox, wallboard, available);
    }

    private static Shortcut key(KeyCombination key, String name, Runnable act) {
        return new Shortcut(key, "softphone.keys.group", name, act);
    }

    private static Page page(Place place, Supplier<Node> view, Runnable activate, Runnable deactivate) {
        return new Page(place, view, activate, deactivate, new ReadOnlyIntegerWrapper(0));
    }

    private Node work() {
        return new WorkPane(softphone.offersView(), inbox.workView(), softphone.dialerView());
    }

    private Node conversation() {
        return new Conversation(session, notes, inbox, transfers.view());
    }

    private void go(NavigationTarget target) {
        switch (target) {
            case NavigationTarget.OneInteraction(var interaction) ->
                session.reservationOf(interaction)
                        .ifPresent(_ -> session.selected().set(interaction));
            case NavigationTarget.OneThread(var thread) -> inbox.open(thread);
            case NavigationTarget.OneContact(var contact) -> contacts.open(contact);
            case NavigationTarget.Whole _ -> {}
        }
    }
}
