package io.trunkline.backend.ivr;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.QueueId;
import io.trunkline.model.interaction.Outcome;
import io.trunkline.model.json.Json;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FlowRunnerTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZonedDateTime MONDAY_TEN = ZonedDateTime.of(2026, 11, 23, 10, 0, 0, 0, BERLIN);
    private static final QueueId SALES = new QueueId(new UUID(0, 1));
    private static final QueueId SUPPORT = new QueueId(new UUID(0, 2));
    private static final Flow FLOW = flow(hours("09:00", "17:00"));

    @Test
    void greetsAndAsksWhileOpen() {
        var turn = FlowRunner.begin(FLOW, MONDAY_TEN);

        assertThat(turn.instructions().getFirst()).isEqualTo(new Instruction.Say("Welcome."));
        assertThat(turn.last()).isInstanceOfSatisfying(Instruction.Ask.class, ask -> {
            assertThat(ask.digits()).isEqualTo(1);
            assertThat(ask.position()).isEqualTo(new Position("menu", 0));
        });
    }

    @Test
    void hangsUpWhileClosed() {
        assertThat(FlowRunner.begin(FLOW, MONDAY_TEN.withHour(18)).instructions())
                .containsExactly(new Instruction.Say("Closed."), new Instruction.HangUp(Outcome.CLOSED));
    }

    @Test
    void aDigitLeadsToItsQueue() {
        assertThat(press(0, "2").last()).isEqualTo(new Instruction.Enqueue(SUPPORT, new Position("support", 0)));
    }

    @Test
    void aWrongDigitIsAskedAgainAndThenTheOtherwiseFollows() {
        var again = press(0, "9");
        assertThat(again.instructions().getFirst()).isEqualTo(new Instruction.Say("Not that one."));
        assertThat(again.last())
                .isInstanceOfSatisfying(
                        Instruction.Ask.class,
                        ask -> assertThat(ask.position().tries()).isEqualTo(1));
        assertThat(press(1, "").instructions()).hasSize(1);
        assertThat(press(2, "9").last()).isEqualTo(new Instruction.Enqueue(SALES, new Position("sales", 0)));
    }

    @Test
    void aFullQueueSaysSo() {
        var turn = FlowRunner.next(FLOW, new Position("sales", 0), new Input.QueueFull(), MONDAY_TEN);

        assertThat(turn.last()).isEqualTo(new Instruction.HangUp(Outcome.OVERFLOWED));
    }

    @Test
    void aStepThatWasTakenAwayStartsTheFlowAgain() {
        assertThat(FlowRunner.next(FLOW, new Position("gone", 0), new Input.Digits("1"), MONDAY_TEN))
                .isEqualTo(FlowRunner.begin(FLOW, MONDAY_TEN));
    }

    @Test
    void aFlowThatLeadsNowhereEndsTheCall() {
        var broken = new Flow("a", "en", Map.of("a", new Step.Say("x", "b"), "b", new Step.Say("y", "a")));

        assertThat(FlowRunner.begin(broken, MONDAY_TEN).last()).isEqualTo(new Instruction.HangUp(Outcome.FAILED));
        assertThat(FlowCheck.errors(broken)).isNotEmpty();
    }

    @Test
    void spansPastMidnightBelongToTheDayTheyStartOn() {
        var night = new OpeningHours(Map.of(DayOfWeek.FRIDAY, List.of(span("22:00", "06:00"))), null, BERLIN);

        assertThat(night.open(at(2026, 11, 27, 23))).isTrue();
        assertThat(night.open(at(2026, 11, 28, 5))).isTrue();
        assertThat(night.open(at(2026, 11, 28, 6))).isFalse();
        assertThat(night.open(at(2026, 11, 27, 5))).isFalse();
    }

    @Test
    void splitShiftsHolidaysAndWholeDays() {
        var split = new OpeningHours(
                Map.of(
                        DayOfWeek.MONDAY,
                        List.of(span("08:00", "12:00"), span("14:00", "18:00")),
                        DayOfWeek.TUESDAY,
                        List.of(span("00:00", "00:00"))),
                Set.of(LocalDate.of(2026, 12, 1)),
                BERLIN);

        assertThat(split.open(at(2026, 11, 23, 11))).isTrue();
        assertThat(split.open(at(2026, 11, 23, 13))).isFalse();
        assertThat(split.open(at(2026, 11, 23, 14))).isTrue();
        assertThat(split.open(at(2026, 11, 24, 3))).isTrue();
        assertThat(split.open(at(2026, 12, 1, 12))).isFalse();
    }

    @Test
    void hoursFollowTheWallClockWhenClocksChange() {
        var hours = hours("09:00", "17:00");
        var summer = ZonedDateTime.of(2026, 10, 24, 7, 30, 0, 0, ZoneId.of("UTC"));
        var winter = ZonedDateTime.of(2026, 10, 26, 7, 30, 0, 0, ZoneId.of("UTC"));

        assertThat(hours.open(summer)).isTrue();
        assertThat(hours.open(winter)).isFalse();
    }

    @Test
    void aFlowIsTheSameAfterJson() throws Exception {
        var json = Json.mapper().writeValueAsString(FLOW);

        assertThat(Json.mapper().readValue(json, Flow.class)).isEqualTo(FLOW);
    }

    @Test
    void faultsAreNamedByField() {
        var flow = new Flow(
                "menu",
                "english please",
                Map.of("menu", new Step.Menu(" ", Map.of("x", "nowhere"), "menu", null, 5, 99)));

        assertThat(FlowCheck.errors(flow).stream().map(io.trunkline.model.Problem.Field::name))
                .containsExactlyInAnyOrder(
                        "language",
                        "steps.menu.prompt",
                        "steps.menu.tries",
                        "steps.menu.choices.x",
                        "steps.menu.choices.x");
        assertThat(FlowCheck.errors(FLOW)).isEmpty();
    }

    private static Turn press(int tries, String digits) {
        return FlowRunner.next(FLOW, new Position("menu", tries), new Input.Digits(digits), MONDAY_TEN);
    }

    private static ZonedDateTime at(int year, int month, int day, int hour) {
        return ZonedDateTime.of(year, month, day, hour, 0, 0, 0, BERLIN);
    }

    private static OpeningHours.Span span(String from, String to) {
        return new OpeningHours.Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static OpeningHours hours(String from, String to) {
        var week = new java.util.EnumMap<DayOfWeek, List<OpeningHours.Span>>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            week.put(day, List.of(span(from, to)));
        }
        return new OpeningHours(week, null, BERLIN);
    }

    private static Flow flow(OpeningHours hours) {
        return new Flow(
                "hours",
                "en-US",
                Map.of(
                        "hours", new Step.Hours(hours, "welcome", "closed"),
                        "welcome", new Step.Say("Welcome.", "menu"),
                        "menu",
                                new Step.Menu(
                                        "Press 1 or 2.",
                                        Map.of("1", "sales", "2", "support"),
                                        "sales",
                                        "Not that one.",
                                        5,
                                        3),
                        "sales", new Step.Enqueue(SALES, "busy"),
                        "support", new Step.Enqueue(SUPPORT, "busy"),
                        "busy", new Step.HangUp("Busy.", Outcome.OVERFLOWED),
                        "closed", new Step.HangUp("Closed.", Outcome.CLOSED)));
    }
}
