package io.trunkline.backend.telephony.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.ivr.Instruction;
import io.trunkline.backend.ivr.Position;
import io.trunkline.backend.ivr.Turn;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.interaction.Outcome;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class TwimlWriterTest {
    private static final QueueId QUEUE = new QueueId(new UUID(0, 1));
    private static final InteractionId INTERACTION = new InteractionId(new UUID(0, 2));

    private final TwimlWriter writer = new TwimlWriter(new Links(URI.create("https://c.example/")));

    @Test
    void aMenuGathersAndComesBackToItsStep() throws Exception {
        var ask = new Instruction.Ask("Press 1", 1, false, Duration.ofSeconds(5), new Position("menu", 1));

        var gather = first(writer.turn(new Turn("en-US", List.of(ask)), 3, 100), "Gather");

        assertThat(gather.getAttribute("action"))
                .isEqualTo("https://c.example/twilio/voice/step?step=menu&tries=1&turn=4");
        assertThat(gather.getAttribute("actionOnEmptyResult")).isEqualTo("true");
        assertThat(gather.getAttribute("numDigits")).isEqualTo("1");
        assertThat(gather.getTextContent()).isEqualTo("Press 1");
    }

    @Test
    void aQueueIsAlwaysLimited() throws Exception {
        var instruction = new Instruction.Enqueue(QUEUE, new Position("sales", 0));

        var enqueue = first(writer.turn(new Turn("en-US", List.of(instruction)), 2, 77), "Enqueue");

        assertThat(enqueue.getAttribute("maxQueueSize")).isEqualTo("77");
        assertThat(enqueue.getTextContent()).isEqualTo(QUEUE.toString());
        assertThat(enqueue.getAttribute("action"))
                .isEqualTo("https://c.example/twilio/voice/enqueue-result?step=sales&turn=2");
    }

    @Test
    void theConferenceOutlivesBothSoThatATransferDropsNobody() throws Exception {
        assertThat(first(writer.contactConference(INTERACTION), "Conference").getAttribute("endConferenceOnExit"))
                .isEqualTo("false");
        assertThat(first(writer.agentConference(INTERACTION), "Conference").getAttribute("endConferenceOnExit"))
                .isEqualTo("false");
        assertThat(writer.contactConference(INTERACTION)).hasSizeLessThan(4_000);
    }

    @Test
    void anyTextStaysWellFormedAndIsSpokenAsItIs() throws Exception {
        var random = new Random(3);
        for (var round = 0; round < 2_000; round++) {
            var text = random.ints(40, 0, 0x11000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var turn = new Turn("en", List.of(new Instruction.Say(text), new Instruction.HangUp(Outcome.HANDLED)));
            assertThat(first(writer.turn(turn, 1, 1), "Say")).isNotNull();
        }
        var naughty = "</Say><Dial>+1900</Dial> & \"quotes\" ' ]]> <!-- 😀";
        var turn = new Turn("en", List.of(new Instruction.Say(naughty), new Instruction.HangUp(Outcome.HANDLED)));
        assertThat(first(writer.turn(turn, 1, 1), "Say").getTextContent()).isEqualTo(naughty);
    }

    @Test
    void waitingSaysThePlaceAndTheTime() {
        assertThat(writer.waiting("en-US", 3, 130)).contains("number 3 in line", "about 3 minutes", "<Play>");
        assertThat(writer.waiting("es", 1, 0)).contains("la siguiente persona").doesNotContain("minuto");
    }

    private static Element first(String twiml, String name) throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(twiml.getBytes(UTF_8)));
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("Response");
        return (Element) document.getElementsByTagName(name).item(0);
    }
}
