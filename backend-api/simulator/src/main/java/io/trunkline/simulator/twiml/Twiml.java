package io.trunkline.simulator.twiml;

import io.trunkline.simulator.account.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Reads a document.
public final class Twiml {
    /// All that may stand in the document of a waitUrl, holdUrl or announceUrl of a conference (13238).
    public static final Set<Class<? extends Verb>> MUSIC =
            Set.of(Verb.Say.class, Verb.Play.class, Verb.Pause.class, Verb.Redirect.class);
    /// A queue's waitUrl may also gather digits, leave and hang up.
    public static final Set<Class<? extends Verb>> WAITING = Set.of(
            Verb.Say.class,
            Verb.Play.class,
            Verb.Pause.class,
            Verb.Redirect.class,
            Verb.Gather.class,
            Verb.Leave.class,
            Verb.Hangup.class);

    private static final Set<String> PROMPTS = Set.of("Say", "Play", "Pause");
    private static final int MOST_NAME = 64;

    private Twiml() {}

    /// The verbs of a document; anything that is not XML with a `Response` is refused.
    public static List<Verb> read(String document) throws BadTwiml {
        var root = Xml.read(document);
        if (!root.name().equals("Response")) {
            throw new BadTwiml(12100, "the document is a " + root.name() + ", not a Response");
        }
        return verbs(root.children());
    }

    public static List<Verb> read(String document, Set<Class<? extends Verb>> allowed, int code) throws BadTwiml {
        var verbs = read(document);
        for (var verb : verbs) {
            if (!allowed.contains(verb.getClass())) {
                throw new BadTwiml(code, verb.getClass().getSimpleName() + " may not stand here");
            }
        }
        return verbs;
    }

    private static List<Verb> verbs(List<Element> elements) throws BadTwiml {
        var verbs = new ArrayList<Verb>();
        for (var element : elements) {
            verbs.add(verb(element));
        }
        return List.copyOf(verbs);
    }

    private static Verb verb(Element e) throws BadTwiml {
        return switch (e.name()) {
            case "Say" -> new Verb.Say(e.text(), e.number("loop", 1));
            case "Play" -> new Verb.Play(e.text(), e.text("digits"), e.number("loop", 1));
            case "Pause" -> new Verb.Pause(e.number("length", 1));
            case "Gather" -> new Verb.Gather(e, prompts(e));
            case "Record" -> new Verb.Take(e);
            case "Enqueue" -> enqueue(e);
            case "Leave" -> new Verb.Leave();
            case "Redirect" -> new Verb.Redirect(new Hook(e.text(), e.text("method", "POST")));
            case "Hangup" -> new Verb.Hangup();
            case "Reject" -> new Verb.Reject(e.text("reason", "rejected"));
            case "Dial" -> new Verb.Dial(e, nouns(e));
            case "Start" -> new Verb.Start(e.children());
            case "Stop" -> new Verb.Stop(e.children());
            case "Refer" -> new Verb.Refer(e);
            case "Message", "Sms" -> message(e);
            case "Connect", "Pay", "Prompt", "Siprec" -> new Verb.Ignored(e.name());
            default -> throw new BadTwiml(12200, e.name() + " is no verb");
        };
    }

    private static List<Verb> prompts(Element gather) throws BadTwiml {
        for (var child : gather.children()) {
            if (!PROMPTS.contains(child.name())) {
                throw new BadTwiml(12200, child.name() + " may not stand in Gather");
            }
        }
        return verbs(gather.children());
    }

    private static Verb enqueue(Element e) throws BadTwiml {
        var name = e.text().isBlank() ? "default" : e.text();
        if (name.length() > MOST_NAME) {
            throw new BadTwiml(13233, "a queue's name has at most 64 letters");
        }
        return new Verb.Enqueue(name, e);
    }

    private static Verb message(Element e) {
        var body = e.children().stream()
                .filter(c -> c.name().equals("Body"))
                .map(Element::text)
                .findFirst();
        var media = e.children().stream()
                .filter(c -> c.name().equals("Media"))
                .map(Element::text)
                .toList();
        return new Verb.Message(body.orElse(e.text()), media, e);
    }

    private static List<Noun> nouns(Element dial) throws BadTwiml {
        var nouns = new ArrayList<Noun>();
        if (dial.children().isEmpty() && !dial.text().isBlank()) {
            nouns.add(new Noun.Phone(dial.text(), dial));
        }
        for (var child : dial.children()) {
            nouns.add(noun(child));
        }
        return List.copyOf(nouns);
    }

    private static Noun noun(Element e) throws BadTwiml {
        return switch (e.name()) {
            case "Number" -> new Noun.Phone(e.text(), e);
            case "Client" -> new Noun.Client(identity(e), e);
            case "Sip" -> new Noun.Sip(e.text(), e);
            case "Conference" -> new Noun.Conference(e.text(), e);
            case "Queue" -> new Noun.Queue(e.text(), e);
            default -> throw new BadTwiml(12200, e.name() + " may not stand in Dial");
        };
    }

    private static String identity(Element client) {
        return client.children().stream()
                .filter(c -> c.name().equals("Identity"))
                .map(Element::text)
                .findFirst()
                .orElse(client.text());
    }
}
