package io.trunkline.backend.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.telephony.twilio.CarrierAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {
    private final Situation before = Given.firstDay(Given.number());
    private final Wish wish = Given.wish(Given.entry());

    @Test
    void onTheFirstDayEverythingIsMadeAndTheNumberComesHere() {
        var plan = Plan.of(before, wish);

        assertThat(plan.key()).isTrue();
        assertThat(plan.account()).isTrue();
        assertThat(plan.application().orElseThrow().to())
                .containsEntry("VoiceUrl", Given.ADDRESSES.devices())
                .containsEntry("FriendlyName", Given.NAME);
        var change = plan.numbers().getFirst();
        assertThat(change.from())
                .containsEntry("VoiceUrl", "https://old.example.com/voice")
                .containsEntry("VoiceMethod", "GET");
        assertThat(change.to())
                .containsEntry("VoiceUrl", Given.ADDRESSES.calls())
                .containsEntry("VoiceMethod", "POST")
                .containsEntry("VoiceFallbackUrl", Given.ADDRESSES.callsFallback())
                .containsEntry("StatusCallback", Given.ADDRESSES.callStatus())
                .containsEntry("SmsUrl", Given.ADDRESSES.texts())
                .doesNotContainKeys("SmsMethod", "VoiceApplicationSid");
        assertThat(plan.ties().getFirst().flow()).contains("Main");
        assertThat(plan.ties().getFirst().queue()).contains("Support");
        assertThat(plan.remarks()).isEmpty();
    }

    @Test
    void whatIsDoneOnceIsNotDoneTwice() {
        assertThat(Plan.of(done(), wish).isEmpty()).isTrue();
    }

    @Test
    void anApplicationInTheNumbersPlaceIsTakenAway() {
        var number = Given.with(Given.number(), Map.of("VoiceApplicationSid", Given.APPLICATION));

        assertThat(Plan.of(Given.firstDay(number), wish).numbers().getFirst().to())
                .containsEntry("VoiceApplicationSid", "");
    }

    @Test
    void textsOfAMessagingServiceAreLeftAloneAndToldSo() {
        var with = new Situation(
                before.account(),
                before.tokenKnown(),
                before.keyThere(),
                before.application(),
                before.chosen(),
                Map.of(Given.number().sid(), "Reminders"),
                before.ours(),
                before.flows(),
                before.queues());

        var plan = Plan.of(with, wish);

        assertThat(plan.numbers().getFirst().to()).doesNotContainKey("SmsUrl").containsKey("VoiceUrl");
        assertThat(plan.remarks()).singleElement().asString().contains("'Reminders'", "Defer to sender's webhook");
    }

    @Test
    void callsOfASipTrunkAreLeftAloneAndToldSo() {
        var plain = Given.number();
        var trunked = new CarrierNumber(
                plain.sid(), plain.number(), plain.name(), true, true, "TK" + "0".repeat(32), plain.fields());

        var plan = Plan.of(Given.firstDay(trunked), wish);

        assertThat(plan.numbers().getFirst().to()).containsKey("SmsUrl").doesNotContainKey("VoiceUrl");
        assertThat(plan.remarks()).singleElement().asString().contains("SIP trunk");
    }

    @Test
    void whatANumberCannotCarryIsNotAskedOfIt() {
        var plain = Given.number();
        var mute = new CarrierNumber(plain.sid(), plain.number(), plain.name(), false, true, "", plain.fields());

        var plan = Plan.of(Given.firstDay(mute), wish);

        assertThat(plan.numbers().getFirst().to()).containsOnlyKeys("SmsUrl");
        assertThat(plan.remarks()).singleElement().asString().contains("takes no calls");
    }

    @Test
    void whoeverWouldHearThatANumberIsNotInServiceIsToldOfBefore() {
        var nothing = new Wish.Entry(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(Plan.of(before, Given.wish(nothing)).remarks())
                .anySatisfy(remark -> assertThat(remark).contains("not in service", "--flow", "--queue"))
                .anySatisfy(remark -> assertThat(remark).contains("No queue takes texts"));
    }

    @Test
    void aKeyThatIsGoneAtTheCarrierIsMadeAnew() {
        var plan = Plan.of(done(true, false), wish);

        assertThat(plan.key()).isTrue();
        assertThat(plan.account()).isTrue();
        assertThat(plan.numbers()).isEmpty();
    }

    @Test
    void anotherTokenIsKeptWithTheKeyThatIsKnown() {
        var plan = Plan.of(done(false, true), wish);

        assertThat(plan.account()).isTrue();
        assertThat(plan.key()).isFalse();
    }

    @Test
    void anApplicationThatAsksElsewhereIsPointedHereAndStaysTheSame() {
        var elsewhere = new Situation(
                Optional.of(new CarrierAccount(Given.ACCOUNT, Given.KEY, Given.APPLICATION, null)),
                true,
                true,
                Optional.of(new Application(
                        Given.APPLICATION,
                        Given.NAME,
                        "https://old.example.com/agent",
                        "POST",
                        Given.ADDRESSES.callStatus())),
                before.chosen(),
                before.services(),
                List.of(),
                before.flows(),
                before.queues());

        var change = Plan.of(elsewhere, wish).application().orElseThrow();

        assertThat(change.sid()).contains(Given.APPLICATION);
        assertThat(change.to()).containsOnlyKeys("VoiceUrl");
    }

    /// As it is once all that was planned is done.
    private Situation done() {
        return Given.done(Plan.of(before, wish), before);
    }

    private Situation done(boolean tokenKnown, boolean keyThere) {
        var done = done();
        return new Situation(
                done.account(),
                tokenKnown,
                keyThere,
                done.application(),
                done.chosen(),
                done.services(),
                done.ours(),
                done.flows(),
                done.queues());
    }
}
