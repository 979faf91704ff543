package io.trunkline.desktop;

import io.trunkline.desktop.backend.BackendFailure;
import io.trunkline.desktop.contacts.ContactsGateway;
import io.trunkline.desktop.inbox.ThreadsGateway;
import io.trunkline.desktop.notes.NotesGateway;
import io.trunkline.desktop.recordings.AudioPlayer;
import io.trunkline.desktop.recordings.HistoryGateway;
import io.trunkline.desktop.softphone.Ringer;
import io.trunkline.desktop.softphone.SoftphoneGateway;
import io.trunkline.desktop.softphone.SoundMemory;
import io.trunkline.desktop.softphone.device.SilentDevice;
import io.trunkline.desktop.transfers.TransfersGateway;
import io.trunkline.desktop.wallboard.WallboardGateway;
import io.trunkline.model.ContactId;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.Page;
import io.trunkline.model.RecordingId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.ThreadId;
import io.trunkline.model.call.NewCall;
import io.trunkline.model.call.Started;
import io.trunkline.model.call.Switch;
import io.trunkline.model.call.TalkWay;
import io.trunkline.model.call.Transfer;
import io.trunkline.model.call.VoiceCredentials;
import io.trunkline.model.contact.Contact;
import io.trunkline.model.contact.ContactCard;
import io.trunkline.model.interaction.Command;
import io.trunkline.model.interaction.Interaction;
import io.trunkline.model.interaction.InteractionDetail;
import io.trunkline.model.message.Message;
import io.trunkline.model.message.MessageState;
import io.trunkline.model.message.MessageThread;
import io.trunkline.model.presence.Presence;
import io.trunkline.model.queue.QueueFigures;
import io.trunkline.model.queue.Wallboard;
import io.trunkline.model.recording.Recording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A backend made of samples: remembers what it was told, answers with what it was given, or not at all.
final class Floor
        implements SoftphoneGateway,
                ThreadsGateway,
                NotesGateway,
                ContactsGateway,
                TransfersGateway,
                WallboardGateway,
                HistoryGateway {
    final List<String> told = new ArrayList<>();
    List<Contact> people = SampleHistory.people();
    List<MessageThread> threads = new ArrayList<>();
    List<Message> messages = SampleHistory.exchange();
    List<QueueFigures> queues = Samples.figures();
    List<Presence> agents = Samples.agents();
    List<Interaction> past = SampleHistory.past();
    boolean reachable = true;

    Gateways gateways() {
        return new Gateways(
                this,
                this,
                this,
                this,
                this,
                this,
                this,
                (_, _) -> new SilentDevice(),
                Ringer.silent(),
                new NoMemory(),
                new NoPlayer());
    }

    private <T> T answer(T answer) {
        if (!reachable) {
            throw new BackendFailure.Unreachable("away");
        }
        return answer;
    }

    private void hear(String what) {
        answer(what);
        told.add(what);
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
        return new Started(new InteractionId(Samples.id(209)), new ReservationId(Samples.id(109)));
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
        return answer(new VoiceCredentials("token", "ben", Samples.NINE.plusSeconds(3600), "ws://localhost/signal"));
    }

    @Override
    public List<Presence> colleagues() {
        return answer(agents);
    }

    @Override
    public TalkWay talkWay() {
        return answer(TalkWay.DEVICE);
    }

    @Override
    public TalkWay talkBy(TalkWay way) {
        hear("talk by " + way.kind());
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
    public Page<MessageThread> threads(@Nullable String cursor) {
        return answer(new Page<>(threads, null));
    }

    @Override
    public MessageThread thread(ThreadId thread) {
        return answer(threads.getFirst());
    }

    @Override
    public Page<Message> messages(ThreadId thread, @Nullable String before) {
        return answer(new Page<>(messages, null));
    }

    @Override
    public void read(ThreadId thread, Command command) {
        hear("read");
    }

    @Override
    public InteractionDetail detail(InteractionId interaction) {
        return answer(SampleHistory.detail(interaction));
    }

    @Override
    public void end(InteractionId interaction, Command command) {
        hear("end");
    }

    @Override
    public void extend(InteractionId interaction, Command command) {
        hear("extend");
    }

    @Override
    public ContactCard card(ContactId contact) {
        return answer(SampleHistory.card(people.stream()
                .filter(each -> each.id().equals(contact))
                .findFirst()
                .orElseThrow()));
    }

    @Override
    public Page<Contact> search(String words, @Nullable String cursor) {
        return answer(new Page<>(
                people.stream().filter(each -> each.name().contains(words)).toList(), null));
    }

    @Override
    public List<QueueFigures> queues() {
        return answer(queues);
    }

    @Override
    public List<Presence> agents() {
        return answer(agents);
    }

    @Override
    public void transfer(InteractionId interaction, Transfer transfer) {
        hear("transfer " + transfer.kind() + " " + transfer.target());
    }

    @Override
    public Wallboard wallboard() {
        return answer(new Wallboard(queues, Samples.NINE));
    }

    @Override
    public Page<Interaction> interactions(@Nullable String cursor) {
        return answer(new Page<>(past, null));
    }

    @Override
    public List<Recording> recordings(InteractionId interaction) {
        return answer(List.of(
                new Recording(new RecordingId(Samples.id(701)), interaction, Samples.NINE, 194, 2, 3_104_044, true),
                new Recording(new RecordingId(Samples.id(702)), interaction, Samples.NINE, 12, 2, 192_044, false)));
    }

    @Override
    public byte[] audio(RecordingId recording) {
        return answer(new byte[44]);
    }

    Message message(int number, Direction direction, String text, MessageState state) {
        return Samples.message(number, direction, text, state, Samples.NINE.plusSeconds(number));
    }

    /// Remembers nothing of sound devices, and that these were tried.
    static final class NoMemory implements SoundMemory {
        private Names names = new Names("", "", "");

        @Override
        public Names chosen() {
            return names;
        }

        @Override
        public void choose(Names now) {
            names = now;
        }

        @Override
        public String tested() {
            return "";
        }

        @Override
        public void tested(String devices) {}
    }

    private static final class NoPlayer implements AudioPlayer {
        @Override
        public void open(byte[] wav) {}

        @Override
        public void play() {}

        @Override
        public void pause() {}

        @Override
        public void seek(Duration position) {}

        @Override
        public Duration position() {
            return Duration.ofSeconds(47);
        }

        @Override
        public Duration length() {
            return Duration.ofSeconds(194);
        }

        @Override
        public boolean playing() {
            return true;
        }

        @Override
        public void close() {}
    }
}
