package io.trunkline.backend.telephony.twilio;

import com.twilio.exception.ApiException;
import com.twilio.http.HttpMethod;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.call.Recording;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.rest.api.v2010.account.conference.ParticipantUpdater;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import io.trunkline.backend.telephony.CallSid;
import io.trunkline.backend.telephony.Carrier;
import io.trunkline.backend.telephony.CarrierOrder;
import io.trunkline.backend.telephony.Directory;
import io.trunkline.backend.telephony.Reply;
import io.trunkline.model.InteractionId;
import io.trunkline.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Twilio as a [Carrier], through its own library.
final class TwilioCarrier implements Carrier {
    private static final List<String> LEG_EVENTS = List.of("initiated", "ringing", "answered", "completed");
    /// Whoever is first in a conference says whom it tells.
    private static final List<String> CONFERENCE_EVENTS = List.of("start", "end", "join", "leave", "mute", "hold");

    private static final List<String> RECORDING_EVENTS = List.of("in-progress", "completed", "absent");

    private final Clients clients;
    private final Links links;
    private final TwimlWriter writer;
    private final Directory directory;

    TwilioCarrier(Clients clients, Links links, Directory directory) {
        this.clients = clients;
        this.links = links;
        this.writer = new TwimlWriter(links);
        this.directory = directory;
    }

    @Override
    public Reply carry(TenantId tenant, CarrierOrder order) {
        return clients.guarded(tenant, client -> sent(client, order));
    }

    @Override
    public Reply look(TenantId tenant, CarrierOrder order, Instant since) {
        return clients.guarded(tenant, client -> seen(client, order, since));
    }

    private Reply sent(TwilioRestClient client, CarrierOrder order) {
        return switch (order) {
            case CarrierOrder.Join join -> redirect(client, join.leg(), writer.contactConference(join.interaction()));
            case CarrierOrder.WaitAgain again ->
                redirect(
                        client,
                        again.leg(),
                        writer.waitAgain(
                                again.interaction(),
                                again.queue(),
                                again.language(),
                                directory.mostWaiting(again.queue())));
            case CarrierOrder.Forward forward ->
                redirect(
                        client,
                        forward.leg(),
                        writer.forward(forward.interaction(), forward.number(), forward.callerId()));
            case CarrierOrder.Dial dial -> dial(client, dial);
            case CarrierOrder.Hold hold -> hold(client, hold);
            case CarrierOrder.Mute mute -> mute(client, mute);
            case CarrierOrder.HangUp hangUp -> {
                Call.updater(hangUp.leg().value())
                        .setStatus(Call.UpdateStatus.COMPLETED)
                        .update(client);
                yield new Reply.Done(hangUp.leg().value());
            }
            case CarrierOrder.StartRecording start -> record(client, start);
            case CarrierOrder.DeleteRecording delete -> {
                com.twilio.rest.api.v2010.account.Recording.deleter(delete.recording())
                        .delete(client);
                yield new Reply.Done(delete.recording());
            }
        };
    }

    private static Reply redirect(TwilioRestClient client, CallSid leg, String twiml) {
        Call.updater(leg.value()).setTwiml(new Twiml(twiml)).update(client);
        return new Reply.Done(leg.value());
    }

    private Reply dial(TwilioRestClient client, CarrierOrder.Dial dial) {
        var name = dial.interaction().toString();
        var creator = Participant.creator(name, new PhoneNumber(dial.callerId()), new PhoneNumber(dial.number()))
                .setLabel(dial.leg().toString())
                .setStatusCallback(links.voiceStatus(dial.interaction(), dial.leg()))
                .setStatusCallbackEvent(LEG_EVENTS)
                .setStatusCallbackMethod(HttpMethod.POST)
                .setConferenceStatusCallback(links.conference(dial.interaction()))
                .setConferenceStatusCallbackEvent(CONFERENCE_EVENTS)
                .setConferenceStatusCallbackMethod(HttpMethod.POST)
                .setEndConferenceOnExit(false)
                .setStartConferenceOnEnter(true)
                .setMuted(dial.silent())
                .setBeep("false")
                .setEarlyMedia(true);
        if (dial.seconds() > 0) {
            creator.setTimeout(dial.seconds());
        }
        return new Reply.Done(creator.create(client).getCallSid());
    }

