package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.Waits;
import io.trunkline.backend.identity.TestClock;
import io.trunkline.backend.identity.TestServer.Person;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.CommandId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.Switch;
import io.trunkline.model.call.TargetKind;
import io.trunkline.model.call.Transfer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A carrier that does not hold the contact, or does not take them back.
class RefusedHoldIT {
    private static final TestClock CLOCK = new TestClock();
    private static final Reply NO = new Reply.Refused(0, "no");

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase(CLOCK);

    private final Semaphore slow = new Semaphore(0);
    private CallCentre centre;
    private QueueId sales;
    private Person ana;
    private InteractionId call;
    private ReservationId reservation;
    private String sid;

    @BeforeEach
    void anAgentIsTalking() {
        centre = new CallCentre(POSTGRES, CLOCK);
        sales = centre.queue("Sales");
        ana = centre.agent("Ana", sales);
        sid = "CA-" + Ids.next();
        call = centre.arrives(sid, sales);
        reservation = centre.reservation(call, "OFFERED");
        assertThat(centre.accept(ana, reservation).status()).isEqualTo(204);
        assertThat(centre.arrives(ana, reservation, sid + "-first")).isTrue();
        centre.telephony.agentLegs().answered();
        Waits.until("the contact to join", () -> carried("Join") == 1);
    }

    @AfterEach
    void close() {
        slow.release(100);
        centre.close();
    }

    @Test
    void aHoldThatIsNotCarriedOutIsTakenBackAndSaid() {
        centre.replies = refusing(_ -> true);

        hold(true);

        Waits.until("the contact to be shown as not held", () -> !held());
        assertThat(told()).containsExactly("held", "not held", "hold refused");
    }

    @Test
    void whileTheCarrierFailsItIsTriedAgainAndThenTakenBack() {
        centre.replies = order ->
                order instanceof CarrierOrder.Hold ? new Reply.Unclear("status 503, code 20500") : CallCentre.done();

        hold(true);

        Waits.until("the contact to be shown as not held", () -> {
            CLOCK.pass(Duration.ofMillis(200));
            return !held();
        });
        assertThat(told()).containsExactly("held", "not held", "hold refused");
        assertThat(holds()).containsExactly(true, true, true, true);
    }

    @Test
    void aContactWhoIsNotTakenBackIsShownAsHeld() {
        hold(true);
        Waits.until("the hold", () -> carried("Hold") == 1);
        centre.replies = refusing(hold -> !hold.on());

        hold(false);

        Waits.until("the contact to be shown as held", this::held);
        assertThat(told()).containsExactly("held", "not held", "held", "resume refused");
    }

    @Test
    void whatWasAskedForSinceDecides() {
        centre.replies = slowly(NO);
        hold(true);
        Waits.until("the first to be at the carrier", () -> holds().size() == 1);
        hold(false);
        hold(true);

        slow.release();

        Waits.until("the last to be done", () -> carried("Hold") == 1);
        assertThat(held()).isTrue();
        assertThat(told()).containsExactly("held", "not held", "held");
    }

    @Test
    void whoIsNeitherHeldNorTakenBackWasNeverHeld() {
        centre.replies = slowly(NO, NO);
        hold(true);
        Waits.until("the first to be at the carrier", () -> holds().size() == 1);
        hold(false);

        slow.release();

        Waits.until("both to be refused", () -> refused() == 2);
        assertThat(held()).isFalse();
        assertThat(told()).containsExactly("held", "not held");
    }

    @Test
    void aCallThatIsOverIsNotHeldAfterwards() {
        hold(true);
        Waits.until("the hold", () -> carried("Hold") == 1);
        centre.replies = slowly(NO);
        hold(false);
        Waits.until("it to be at the carrier", () -> holds().size() == 2);
        centre.told(sid, LegState.COMPLETED);

        slow.release();

        Waits.until("it to be refused", () -> refused() == 1);
        assertThat(held()).isFalse();
        assertThat(told()).doesNotContain("resume refused");
    }

    @Test
    void whoWasPassedOnMeanwhileIsNotHeldForTheNext() {
        hold(true);
        Waits.until("the hold", () -> carried("Hold") == 1);
        centre.replies = slowly(NO);
        hold(false);
        Waits.until("it to be at the carrier", () -> holds().size() == 2);
        var passed = centre.post(
                ana,
                "interactions/%s/call/transfer".formatted(call),
                new Transfer(new CommandId(Ids.next()), TargetKind.QUEUE, sales.toString()));
        assertThat(passed.status()).as(passed.toString()).isEqualTo(200);

        slow.release();

        Waits.until("the contact to wait again", () -> carried("WaitAgain") == 1);
        assertThat(refused()).isEqualTo(1);
        assertThat(held()).isFalse();
        assertThat(told()).doesNotContain("resume refused");
    }

