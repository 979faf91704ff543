package io.trunkline.backend.connect;

import java.util.ArrayList;

/// Gives numbers back what they said before.
final class Undoing {
    private final OurBackend backend;
    private final TwilioApi twilio;
    private final Terminal terminal;

    Undoing(OurBackend backend, TwilioApi twilio, Terminal terminal) {
        this.backend = backend;
        this.twilio = twilio;
        this.terminal = terminal;
    }

    int run(ConnectRequest asked) {
        var wanted = asked.numbers().stream().map(Choosing::plain).toList();
        var undo = Undo.of(backend.numbersBefore(), twilio.numbers(), wanted);
        undo.remarks().forEach(remark -> terminal.say("Note: " + remark));
        if (undo.changes().isEmpty()) {
            terminal.say("Nothing has to be undone.");
        } else {
            terminal.say("");
            terminal.say("What changes back:");
            undo.changes().forEach(change -> Sheet.change(change).forEach(terminal::say));
            terminal.say("");
        }
        if (asked.dryRun()) {
            terminal.say("Nothing was changed: this was a dry run.");
            return 0;
        }
        if (!undo.changes().isEmpty()) {
            Choosing.agreed(terminal, asked);
        }
        carryOut(undo);
        return undo.remarks().isEmpty() ? 0 : CannotConnect.FAILED;
    }

    /// A number is forgotten once it is given back; one that is left alone is remembered.
    private void carryOut(Undo undo) {
        undo.done().forEach(sid -> backend.keep(Journal.without(backend.numbersBefore(), sid)));
        var left = new ArrayList<>(undo.changes());
        try {
            for (var change : undo.changes()) {
                twilio.change(change.number(), change.to());
                backend.keep(
                        Journal.without(backend.numbersBefore(), change.number().sid()));
                left.remove(change);
                terminal.say("Done: %s says what it said before."
                        .formatted(change.number().number()));
            }
        } catch (CannotConnect e) {
            throw new CannotConnect(
                    e.exit(),
                    "%s Not given back: %s. Run this again to go on from here."
                            .formatted(
                                    e.getMessage(),
                                    String.join(
                                            ", ",
                                            left.stream()
                                                    .map(each -> each.number().number())
                                                    .toList())),
                    e);
        }
        if (!undo.changes().isEmpty()) {
            terminal.say(
                    "The account, its application and key, and the numbers at the backend stay; remove them by hand if they are not wanted.");
        }
    }
}