    private static Reply mute(TwilioRestClient client, CarrierOrder.Mute mute) {
        return participant(
                client, mute.interaction(), mute.conference(), mute.leg(), updater -> updater.setMuted(mute.on()));
    }

    private Reply hold(TwilioRestClient client, CarrierOrder.Hold hold) {
        return participant(
                client,
                hold.interaction(),
                hold.conference(),
                hold.leg(),
                updater -> updater.setHold(hold.on())
                        .setHoldUrl(links.comfort(hold.language()))
                        .setHoldMethod(HttpMethod.POST));
    }

    /// The conference we know may have ended: who is passed on talks in another one of the same name.
    private static Reply participant(
            TwilioRestClient client,
            InteractionId interaction,
            @Nullable String known,
            CallSid leg,
            UnaryOperator<ParticipantUpdater> change) {
        Reply reply = known == null ? new Reply.Gone() : participant(client, known, leg, change);
        if (reply instanceof Reply.Gone) {
            var running = running(client, interaction.toString());
            if (!running.isEmpty() && !running.equals(known)) {
                reply = participant(client, running, leg, change);
            }
        }
        return reply instanceof Reply.Gone ? notInConference(client, leg) : reply;
    }

    private static Reply participant(
            TwilioRestClient client, String conference, CallSid leg, UnaryOperator<ParticipantUpdater> change) {
        try {
            change.apply(Participant.updater(conference, leg.value())).update(client);
            return new Reply.Done(leg.value());
        } catch (ApiException e) {
            return Refusals.reply(e);
        }
    }

    /// A leg that is not in its conference may still be on its way there.
    private static Reply notInConference(TwilioRestClient client, CallSid leg) {
        return Call.fetcher(leg.value()).fetch(client).getStatus() == Call.Status.IN_PROGRESS
                ? new Reply.Later(Duration.ofMillis(500), "the leg is not in the conference")
                : new Reply.Gone();
    }

    private static String running(TwilioRestClient client, String name) {
        for (var conference : Conference.reader().setFriendlyName(name).limit(5).read(client)) {
            if (conference.getStatus() != Conference.Status.COMPLETED) {
                return conference.getSid();
            }
        }
        return "";
    }

    private Reply record(TwilioRestClient client, CarrierOrder.StartRecording start) {
        var recording = Recording.creator(start.leg().value())
                .setRecordingChannels("dual")
                .setRecordingTrack("both")
                .setTrim("do-not-trim")
                .setRecordingStatusCallback(links.recording(start.interaction()))
                .setRecordingStatusCallbackEvent(RECORDING_EVENTS)
                .setRecordingStatusCallbackMethod(HttpMethod.POST)
                .create(client);
        return new Reply.Done(recording.getSid());
    }

    /// Orders that set a state may simply be given again; those that make something are looked for.
    private static Reply seen(TwilioRestClient client, CarrierOrder order, Instant since) {
        return switch (order) {
            case CarrierOrder.Dial dial -> placed(client, dial, since);
            case CarrierOrder.StartRecording start -> {
                for (var recording :
                        Recording.reader(start.leg().value()).limit(1).read(client)) {
                    yield new Reply.Done(recording.getSid());
                }
                yield new Reply.NotDone();
            }
            case CarrierOrder.Join join -> joined(client, join);
            case CarrierOrder.WaitAgain _,
                    CarrierOrder.Forward _,
                    CarrierOrder.Hold _,
                    CarrierOrder.Mute _,
                    CarrierOrder.DeleteRecording _,
                    CarrierOrder.HangUp _ -> new Reply.NotDone();
        };
    }

    private static Reply joined(TwilioRestClient client, CarrierOrder.Join join) {
        var conference = running(client, join.interaction().toString());
        if (!conference.isEmpty()) {
            for (var participant : Participant.reader(conference).read(client)) {
                if (join.leg().value().equals(participant.getCallSid())) {
                    return new Reply.Done(join.leg().value());
                }
            }
        }
        return new Reply.NotDone();
    }

    private static Reply placed(TwilioRestClient client, CarrierOrder.Dial dial, Instant since) {
        for (var call : Call.reader()
                .setTo(dial.number())
                .setFrom(dial.callerId())
                .limit(50)
                .read(client)) {
            var created = call.getDateCreated();
            if (created != null && !created.toInstant().isBefore(since.minusSeconds(2))) {
                return new Reply.Done(call.getSid());
            }
        }
        return new Reply.NotDone();
    }
}
