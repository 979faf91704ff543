package io.trunkline.simulator.twiml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Client;
import com.twilio.twiml.voice.Conference;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Gather;
import com.twilio.twiml.voice.Parameter;
import com.twilio.twiml.voice.Say;
import org.junit.jupiter.api.Test;

class TwimlTest {
    private static void refused(String document, int code) {
        assertThatThrownBy(() -> Twiml.read(document))
                .isInstanceOfSatisfying(
                        BadTwiml.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void readsWhatTheCarriersLibraryWrites() throws BadTwiml {
        var written = new VoiceResponse.Builder()
                .gather(new Gather.Builder()
                        .numDigits(1)
                        .action("/menu")
                        .say(new Say.Builder("Press <1> & wait").build())
                        .build())
                .dial(new Dial.Builder()
                        .timeout(20)
                        .conference(new Conference.Builder("room")
                                .participantLabel("agent")
                                .endConferenceOnExit(true)
                                .build())
                        .client(new Client.Builder("ana")
                                .parameter(new Parameter.Builder()
                                        .name("a")
                                        .value("b")
                                        .build())
                                .build())
                        .build())
                .build()
                .toXml();

        var verbs = Twiml.read(written);

        assertThat(verbs).hasSize(2);
        var gather = (Verb.Gather) verbs.get(0);
        assertThat(gather.at().number("numDigits", 0)).isEqualTo(1);
        assertThat(gather.prompts()).containsExactly(new Verb.Say("Press <1> & wait", 1));
        var dial = (Verb.Dial) verbs.get(1);
        assertThat(dial.at().number("timeout", 30)).isEqualTo(20);
        assertThat(dial.nouns()).hasSize(2);
        assertThat(dial.nouns().getFirst().at().flag("endConferenceOnExit", false))
                .isTrue();
    }

    @Test
    void aBareNumberInDialIsAPhone() throws BadTwiml {
        var dial = (Verb.Dial)
                Twiml.read("<Response><Dial> +15550110001 </Dial></Response>").getFirst();

        assertThat(dial.nouns())
                .singleElement()
                .isInstanceOfSatisfying(
                        Noun.Phone.class, p -> assertThat(p.number()).isEqualTo("+15550110001"));
    }

    @Test
    void refusesWhatIsNotADocument() {
        refused("", 12100);
        refused("hello", 12100);
        refused("<Response>", 12100);
        refused("<Twiml/>", 12100);
    }

    @Test
    void refusesVerbsThatDoNotExistOrMayNotStandThere() {
        refused("<Response><Sing/></Response>", 12200);
        refused("<Response><say>Hello</say></Response>", 12200);
        refused("<Response><Gather><Dial/></Gather></Response>", 12200);
        refused("<Response><Enqueue>" + "q".repeat(65) + "</Enqueue></Response>", 13233);
        assertThatThrownBy(() -> Twiml.read("<Response><Gather/></Response>", Twiml.MUSIC, 13238))
                .isInstanceOfSatisfying(
                        BadTwiml.class, e -> assertThat(e.code()).isEqualTo(13238));
    }

    @Test
    void readsNoOutsideEntities() {
        refused("<!DOCTYPE x [<!ENTITY f SYSTEM 'file:///etc/passwd'>]><Response><Say>&f;</Say></Response>", 12100);
    }
}
