package io.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.Conference;
import com.twilio.rest.api.v2010.account.conference.Participant;
import com.twilio.type.PhoneNumber;
import java.io.IOException;
import java.net.URI;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConferencesTest {
    private static final String EVENTS =
            "statusCallback='/room' statusCallbackEvent='start end join leave mute hold modify'";

    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = Rig.kind();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private String joins(String attributes) {
        rig.application.says(
                "/voice",
                "<Dial action='/left'><Conference %s %s>room</Conference></Dial>".formatted(EVENTS, attributes));
        var sid = rig.phones();
        rig.callUntil(sid, c -> c.hasNonNull("conference"));
        return sid;
    }

    private String room() {
        return Conference.reader()
                .setFriendlyName("room")
                .read(rig.twilio)
                .iterator()
                .next()
                .getSid();
    }

    private FakeApplication.Asked event(String name) {
        return rig.application.next("/room", f -> f.text("StatusCallbackEvent").equals(name));
    }

    private static boolean hears(JsonNode call, String whom) {
        return StreamSupport.stream(call.path("hears").spliterator(), false)
                .anyMatch(h -> h.asText().equals(whom));
    }

    @Test
    void startsWithTheSecondMember() {
        var first = joins("");
        assertThat(rig.callUntil(first, c -> hears(c, "music")).path("hears")).hasSize(1);
        assertThat(Conference.fetcher(room()).fetch(rig.twilio).getStatus()).isEqualTo(Conference.Status.INIT);
        var second = joins("");

        rig.callUntil(first, c -> hears(c, second));
        rig.callUntil(second, c -> hears(c, first));
        assertThat(event("conference-start").form().text("FriendlyName")).isEqualTo("room");
        assertThat(Conference.fetcher(room()).fetch(rig.twilio).getStatus()).isEqualTo(Conference.Status.IN_PROGRESS);
    }

    @Test
    void aMemberWhoMayNotStartItWaitsForOneWhoMay() {
        var first = joins("startConferenceOnEnter='false'");
        joins("startConferenceOnEnter='false'");
        assertThat(Conference.fetcher(room()).fetch(rig.twilio).getStatus()).isEqualTo(Conference.Status.INIT);
        var third = joins("");

        rig.callUntil(first, c -> hears(c, third));
    }

    @Test
    void oneMemberOfAStartedConferenceHearsSilence() {
        var first = joins("");
        var second = joins("");
        rig.callUntil(first, c -> hears(c, second));
        rig.hangsUp(second);

        assertThat(rig.callUntil(first, c -> !hears(c, second)).path("hears")).isEmpty();
    }

    @Test
    void endsForAllWhenOneWhoEndsItLeaves() {
        joins("");
        var moderator = joins("endConferenceOnExit='true'");
        rig.hangsUp(moderator);

        var left = rig.application.next(
                "/room", f -> f.text("ReasonParticipantLeft").equals("moderator_ended_conference"));
        assertThat(left.form().text("ParticipantCallStatus")).isEqualTo("in-progress");
        var end = event("conference-end").form();
        assertThat(end.text("ReasonConferenceEnded")).isEqualTo("participant-with-end-conference-on-exit-left");
        assertThat(end.text("CallSidEndingConference")).isEqualTo(moderator);
        assertThat(rig.application.next("/left").form().text("DialCallStatus")).isEqualTo("completed");
    }

    @Test
    void endsWithItsLastMember() {
        var only = joins("");
        rig.hangsUp(only);

        assertThat(event("participant-leave").form().text("ParticipantCallStatus"))
                .isEqualTo("completed");
        assertThat(event("conference-end").form().text("ReasonConferenceEnded")).isEqualTo("last-participant-left");
    }

    @Test
    void holdPlaysItsMusicAndKeepsBothFromHearingEachOther() {
        rig.application.says("/hold", "<Play loop='0'>http://media/hold.mp3</Play>");
        var agent = joins("");
        var contact = joins("");
        rig.callUntil(contact, c -> hears(c, agent));

        Participant.updater(room(), contact)
                .setHold(true)
                .setHoldUrl(URI.create(rig.application.url("/hold")))
                .update(rig.twilio);

        rig.callUntil(contact, c -> hears(c, "music http://media/hold.mp3"));
        assertThat(rig.call(agent).path("hears")).isEmpty();
        assertThat(event("participant-hold").form().text("Hold")).isEqualTo("true");
        assertThat(rig.application.next("/hold").method()).isEqualTo("GET");
        Participant.updater(room(), contact).setHold(false).update(rig.twilio);
        rig.callUntil(contact, c -> hears(c, agent));
    }

    @Test
    void holdMusicThatGathersIsRefusedAndSilent() {
        rig.application.says("/hold", "<Gather/>");
        joins("");
        var contact = joins("");

        Participant.updater(room(), contact)
                .setHold(true)
                .setHoldUrl(URI.create(rig.application.url("/hold")))
                .update(rig.twilio);

        rig.application.next("/hold");
        var held = rig.callUntil(
                contact, c -> c.path("hears").isEmpty() && c.path("held").asBoolean());
        assertThat(held.path("conference").asText()).isEqualTo("room");
    }

    @Test
    void waitMusicThatFailsCostsTheCallItsPlace() {
        rig.application.replies("/wait", _ -> new FakeApplication.Reply(500, ""));
        rig.application.says("/voice", "<Dial action='/left'><Conference waitUrl='/wait'>room</Conference></Dial>");
        rig.phones();

        assertThat(rig.application.next("/left").form().text("ConferenceSid")).startsWith("CF");
    }

    @Test
    void endConferenceOnExitDoesNotChangeOnHoldAndNobodyIsTold() {
        joins("");
        var contact = joins("");
        Participant.updater(room(), contact).setHold(true).update(rig.twilio);

        var after = Participant.updater(room(), contact)
                .setEndConferenceOnExit(true)
                .update(rig.twilio);

        assertThat(after.getEndConferenceOnExit()).isFalse();
        Participant.updater(room(), contact).setHold(false).update(rig.twilio);
        assertThat(Participant.updater(room(), contact)
                        .setEndConferenceOnExit(true)
                        .update(rig.twilio)
                        .getEndConferenceOnExit())
                .isTrue();
        assertThat(event("participant-modify").form().text("EndConferenceOnExit"))
                .isEqualTo("true");
    }

    @Test
    void onlyTheCoachedHearsTheCoach() {
        var contact = joins("");
        var agent = joins("");
        var coach = joins("coach='" + agent + "'");

        rig.callUntil(agent, c -> hears(c, coach));
        assertThat(hears(rig.call(contact), coach)).isFalse();
        assertThat(hears(rig.call(coach), contact)).isTrue();
        Participant.updater(room(), coach).setCoaching(false).update(rig.twilio);
        rig.callUntil(contact, c -> hears(c, coach));
    }

    @Test
    void aMutedMemberHearsButIsNotHeard() {
        var first = joins("");
        var second = joins("participantLabel='contact'");
        rig.callUntil(first, c -> hears(c, second));

        Participant.updater(room(), "contact").setMuted(true).update(rig.twilio);

        rig.callUntil(first, c -> !hears(c, second));
        assertThat(hears(rig.call(second), first)).isTrue();
        assertThat(event("participant-mute").form().text("ParticipantLabel")).isEqualTo("contact");
    }

    @Test
    void aLabelIsTakenOnce() {
        joins("participantLabel='contact'");
        rig.application.says(
                "/voice", "<Dial action='/left'><Conference participantLabel='contact'>room</Conference></Dial>");
        rig.phones();

        assertThat(rig.application.next("/left").form().text("DialCallStatus")).isEqualTo("failed");
    }

    @Test
    void aRemovedMemberGoesOnWithItsDocument() {
        joins("");
        var second = joins("");
        Participant.deleter(room(), second).delete(rig.twilio);

        assertThat(rig.application.next("/left").form().text("CallSid")).isEqualTo(second);
        assertThatThrownBy(() -> Participant.fetcher(room(), second).fetch(rig.twilio))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.getCode()).isEqualTo(20404));
    }

    @Test
    void aParticipantIsPhonedAndJoinsOnAnswer() {
        var agent = joins("");
        var added = Participant.creator(room(), new PhoneNumber(Rig.LINE), new PhoneNumber("+15550110002"))
                .setLabel("expert")
                .setStatusCallback(URI.create(rig.application.url("/leg")))
                .create(rig.twilio);

        assertThat(added.getQueueTime()).isNotNull();
        rig.callUntil(agent, c -> hears(c, added.getCallSid()));
        assertThat(Participant.fetcher(room(), "expert").fetch(rig.twilio).getCallSid())
                .isEqualTo(added.getCallSid());
        Conference.updater(room()).setStatus(Conference.UpdateStatus.COMPLETED).update(rig.twilio);
        assertThat(event("conference-end").form().text("ReasonConferenceEnded")).isEqualTo("conference-ended-via-api");
        assertThat(rig.application.next("/leg").form().text("CallStatus")).isEqualTo("completed");
    }

    @Test
    void aParticipantWhoIsPhonedMutedIsNotHeardUntilThatIsChanged() {
        var agent = joins("");
        var added = Participant.creator(room(), new PhoneNumber(Rig.LINE), new PhoneNumber("+15550110002"))
                .setMuted(true)
                .create(rig.twilio);
        assertThat(added.getMuted()).isTrue();

        rig.callUntil(added.getCallSid(), c -> hears(c, agent));
        assertThat(hears(rig.call(agent), added.getCallSid())).isFalse();
        assertThat(Participant.fetcher(room(), added.getCallSid())
                        .fetch(rig.twilio)
                        .getMuted())
                .isTrue();

        Participant.updater(room(), added.getCallSid()).setMuted(false).update(rig.twilio);
        rig.callUntil(agent, c -> hears(c, added.getCallSid()));
    }

    @Test
    void movingFromOneRoomToAnotherKeepsTheCall() {
        var first = joins("");
        rig.application.says("/other", "<Dial><Conference>other</Conference></Dial>");
        Call.updater(first).setUrl(URI.create(rig.application.url("/other"))).update(rig.twilio);

        rig.callUntil(first, c -> c.path("conference").asText().equals("other"));
        assertThat(event("participant-leave").form().text("ReasonParticipantLeft"))
                .isEqualTo("participant_updated_via_api");
        assertThat(rig.call(first).path("status").asText()).isEqualTo("in-progress");
    }
}
