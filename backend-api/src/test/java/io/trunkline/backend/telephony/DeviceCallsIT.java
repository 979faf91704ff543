package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.Waits;
import io.trunkline.backend.identity.TestClock;
import io.trunkline.backend.identity.TestServer.Person;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.backend.telephony.DeviceCalls.Met;
import io.trunkline.model.AgentId;
import io.trunkline.model.QueueId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Colleagues who call each other, and agents who hear themselves.
class DeviceCallsIT {
    private static final TestClock CLOCK = new TestClock();

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase(CLOCK);

    private CallCentre centre;
    private QueueId sales;
    private Person ana;
    private Person ben;

    @BeforeEach
    void twoColleagues() {
        centre = new CallCentre(POSTGRES, CLOCK);
        sales = centre.queue("Sales");
        ana = centre.agent("Ana", sales);
        ben = centre.agent("Ben", sales);
    }

    @AfterEach
    void close() {
        centre.close();
    }

    @Test
    void colleaguesWhoTalkAreOfferedNothingUntilTheyHaveEnded() {
        var talk = ringing(calls(ana, ben));
        assertThat(presence(ana)).isEqualTo("ENGAGED");
        assertThat(presence(ben)).isEqualTo("ENGAGED");

        var call = centre.arrives("CA-" + Ids.next(), sales);
        var carl = centre.agent("Carl", sales);
        var offer = centre.reservation(call, "OFFERED");
        assertThat(agentOf(offer.toString())).isEqualTo(carl.id().toString());
        var next = centre.arrives("CA-" + Ids.next(), sales);
        told(talk.call(), LegState.IN_PROGRESS);
        CLOCK.pass(Duration.ofSeconds(10));
        told(talk.call(), LegState.COMPLETED);

        assertThat(centre.reservation(next, "OFFERED")).isNotNull();
        assertThat(row(talk.call())).isEqualTo("COLLEAGUE ANSWERED 00:00:10");
        assertThat(POSTGRES.ask("select count(*) from occupation where tenant_id = '%s'".formatted(centre.tenant)))
                .isEqualTo("0");
        centre.telephony.deviceCalls().ended(centre.tenant, talk.call(), DeviceCallOutcome.FAILED);
        assertThat(row(talk.call())).as("told again").startsWith("COLLEAGUE ANSWERED");
    }

    @Test
    void whoTalksOrIsRungIsBusyAndNobodyCallsThemselvesOrStrangers() {
        var call = centre.arrives("CA-" + Ids.next(), sales);
        var offer = centre.reservation(call, "OFFERED");
        var rung = agentOf(offer.toString()).equals(ana.id().toString()) ? ana : ben;
        var free = rung.equals(ana) ? ben : ana;

        assertThat(calls(free, rung)).isInstanceOf(Met.Busy.class);
        assertThat(calls(rung, free)).isInstanceOf(Met.Busy.class);
        assertThat(presence(free)).isEqualTo("AVAILABLE");
        assertThat(calls(free, free)).isInstanceOf(Met.Nobody.class);
        assertThat(centre.telephony
                        .deviceCalls()
                        .call(centre.tenant, sid(), Ids.next(), agent(free), new AgentId(UUID.randomUUID())))
                .isInstanceOf(Met.Nobody.class);
        centre.accept(rung, offer);
        assertThat(calls(free, rung)).isInstanceOf(Met.Busy.class);
        assertThat(POSTGRES.ask("select count(*) from device_call where tenant_id = '%s' and outcome = 'BUSY'"
                        .formatted(centre.tenant)))
                .isEqualTo("3");
    }

    @Test
    void whoIsAwayStaysAwayAndIsBusyForOthersWhileTheyTalk() {
        POSTGRES.tell("update presence set state = 'AWAY', reason = 'Lunch' where agent_id = '%s'".formatted(ben.id()));

        var talk = ringing(calls(ana, ben));

        assertThat(presence(ben)).isEqualTo("AWAY");
        assertThat(calls(centre.agent("Carl"), ben)).isInstanceOf(Met.Busy.class);
        ended(talk.call(), DeviceCallOutcome.NO_ANSWER);
        assertThat(presence(ben)).isEqualTo("AWAY");
        assertThat(presence(ana)).isEqualTo("AVAILABLE");
        assertThat(row(talk.call())).startsWith("COLLEAGUE NO_ANSWER");
    }

