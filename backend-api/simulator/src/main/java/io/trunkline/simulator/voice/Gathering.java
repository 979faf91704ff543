package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.twiml.Element;
import io.trunkline.simulator.twiml.Verb;
import io.trunkline.simulator.webhook.Form;
import java.time.Duration;
import java.util.Set;

/// `Gather`: prompts until a key is pressed, then collects keys until the finish key, the wanted number or the timeout.
final class Gathering {
    private static final Set<Class<? extends Event>> KEYS = Set.of(Event.Digit.class, Event.Spoken.class);

    private final Script script;

    Gathering(Script script) {
        this.script = script;
    }

    Outcome gather(Verb.Gather gather) {
        var call = script.call();
        script.at("Gather", "", Sound.SILENCE);
        call.keypad().listen(call.mailbox());
        call.far().asked(call);
        try {
            return script.minding(KEYS, () -> collect(gather));
        } finally {
            call.keypad().deaf();
        }
    }

    private Outcome collect(Verb.Gather gather) {
        var at = gather.at();
        var typed = new StringBuilder();
        var timeout = Duration.ofSeconds(at.number("timeout", 5));
        var heard = script.perform(gather.prompts());
        script.at("Gather", "", Sound.SILENCE);
        if (heard instanceof Outcome.Next) {
            heard = script.rest(timeout);
        }
        while (heard instanceof Outcome.Stopped(Event.Digit digit)) {
            if (finishes(at, digit.key())) {
                return done(at, typed.toString(), "" + digit.key());
            }
            typed.append(digit.key());
            if (typed.length() == at.number("numDigits", Integer.MAX_VALUE)) {
                return done(at, typed.toString(), "");
            }
            heard = script.rest(timeout);
        }
        return switch (heard) {
            case Outcome.Stopped(Event.Spoken spoken) -> spoken(at, spoken.text());
            case Outcome.Next _ -> done(at, typed.toString(), "");
            case Outcome.Jump _, Outcome.Left _, Outcome.Over _, Outcome.Stopped _, Outcome.Failed _ -> heard;
        };
    }

    private static boolean finishes(Element at, char key) {
        return at.text("finishOnKey", "#").indexOf(key) >= 0;
    }

    private Outcome done(Element at, String digits, String finish) {
        if (digits.isEmpty() && finish.isEmpty() && !at.flag("actionOnEmptyResult", false)) {
            return Outcome.NEXT;
        }
        return jump(
                at, new Form().put("msg", "Gather End").put("Digits", digits).put("FinishedOnKey", finish));
    }

    private Outcome spoken(Element at, String words) {
        return jump(
                at,
                new Form()
                        .put("msg", "Gather End")
                        .put("SpeechResult", words)
                        .put("Confidence", "0.92")
                        .put("Language", at.text("language", "en-US")));
    }

    /// Without an action the document is asked again, with the digits.
    private Outcome jump(Element at, Form fields) {
        var hook = at.get("action").filter(a -> !a.isBlank()).isPresent()
                ? at.hook("action", "method")
                : new Hook(script.document(), at.text("method", "POST"));
        return new Outcome.Jump(Source.ask(hook, fields));
    }
}
