package io.trunkline.backend.ivr;

import io.trunkline.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Says what is wrong with a flow, one sentence per fault, before it is stored.
final class FlowCheck {
    private static final int LONGEST_TEXT = 4_000;
    private static final Pattern STEP_NAME = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern CHOICE = Pattern.compile("[0-9*#]{1,10}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}");

    private final Flow flow;
    private final List<Problem.Field> errors = new ArrayList<>();

    private FlowCheck(Flow flow) {
        this.flow = flow;
    }

    static List<Problem.Field> errors(Flow flow) {
        var check = new FlowCheck(flow);
        check.whole();
        flow.steps().forEach(check::step);
        if (check.errors.isEmpty()) {
            check.circles();
        }
        return List.copyOf(check.errors);
    }

    private void whole() {
        require(!flow.steps().isEmpty(), "steps", "A flow needs at least one step.");
        require(flow.steps().size() <= 100, "steps", "A flow has at most 100 steps.");
        require(LANGUAGE.matcher(flow.language()).matches(), "language", "A language is written like en-US.");
        leads("start", flow.start());
    }

    private void step(String name, Step step) {
        var at = "steps." + name;
        require(STEP_NAME.matcher(name).matches(), at, "A step's name has 1 to 40 letters, digits, - or _.");
        switch (step) {
            case Step.Say say -> {
                text(at + ".text", say.text());
                leads(at + ".next", say.next());
            }
            case Step.Menu menu -> menu(at, menu);
            case Step.Hours hours -> {
                leads(at + ".open", hours.open());
                leads(at + ".closed", hours.closed());
            }
            case Step.Enqueue enqueue -> leads(at + ".full", enqueue.full());
            case Step.HangUp hangUp -> {
                if (hangUp.text() != null) {
                    text(at + ".text", hangUp.text());
                }
            }
        }
    }

    private void menu(String at, Step.Menu menu) {
        text(at + ".prompt", menu.prompt());
        leads(at + ".otherwise", menu.otherwise());
        require(!menu.choices().isEmpty(), at + ".choices", "A menu needs at least one choice.");
        require(menu.seconds() >= 1 && menu.seconds() <= 60, at + ".seconds", "A menu waits 1 to 60 seconds.");
        require(menu.tries() >= 1 && menu.tries() <= 10, at + ".tries", "A menu asks 1 to 10 times.");
        if (menu.invalid() != null) {
            text(at + ".invalid", menu.invalid());
        }
        menu.choices().forEach((choice, next) -> {
            var field = at + ".choices." + choice;
            require(CHOICE.matcher(choice).matches(), field, "A choice is 1 to 10 of the keys 0-9, * and #.");
            leads(field, next);
        });
    }

    private void leads(String field, String next) {
        require(flow.steps().containsKey(next), field, "There is no step named '%s'.".formatted(next));
    }

    private void text(String field, String text) {
        require(!text.isBlank(), field, "A text is needed.");
        require(text.length() <= LONGEST_TEXT, field, "A text has at most 4000 characters.");
    }

    private void require(boolean right, String field, String sentence) {
        if (!right) {
            errors.add(new Problem.Field(field, sentence));
        }
    }

    /// Steps that follow each other at once must end somewhere: a caller would never be asked, queued or let go.
    private void circles() {
        var ends = new HashSet<String>();
        flow.steps().keySet().forEach(name -> circle(name, new HashSet<>(), ends));
    }

    private void circle(String name, Set<String> path, Set<String> ends) {
        if (ends.contains(name)) {
            return;
        }
        if (!path.add(name)) {
            require(false, "steps." + name, "This step leads back to itself without asking or waiting.");
            return;
        }
        followers(flow.steps()).getOrDefault(name, List.of()).forEach(next -> circle(next, path, ends));
        path.remove(name);
        ends.add(name);
    }

    private static Map<String, List<String>> followers(Map<String, Step> steps) {
        var followers = new HashMap<String, List<String>>();
        steps.forEach((name, step) -> {
            switch (step) {
                case Step.Say say -> followers.put(name, List.of(say.next()));
                case Step.Hours hours -> followers.put(name, List.of(hours.open(), hours.closed()));
                case Step.Menu _, Step.Enqueue _, Step.HangUp _ -> {}
            }
        });
        return followers;
    }
}
