package io.trunkline.backend.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.telephony.twilio.CarrierAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void onTheFirstDayEverythingIsMadeAndTheNumberComesHere() {
        var plan = Plan.of(Given.firstDay(Given.number()), Given.wish(Given.entry()));

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
        var before = Given.firstDay(Given.number());
        var wish = Given.wish(Given.entry());

        assertThat(Plan.of(Given.done(Plan.of(before, wish), before), wish).isEmpty())
                .isTrue();
    }

    @Test
    void anApplicationInTheNumbersPlaceIsTakenAway() {
        var number = Given.with(Given.number(), Map.of("VoiceApplicationSid", Given.APPLICATION));

        assertThat(Plan.of(Given.firstDay(number), Given.wish(Given.entry()))
                        .numbers()
                        .getFirst()
                        .to())
                .containsEntry("VoiceApplicationSid", "");
    }

    @Test
    void textsOfAMessagingServiceAreLeftAloneAndToldSo() {
        var now = Given.firstDay(Given.number());
        var with = new Situation(
                now.account(),
                now.tokenKnown(),
                now.keyThere(),
                now.application(),
                now.chosen(),
                Map.of(Given.number().sid(), "Reminders"),
                now.ours(),
                now.flows(),
                now.queues());

        var plan = Plan.of(with, Given.wish(Given.entry()));

        assertThat(plan.numbers().getFirst().to()).doesNotContainKey("SmsUrl").containsKey("VoiceUrl");
        assertThat(plan.remarks()).singleElement().asString().contains("'Reminders'", "Defer to sender's webhook");
    }

    @Test
    void callsOfASipTrunkAreLeftAloneAndToldSo() {
        var plain = Given.number();
        var trunked = new CarrierNumber(
                plain.sid(), plain.number(), plain.name(), true, true, "TK" + "0".repeat(32), plain.fields());

        var plan = Plan.of(Given.firstDay(trunked), Given.wish(Given.entry()));

        assertThat(plan.numbers().getFirst().to()).containsKey("SmsUrl").doesNotContainKey("VoiceUrl");
        assertThat(plan.remarks()).singleElement().asString().contains("SIP trunk");
    }

    @Test
    void whatANumberCannotCarryIsNotAskedOfIt() {
        var plain = Given.number();
        var mute = new CarrierNumber(plain.sid(), plain.number(), plain.name(), false, true, "", plain.fields());

        var plan = Plan.of(Given.firstDay(mute), Given.wish(Given.entry()));

        assertThat(plan.numbers().getFirst().to()).containsOnlyKeys("SmsUrl");
        assertThat(plan.remarks()).singleElement().asString().contains("takes no calls");
    }

    @Test
    void whoeverWouldHearThatANumberIsNotInServiceIsToldOfBefore() {
        var nothing = new Wish.Entry(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        assertThat(Plan.of(Given.firstDay(Given.number()), Given.wish(nothing)).remarks())
                .anySatisfy(remark -> assertThat(remark).contains("not in service", "--flow", "--queue"))
                .anySatisfy(remark -> assertThat(remark).contains("No queue takes texts"));
    }

    @Test
    void aKeyThatIsGoneAtTheCarrierIsMadeAnew() {
        var before = Given.firstDay(Given.number());
        var wish = Given.wish(Given.entry());
        var done = Given.done(Plan.of(before, wish), before);
        var without = new Situation(
                done.account(),
                true,
                false,
                done.application(),
                done.chosen(),
                done.services(),
                done.ours(),
                done.flows(),
                done.queues());

        var plan = Plan.of(without, wish);

        assertThat(plan.key()).isTrue();
        assertThat(plan.account()).isTrue();
        assertThat(plan.numbers()).isEmpty();
    }

    @Test
    void anotherTokenIsKeptWithTheKeyThatIsKnown() {
        var before = Given.firstDay(Given.number());
        var wish = Given.wish(Given.entry());
        var done = Given.done(Plan.of(before, wish), before);
        var turned = new Situation(
                done.account(),
                false,
                true,
                done.application(),
                done.chosen(),
                done.services(),
                done.ours(),
                done.flows(),
                done.queues());

        assertThat(Plan.of(turned, wish).account()).isTrue();
        assertThat(Plan.of(turned, wish).key()).isFalse();
    }

    @Test
    void anApplicationThatAsksElsewhereIsPointedHereAndStaysTheSame() {
        var before = Given.firstDay(Given.number());
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

        var change = Plan.of(elsewhere, Given.wish(Given.entry())).application().orElseThrow();

        assertThat(change.sid()).contains(Given.APPLICATION);
        assertThat(change.to()).containsOnlyKeys("VoiceUrl");
    }
}