    @Test
    void comfortThatIsRefusedIsNoHoldOfTheAgents() {
        hold(true);
        Waits.until("the hold", () -> carried("Hold") == 1);
        centre.replies = refusing(_ -> true);

        lose();

        Waits.until("the comfort to be refused", () -> refused() == 1);
        assertThat(held()).as("by the agent, before").isTrue();
        assertThat(told()).doesNotContain("hold refused", "resume refused");
    }

    @Test
    void anAgentWhoIsBackSeesThatTheComfortDidNotEnd() {
        lose();
        Waits.until("the comfort", () -> carried("Hold") == 1);
        assertThat(held()).isFalse();
        centre.replies = refusing(hold -> !hold.on());

        assertThat(centre.arrives(ana, reservation, sid + "-second")).isTrue();

        Waits.until("the contact to be shown as held", this::held);
        assertThat(told()).endsWith("held", "resume refused");
        centre.replies = _ -> CallCentre.done();
        hold(false);
        Waits.until("the contact to be taken back", () -> carried("Hold") == 2);
        assertThat(held()).isFalse();
    }

    @Test
    void aHoldAskedForWhileTheAgentIsLostIsOrderedThoughThereWasNoComfort() {
        centre.replies = refusing(_ -> true);
        lose();
        Waits.until("the comfort to be refused", () -> refused() == 1);
        assertThat(held()).isFalse();

        hold(true);

        Waits.until("the hold to be refused", () -> refused() == 2);
        assertThat(held()).isFalse();
    }

    private static Function<CarrierOrder, Reply> refusing(Predicate<CarrierOrder.Hold> which) {
        return order -> order instanceof CarrierOrder.Hold hold && which.test(hold) ? NO : CallCentre.done();
    }

    /// Takes its time over holds until it is let go; replies with these first, and then that they are done.
    private Function<CarrierOrder, Reply> slowly(Reply... first) {
        var left = new ArrayDeque<>(List.of(first));
        return order -> {
            if (!(order instanceof CarrierOrder.Hold)) {
                return CallCentre.done();
            }
            slow.acquireUninterruptibly();
            slow.release();
            return left.isEmpty() ? CallCentre.done() : left.remove();
        };
    }

    private void hold(boolean on) {
        var answer = centre.post(
                ana, "interactions/%s/call/hold".formatted(call), new Switch(new CommandId(Ids.next()), on));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private void lose() {
        centre.told(sid + "-first", LegState.COMPLETED);
        Waits.until(
                "the agent to be lost",
                () -> record("agent_lost_at is not null").equals("true"));
    }

    private boolean held() {
        return record("held").equals("true");
    }

    private String record(String what) {
        return POSTGRES.ask("select (%s)::text from call where interaction_id = '%s'".formatted(what, call));
    }

    /// What desktops were told of hold, without what repeats itself.
    private List<String> told() {
        var lines = POSTGRES.ask("""
                select string_agg(case when type = 'CallChanged' then (payload::jsonb -> 'call' ->> 'held')
                                       else 'on ' || (payload::jsonb ->> 'on') end, ',' order by place)
                from (select seq as place, type, payload, interaction_id from event
                      union all select 1000000 + id, type, payload, interaction_id from outbox) happened
                where interaction_id = '%s' and type in ('CallChanged', 'CallHoldRefused')""".formatted(call));
        var told = new ArrayList<String>();
        var held = "false";
        for (var line : lines.split(",", -1)) {
            if (line.startsWith("on")) {
                told.add(line.equals("on true") ? "hold refused" : "resume refused");
            } else if (!line.equals(held)) {
                held = line;
                told.add(line.equals("true") ? "held" : "not held");
            }
        }
        return told;
    }

    private List<Boolean> holds() {
        return centre.orders.stream()
                .filter(order -> order instanceof CarrierOrder.Hold
                        && order.interaction().equals(call))
                .map(order -> ((CarrierOrder.Hold) order).on())
                .toList();
    }

    private int carried(String kind) {
        return commands("kind = '%s' and state = 'DONE'".formatted(kind));
    }

    /// How many holds the carrier refused, whether or not that has been followed up.
    private int refused() {
        return commands("kind = 'Hold' and state in ('REFUSED', 'DEAD') and coalesce(last_error, '') <> 'overtaken'");
    }

    private int commands(String which) {
        return Integer.parseInt(POSTGRES.ask(
                "select count(*) from carrier_command where interaction_id = '%s' and %s".formatted(call, which)));
    }
}
