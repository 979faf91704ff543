package io.trunkline.simulator.voice;

import io.trunkline.simulator.twiml.Noun;
import io.trunkline.simulator.twiml.Verb;
import io.trunkline.simulator.webhook.Form;
import java.util.ArrayList;
import java.util.List;

/// The legs one `Dial` makes: one for each phone, one for each device of an identity.
final class DialledLegs {
    private final Script script;

    DialledLegs(Script script) {
        this.script = script;
    }

    List<Call> of(Verb.Dial dial) {
        var legs = new ArrayList<Call>();
        for (var noun : dial.nouns()) {
            var to = address(noun);
            var devices = script.exchange().directory().reach(to);
            for (var far : devices.isEmpty() ? List.<FarEnd>of(Nobody.HERE) : devices) {
                legs.add(leg(dial, noun, to, far));
            }
        }
        return List.copyOf(legs);
    }

    private Call leg(Verb.Dial dial, Noun noun, String to, FarEnd far) {
        var at = noun.at();
        var told = new Subscription(
                at.hook("statusCallback", "statusCallbackMethod").relativeTo(script.document()),
                at.words("statusCallbackEvent", "completed"));
        var from = dial.at().text("callerId", script.call().from());
        var extra = new Form();
        at.children().stream()
                .filter(c -> c.name().equals("Parameter"))
                .forEach(c -> extra.put(c.text("name"), c.text("value")));
        var leg = new Leg(from, to, Direction.OUTBOUND_DIAL, script.call(), far, told, extra);
        var call = script.exchange().calls().add(leg, CallStatus.INITIATED);
        script.exchange().calls().tell(call, CallStatus.INITIATED);
        return call;
    }

    private static String address(Noun noun) {
        return switch (noun) {
            case Noun.Phone number -> number.number();
            case Noun.Client client -> "client:" + client.identity();
            case Noun.Sip sip -> sip.uri().startsWith("sip:") ? sip.uri() : "sip:" + sip.uri();
            case Noun.Conference conference -> conference.name();
            case Noun.Queue queue -> queue.name();
        };
    }
}
