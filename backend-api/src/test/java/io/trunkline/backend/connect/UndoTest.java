package io.trunkline.backend.connect;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.telephony.twilio.NumbersBefore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UndoTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private final CarrierNumber original = Given.number();
    private final Plan.NumberChange change = Plan.of(Given.firstDay(original), Given.wish(Given.entry()))
            .numbers()
            .getFirst();
    private final CarrierNumber pointed = Given.with(original, change.to());
    private final NumbersBefore record = Journal.with(NumbersBefore.NONE, change, NOON);

    @Test
    void aNumberGetsBackExactlyWhatItSaidBefore() {
        var undo = Undo.of(record, List.of(pointed), List.of());

        assertThat(undo.remarks()).isEmpty();
        assertThat(Given.with(pointed, undo.changes().getFirst().to())).isEqualTo(original);
    }

    @Test
    void aNumberThatSomebodyElseHasChangedSinceIsLeftAlone() {
        var theirs = Given.with(pointed, Map.of("SmsUrl", "https://their.example.com/sms"));

        var undo = Undo.of(record, List.of(theirs), List.of());

        assertThat(undo.changes()).isEmpty();
        assertThat(undo.remarks()).singleElement().asString().contains("texts go to", "left alone");
    }

    @Test
    void whatIsAsBeforeAlreadyIsOnlyForgotten() {
        var undo = Undo.of(record, List.of(original), List.of());

        assertThat(undo.changes()).isEmpty();
        assertThat(undo.done()).containsExactly(original.sid());
    }

    @Test
    void onlyTheNumbersThatAreWantedAreGivenBack() {
        assertThat(Undo.of(record, List.of(pointed), List.of("+12025550199")).changes())
                .isEmpty();
    }

    @Test
    void aNumberThatIsGoneIsToldOf() {
        assertThat(Undo.of(record, List.of(), List.of()).remarks())
                .singleElement()
                .asString()
                .contains("no longer a number of the account");
    }

    @Test
    void whoIsPointedHereTwiceStillGetsTheFirstBack() {
        var moved = new TreeMap<>(Map.of("VoiceUrl", "https://new.example.com/twilio/voice/inbound"));
        var again = new Plan.NumberChange(pointed, new TreeMap<>(), moved);

        var twice = Journal.with(record, again, NOON);
        var undo = Undo.of(twice, List.of(Given.with(pointed, moved)), List.of());

        assertThat(undo.changes().getFirst().to()).containsEntry("VoiceUrl", "https://old.example.com/voice");
    }

    @Test
    void anAttemptThatBrokeOffBetweenWritingDownAndDoingLosesNothing() {
        var moved = new TreeMap<>(Map.of("VoiceUrl", "https://new.example.com/twilio/voice/inbound"));
        var brokenOff = Journal.with(record, new Plan.NumberChange(pointed, new TreeMap<>(), moved), NOON);
        var repeated = Journal.with(brokenOff, new Plan.NumberChange(pointed, new TreeMap<>(), moved), NOON);

        assertThat(repeated.numbers().getFirst().before()).containsEntry("VoiceUrl", "https://old.example.com/voice");
        assertThat(Undo.of(repeated, List.of(pointed), List.of())
                        .changes()
                        .getFirst()
                        .to())
                .containsEntry("VoiceUrl", "https://old.example.com/voice");
    }

    @Test
    void whatSomebodySetInBetweenIsWhatComesBackAfterTheNextTime() {
        var theirs = Given.with(pointed, Map.of("VoiceUrl", "https://their.example.com/voice"));
        var again = Plan.of(Given.firstDay(theirs), Given.wish(Given.entry()))
                .numbers()
                .getFirst();

        var record2 = Journal.with(record, again, NOON);

        assertThat(Undo.of(record2, List.of(pointed), List.of())
                        .changes()
                        .getFirst()
                        .to())
                .containsEntry("VoiceUrl", "https://their.example.com/voice");
    }
}
