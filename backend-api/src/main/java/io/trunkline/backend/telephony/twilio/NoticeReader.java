package io.trunkline.backend.telephony.twilio;

import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.telephony.CallSid;
import io.trunkline.backend.telephony.ConferenceNotice;
import io.trunkline.backend.telephony.DeviceCalls;
import io.trunkline.backend.telephony.LegNotice;
import io.trunkline.backend.telephony.LegNotices;
import io.trunkline.backend.telephony.LegState;
import io.trunkline.backend.telephony.NoticeApplier;
import io.trunkline.backend.telephony.RecordingNotices;
import io.trunkline.backend.telephony.RecordingTold;
import io.trunkline.model.InteractionId;
import io.trunkline.model.LegId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads Twilio's notices about calls, conferences and recordings and hands them on in our words.
final class NoticeReader {
    private final LegNotices legs;
    private final RecordingNotices recordings;
    private final DeviceCalls devices;

    NoticeReader(LegNotices legs, RecordingNotices recordings, DeviceCalls devices) {
        this.legs = legs;
        this.recordings = recordings;
        this.devices = devices;
    }

    /// What is told of legs.
    NoticeApplier statuses() {
        return new NoticeApplier() {
            @Override
            public boolean apply(Tx tx, String body, Instant receivedAt) {
                return status(tx, body, receivedAt);
            }

            @Override
            public Set<String> unknown(Tx tx, List<Told> told) {
                var unknown = new HashSet<>(legs.unknown(tx, bySidAlone(told)));
                unknown.removeAll(devices.known(tx, unknown));
                return unknown;
            }
        };
    }

    /// The calls whose notices do not name a leg of ours themselves.
    private static Set<String> bySidAlone(List<NoticeApplier.Told> told) {
        var sids = new HashSet<String>();
        told.forEach(notice -> sids.add(notice.subject()));
        told.stream().filter(notice -> notice.body().contains("leg=")).forEach(named -> sids.remove(named.subject()));
        return sids;
    }

    private boolean status(Tx tx, String body, Instant receivedAt) {
        var form = form(body);
        var state = LegState.named(form.first("CallStatus"));
        if (state.isEmpty()) {
            return true;
        }
        var sid = new CallSid(form.first("CallSid"));
        var at = time(form, receivedAt);
        return legs.apply(tx, leg(form, sid, state.get(), at)) || devices.told(tx, sid, state.get(), at);
    }

    private static LegNotice leg(Form form, CallSid sid, LegState state, Instant at) {
        var interaction = form.first("interaction");
        return new LegNotice(
                sid,
                state,
                at,
                interaction.isEmpty() ? null : InteractionId.of(interaction),
                form.first("leg").isEmpty() ? null : LegId.of(form.first("leg")),
                reason(form),
                !form.first("CallDuration").equals("0"));
    }

    /// How the leg of a colleague is who was called directly.
    boolean colleague(Tx tx, String body, Instant receivedAt) {
        var form = form(body);
        var call = DeviceQuestions.uuid(form.first("call"));
        var state = LegState.named(form.first("CallStatus"));
        return call.isEmpty()
                || state.isEmpty()
                || devices.colleague(tx, call.get(), state.get(), time(form, receivedAt));
    }

    /// What was recorded to be heard once.
    boolean echo(Tx tx, String body, Instant receivedAt) {
        var form = form(body);
        var call = DeviceQuestions.uuid(form.first("call"));
        return call.isEmpty() || devices.recorded(tx, call.get(), form.first("RecordingSid"));
    }

    private static @Nullable String reason(Form form) {
        var code = form.first("ErrorCode");
        var reason = code.isEmpty() ? form.first("SipResponseCode") : code;
        return reason.isEmpty() ? null : reason;
    }

    boolean conference(Tx tx, String body, Instant receivedAt) {
        var form = form(body);
        var name = form.first("interaction").isEmpty() ? form.first("FriendlyName") : form.first("interaction");
        var leg = form.first("CallSid");
        return legs.apply(
                tx,
                new ConferenceNotice(
                        InteractionId.of(name),
                        form.first("ConferenceSid"),
                        kind(form.first("StatusCallbackEvent")),
                        leg.isEmpty() ? null : new CallSid(leg),
                        form.number("SequenceNumber", 0),
                        time(form, receivedAt)));
    }

    private static ConferenceNotice.Kind kind(String event) {
        return switch (event) {
            case "conference-start" -> ConferenceNotice.Kind.START;
            case "conference-end" -> ConferenceNotice.Kind.END;
            case "participant-join" -> ConferenceNotice.Kind.JOIN;
            case "participant-leave" -> ConferenceNotice.Kind.LEAVE;
            case "participant-hold" -> ConferenceNotice.Kind.HOLD;
            case "participant-unhold" -> ConferenceNotice.Kind.UNHOLD;
            default -> ConferenceNotice.Kind.OTHER;
        };
    }

    boolean recording(Tx tx, String body, Instant receivedAt) {
        var form = form(body);
        return recordings.apply(
                tx,
                new RecordingTold(
                        InteractionId.of(form.first("interaction")),
                        form.first("RecordingSid"),
                        form.first("CallSid"),
                        recordingKind(form.first("RecordingStatus")),
                        start(form, receivedAt),
                        Math.max(0, form.number("RecordingDuration", 0)),
                        form.number("RecordingChannels", 2),
                        form.first("RecordingUrl")));
    }

    private static RecordingTold.Kind recordingKind(String status) {
        return switch (status) {
            case "completed" -> RecordingTold.Kind.COMPLETED;
            case "absent" -> RecordingTold.Kind.ABSENT;
            case "failed" -> RecordingTold.Kind.FAILED;
            default -> RecordingTold.Kind.IN_PROGRESS;
        };
    }

    private static Instant start(Form form, Instant otherwise) {
        return parsed(form.first("RecordingStartTime"), otherwise);
    }

    private static Instant time(Form form, Instant otherwise) {
        return parsed(form.first("Timestamp"), otherwise);
    }

    private static Instant parsed(String text, Instant otherwise) {
        try {
            return text.isEmpty()
                    ? otherwise
                    : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                            .toInstant();
        } catch (DateTimeException _) {
            return otherwise;
        }
    }

    private static Form form(String body) {
        return Form.of(body.getBytes(StandardCharsets.UTF_8));
    }
}