    @Test
    void theSameQuestionAgainGetsTheSameAnswer() {
        var sid = sid();
        var id = Ids.next();
        var first = centre.telephony.deviceCalls().call(centre.tenant, sid, id, agent(ana), agent(ben));

        assertThat(centre.telephony.deviceCalls().call(centre.tenant, sid, id, agent(ana), agent(ben)))
                .isEqualTo(first);
        assertThat(centre.telephony.deviceCalls().call(centre.tenant, sid(), id, agent(ana), agent(ben)))
                .as("another call of the same name")
                .isInstanceOf(Met.Nobody.class);
    }

    @Test
    void aCallWhoseEndNobodyTellsEndsWhenTheCarrierIsAsked() {
        var talk = ringing(calls(ana, ben));
        CLOCK.pass(Duration.ofMinutes(2));

        ask(LegState.IN_PROGRESS);
        assertThat(presence(ana)).isEqualTo("ENGAGED");
        CLOCK.pass(Duration.ofMinutes(2));
        ask(LegState.COMPLETED);

        assertThat(presence(ana)).isEqualTo("AVAILABLE");
        assertThat(row(talk.call())).startsWith("COLLEAGUE CANCELED");
    }

    @Test
    void whatWasRecordedToBeHeardOnceIsDeletedAtTheCarrierAndIsNoInteraction() {
        var before = interactions();
        var call = centre.telephony
                .deviceCalls()
                .echo(centre.tenant, sid(), agent(ana))
                .orElseThrow();
        centre.telephony.deviceCalls().recorded(centre.tenant, call, "RE1");
        assertThat(centre.orders).isEmpty();

        centre.telephony.deviceCalls().ended(centre.tenant, call, DeviceCallOutcome.ANSWERED);

        Waits.until(
                "the recording to go",
                () -> centre.orders.stream()
                        .anyMatch(order -> order instanceof CarrierOrder.DeleteRecording(var _, var recording)
                                && recording.equals("RE1")));
        assertThat(interactions()).isEqualTo(before);
        assertThat(presence(ana)).isEqualTo("AVAILABLE");
        assertThat(POSTGRES.ask("select count(*) from recording where tenant_id = '%s'".formatted(centre.tenant)))
                .isEqualTo("0");
    }

    @Test
    void theColleaguesOtherDeviceThatRingsNoMoreEndsNothing() {
        var talk = ringing(calls(ana, ben));

        told(talk.call(), LegState.BUSY);
        assertThat(row(talk.call())).as("one of two refused").startsWith("COLLEAGUE -");
        told(talk.call(), LegState.IN_PROGRESS);
        told(talk.call(), LegState.CANCELED);
        assertThat(row(talk.call())).as("the other took it").startsWith("COLLEAGUE -");
        assertThat(presence(ana)).isEqualTo("ENGAGED");

        CLOCK.pass(Duration.ofSeconds(10));
        told(talk.call(), LegState.COMPLETED);
        assertThat(row(talk.call())).isEqualTo("COLLEAGUE ANSWERED 00:00:10");
    }

    @Test
    void bothAndNobodyElseAreToldWhoTookTheCallAndWhatCameOfIt() {
        var talk = ringing(calls(ana, ben)).call();
        told(talk, LegState.IN_PROGRESS);
        told(talk, LegState.IN_PROGRESS);
        told(talk, LegState.COMPLETED);
        var missed = ringing(calls(ben, ana)).call();
        ended(missed, DeviceCallOutcome.NO_ANSWER);
        var refused = ringing(calls(ana, ben)).call();
        ended(refused, DeviceCallOutcome.BUSY);

        assertThat(tellings(talk)).isEqualTo("DirectCallAnswered -, DirectCallEnded ANSWERED");
        assertThat(tellings(missed)).isEqualTo("DirectCallEnded NO_ANSWER");
        assertThat(tellings(refused)).isEqualTo("DirectCallEnded REJECTED");
        assertThat(POSTGRES.ask("""
            select string_agg(distinct concat(audience - 'everyone' - 'agents',
                   jsonb_array_length(audience->'agents')), ' ') from (%s) happened\
            """.formatted(happened())))
                .as("two agents, and neither roles nor queues")
                .isEqualTo("{}2");
    }

