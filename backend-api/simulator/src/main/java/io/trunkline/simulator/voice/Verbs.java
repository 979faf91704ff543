package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Hook;
import io.trunkline.simulator.twiml.Element;
import io.trunkline.simulator.twiml.Verb;
import io.trunkline.simulator.webhook.Form;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Each verb's work; the long ones have a class of their own.
final class Verbs {
    private static final Duration MEDIA = Duration.ofSeconds(6);

    private final Script script;

    Verbs(Script script) {
        this.script = script;
    }

    Outcome perform(Verb verb) {
        if (answers(verb)) {
            script.answer();
        }
        return switch (verb) {
            case Verb.Say say -> say(say);
            case Verb.Play play -> play(play);
            case Verb.Pause pause -> pause(pause);
            case Verb.Gather gather -> new Gathering(script).gather(gather);
            case Verb.Take take -> new Taking(script).take(take.at());
            case Verb.Enqueue enqueue -> new Waiting(script).enqueue(enqueue);
            case Verb.Leave _ -> Outcome.LEFT;
            case Verb.Redirect redirect -> new Outcome.Jump(Source.ask(here(redirect.to())));
            case Verb.Hangup _ -> Outcome.OVER;
            case Verb.Reject reject -> reject(reject);
            case Verb.Dial dial -> new Dialling(script).dial(dial);
            case Verb.Start start -> start(start.nouns());
            case Verb.Stop stop -> stop(stop.nouns());
            case Verb.Refer refer -> script.action(refer.at(), new Form().put("ReferCallStatus", "completed"));
            case Verb.Message _, Verb.Ignored _ -> Outcome.NEXT;
        };
    }

    /// A call is picked up by the first verb that speaks or listens; a leading pause rings on.
    private static boolean answers(Verb verb) {
        return switch (verb) {
            case Verb.Reject _, Verb.Pause _, Verb.Redirect _, Verb.Hangup _, Verb.Message _ -> false;
            case Verb.Dial dial -> !dial.at().flag("answerOnBridge", false);
            case Verb.Say _, Verb.Play _, Verb.Gather _, Verb.Take _, Verb.Enqueue _, Verb.Leave _ -> true;
            case Verb.Start _, Verb.Stop _, Verb.Refer _, Verb.Ignored _ -> true;
        };
    }

    private Outcome say(Verb.Say say) {
        var words = say.text().isBlank() ? 0 : say.text().strip().split("\\s+").length;
        return sounding(
                "Say", say.text(), new Sound.Prompt(say.text()), Duration.ofMillis(300 + 400L * words), say.loop());
    }

    Outcome play(Verb.Play play) {
        var time = play.digits().isEmpty()
                ? script.exchange().air().length(script.call(), play.url()).orElse(MEDIA)
                : Duration.ofMillis(300L * play.digits().length());
        return sounding("Play", play.url(), new Sound.Music(play.url()), time, play.loop());
    }

    private Outcome sounding(String verb, String detail, Sound sound, Duration once, int loop) {
        script.at(verb, detail, sound);
        var outcome = script.rest(loop == 0 ? Script.FOR_EVER : once.multipliedBy(Math.min(loop, 1000)));
        script.at(verb, detail, Sound.SILENCE);
        return outcome;
    }

    private Outcome pause(Verb.Pause pause) {
        script.at("Pause", "", script.call().answered().isPresent() ? Sound.SILENCE : Sound.RINGBACK);
        return script.rest(Duration.ofSeconds(pause.seconds()));
    }

    private Outcome reject(Verb.Reject reject) {
        if (script.call().answered().isEmpty()) {
            var status = reject.reason().equals("busy") ? CallStatus.BUSY : CallStatus.NO_ANSWER;
            script.exchange().calls().end(script.call(), status);
        }
        return Outcome.OVER;
    }

    /// An empty address means the document itself.
    private Hook here(Hook to) {
        return to.isEmpty() ? new Hook(script.document(), to.method()) : to;
    }

    private Outcome start(List<Element> nouns) {
        for (var noun : nouns) {
            if (noun.name().equals("Recording")) {
                var told = new Subscription(
                        noun.hook("recordingStatusCallback", "recordingStatusCallbackMethod")
                                .relativeTo(script.document()),
                        noun.words("recordingStatusCallbackEvent", "completed"));
                var channels = noun.text("channels", "dual").equals("mono") ? 1 : 2;
                script.exchange()
                        .recordings()
                        .start(script.call(), RecordingSource.START_CALL, channels, noun.text("track", "both"), told);
            }
        }
        return Outcome.NEXT;
    }

    private Outcome stop(List<Element> nouns) {
        if (nouns.stream().map(Element::name).anyMatch(Set.of("Recording")::contains)) {
            script.exchange().recordings().stopAll(script.call());
        }
        return Outcome.NEXT;
    }
}
