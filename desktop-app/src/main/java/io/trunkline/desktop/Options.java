package io.trunkline.desktop;

import io.trunkline.desktop.shell.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What was asked for on the command line. What is empty comes from the settings.
record Options(
        Optional<String> backend,
        Optional<String> tenant,
        Optional<String> email,
        Optional<Path> passwordFile,
        Optional<Place> view,
        Optional<Path> tour,
        Optional<Path> home,
        boolean kiosk,
        boolean headless,
        boolean help) {

    static final String PASSWORD_VARIABLE = "TRUNKLINE_PASSWORD";
    static final String USAGE = """
            Trunkline desktop

              --backend URL          the backend's address, such as http://localhost:8080
              --tenant NAME          the organisation to sign in to
              --email ADDRESS        who signs in
              --password-file FILE   signs in at once with the password in the file;
                                     the variable TRUNKLINE_PASSWORD does the same
              --view agent           opens the desk (the default)
              --view supervisor      opens the wallboard
              --kiosk                shows the wallboard alone, over the whole screen;
                                     Ctrl+Alt+Q ends it
              --home FOLDER          keeps settings and drafts in this folder, so that several
                                     agents can work on one computer
              --tour FOLDER          goes through the screens, saves a picture of each, and ends
              --headless             runs without a display and without a ring
              --help                 shows this text
            """;

    private static final Set<String> WITH_VALUE =
            Set.of("--backend", "--tenant", "--email", "--password-file", "--view", "--tour", "--home");
    private static final Set<String> ALONE = Set.of("--kiosk", "--headless", "--help");

    /// Refuses what it does not know with a sentence for the person who typed it.
    static Options parse(List<String> words) {
        Map<String, String> values = new HashMap<>();
        var rest = words.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            if (ALONE.contains(word)) {
                values.put(word, "");
            } else if (WITH_VALUE.contains(word)) {
                if (!rest.hasNext()) {
                    throw new IllegalArgumentException(word + " needs a value.");
                }
                values.put(word, rest.next());
            } else {
                throw new IllegalArgumentException("There is no option " + word + ".");
            }
        }
        return of(values);
    }

    private static Options of(Map<String, String> values) {
        return new Options(
                Optional.ofNullable(values.get("--backend")),
                Optional.ofNullable(values.get("--tenant")),
                Optional.ofNullable(values.get("--email")),
                Optional.ofNullable(values.get("--password-file")).map(Path::of),
                Optional.ofNullable(values.get("--view")).map(Options::place),
                Optional.ofNullable(values.get("--tour")).map(Path::of),
                Optional.ofNullable(values.get("--home")).map(Path::of),
                values.containsKey("--kiosk"),
                values.containsKey("--headless"),
                values.containsKey("--help"));
    }

    private static Place place(String view) {
        return switch (view) {
            case "agent" -> Place.DESK;
            case "supervisor" -> Place.WALLBOARD;
            default -> throw new IllegalArgumentException("--view is agent or supervisor.");
        };
    }

    /// The password that signs in at once; empty when somebody types it.
    Optional<String> password() throws IOException {
        if (passwordFile.isPresent()) {
            return Optional.of(Files.readString(passwordFile.get()).strip());
        }
        return Optional.ofNullable(System.getenv(PASSWORD_VARIABLE)).filter(word -> !word.isEmpty());
    }
}
