package io.trunkline.desktop;

import io.trunkline.desktop.softphone.device.ToneSound;
import io.trunkline.desktop.softphone.device.VoiceDevices;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javafx.application.Application;
import javafx.stage.Stage;

/// The real program in a process of its own, with a test's hands on its screen: each line on its standard input is an
/// act, each line on its standard output that begins with [#ANSWER] what came of it.
///
/// Acts: `shows SELECTOR`, `on SELECTOR`, `text SELECTOR`, `press SELECTOR`, `write SELECTOR TEXT`, `choose SELECTOR
/// TEXT`, `choices SELECTOR`, and `hears HERTZ`, how loud a tone is in what the agent hears. Its microphone says
/// [#VOICE] for ever.
final class DrivenDesk {
    static final String ANSWER = "> ";
    static final int VOICE = 700;

    /// Names whose sound the program has, in its environment: the computer's own where that is `system`.
    static final String SOUND_OF = "DRIVEN_SOUND";

    private static final ToneSound SOUND = new ToneSound(VOICE);

    /// Takes the words of the command line as the program does.
    public static void main(String[] words) {
        Desktop.withoutDisplay();
        Application.launch(Driven.class, words);
    }

    private DrivenDesk() {}

    /// Not the main class, which may be no [Application] where JavaFX is on the class path.
    public static final class Driven extends DesktopApplication {
        @Override
        VoiceDevices voice() {
            return "system".equals(System.getenv(SOUND_OF)) ? super.voice() : SOUND::device;
        }

        @Override
        public void start(Stage stage) throws IOException {
            super.start(stage);
            var screen = new Screen(stage);
            Thread.ofPlatform().daemon().name("driver").start(() -> drive(screen));
        }
    }

    private static void drive(Screen screen) {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).lines();
        lines.forEach(line -> System.out.println(ANSWER + answer(screen, List.of(line.split(" ", 3)))));
    }

    private static String answer(Screen screen, List<String> words) {
        try {
            return act(screen, words);
        } catch (RuntimeException | AssertionError e) {
            return "failed: " + String.valueOf(e.getMessage()).replace('\n', ' ');
        }
    }

    private static String act(Screen screen, List<String> words) {
        var selector = words.get(1);
        return switch (words.getFirst()) {
            case "shows" -> String.valueOf(screen.shows(selector));
            case "on" -> String.valueOf(screen.on(selector));
            case "hears" -> String.valueOf(SOUND.hearing().tone(Double.parseDouble(selector)));
            case "text" -> screen.text(selector);
            case "picture" -> {
                screen.picture(selector);
                yield "done";
            }
            case "press" -> {
                screen.press(selector);
                yield "done";
            }
            case "choices" -> String.join(", ", screen.choices(selector));
            case "write" -> {
                screen.write(selector, words.get(2));
                yield "done";
            }
            case "choose" -> {
                screen.choose(selector, words.get(2));
                yield "done";
            }
            default -> throw new IllegalArgumentException("There is no act " + words);
        };
    }
}