    @Test
    void whoCallsSomebodyBusyAloneIsToldSo() {
        ringing(calls(ana, ben));
        var carl = centre.agent("Carl", sales);
        var id = Ids.next();

        assertThat(centre.telephony.deviceCalls().call(centre.tenant, sid(), id, agent(carl), agent(ben)))
                .isInstanceOf(Met.Busy.class);

        assertThat(tellings(id)).isEqualTo("DirectCallEnded BUSY");
        assertThat(POSTGRES.ask("select audience->'agents'->>0 from (%s) happened where payload->>'call' = '%s'"
                        .formatted(happened(), id)))
                .isEqualTo(carl.id().toString());
    }

    @Test
    void aCallerWhoHangsUpAfterTheyTalkedHasNotGivenUp() {
        var sid = sid();
        var talk = centre.telephony.deviceCalls().call(centre.tenant, sid, Ids.next(), agent(ana), agent(ben));
        told(ringing(talk).call(), LegState.IN_PROGRESS);

        POSTGRES.database()
                .doInTenant(
                        centre.tenant,
                        tx -> centre.telephony.deviceCalls().told(tx, sid, LegState.COMPLETED, CLOCK.instant()));

        assertThat(row(ringing(talk).call())).startsWith("COLLEAGUE ANSWERED");
    }

    private void ended(UUID call, DeviceCallOutcome outcome) {
        centre.telephony.deviceCalls().ended(centre.tenant, call, outcome);
    }

    private String happened() {
        return """
            select type, seq, payload::jsonb as payload, audience from event where tenant_id = '%1$s'
                and type like 'DirectCall%%'
            union all select type, 1000000 + id, payload::jsonb, audience from outbox where tenant_id = '%1$s'
                and type like 'DirectCall%%'\
            """.formatted(centre.tenant);
    }

    private String tellings(UUID call) {
        return POSTGRES.ask("""
            select string_agg(type || ' ' || coalesce(payload->>'outcome', '-'), ', ' order by seq)
            from (%s) happened where payload->>'call' = '%s'\
            """.formatted(happened(), call));
    }

    private void ask(LegState seen) {
        centre.telephony.deviceCalls().askAll(centre.tenant, (_, _) -> Optional.of(new CarrierLegs.Seen(seen, null)));
    }

    private String interactions() {
        return POSTGRES.ask("select count(*) from interaction where tenant_id = '%s'".formatted(centre.tenant));
    }

    private Met calls(Person caller, Person colleague) {
        return centre.telephony.deviceCalls().call(centre.tenant, sid(), Ids.next(), agent(caller), agent(colleague));
    }

    private static Met.Ringing ringing(Met met) {
        assertThat(met).isInstanceOf(Met.Ringing.class);
        return (Met.Ringing) met;
    }

    private void told(UUID call, LegState state) {
        POSTGRES.database()
                .doInTenant(
                        centre.tenant,
                        tx -> centre.telephony.deviceCalls().colleague(tx, call, state, CLOCK.instant()));
    }

    private static String row(UUID call) {
        return POSTGRES.ask("""
            select kind || ' ' || coalesce(outcome, '-') || ' ' || coalesce((ended_at - answered_at)::text, '-')
            from device_call where id = '%s'\
            """.formatted(call));
    }

    private static String presence(Person person) {
        return POSTGRES.ask("select state from presence where agent_id = '%s'".formatted(person.id()));
    }

    private static String agentOf(String reservation) {
        return POSTGRES.ask("select agent_id from reservation where id = '%s'".formatted(reservation));
    }

    private static AgentId agent(Person person) {
        return new AgentId(person.id());
    }

    private static CallSid sid() {
        return new CallSid("CA-" + Ids.next());
    }
}
