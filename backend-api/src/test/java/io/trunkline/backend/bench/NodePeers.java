package io.trunkline.backend.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The servers in `backend-api/bench`, which run on Node and come through npm at the versions of its package.json.
final class NodePeers {
    private static final int NEEDED = 20;
    private static final Path FOLDER = Path.of("bench").toAbsolutePath();

    private NodePeers() {}

    /// Says in a plain sentence what is missing.
    static void install() throws IOException, InterruptedException {
        var version = output("node", "--version");
        if (!version.matches("v\\d+\\..*") || Integer.parseInt(version.substring(1, version.indexOf('.'))) < NEEDED) {
            throw new Missing("The bench compares with servers on Node: install Node.js " + NEEDED
                    + " or later with npm (found: " + (version.isEmpty() ? "none" : version) + ") and try again.");
        }
        var lock = Files.readString(FOLDER.resolve("package-lock.json"));
        var installed = FOLDER.resolve("node_modules").resolve(".installed");
        if (Files.exists(installed) && Files.readString(installed).equals(lock)) {
            return;
        }
        System.out.println("Installing the peers through npm …");
        var npm = new ProcessBuilder(program("npm"), "ci", "--ignore-scripts", "--silent")
                .directory(FOLDER.toFile())
                .inheritIO()
                .start();
        if (npm.waitFor() != 0) {
            throw new Missing("npm could not install the peers of backend-api/bench: see its words above.");
        }
        Files.writeString(installed, lock);
    }

    static Child start(String name, String script, Map<String, String> environment, String... arguments) {
        var command = Stream.concat(Stream.of(program("node"), script), Stream.of(arguments));
        return Child.start(name, FOLDER, environment, command.toList());
    }

    /// As [#start] for a peer that says nothing we wait for.
    static Child server(String name, String script, Map<String, String> environment) {
        return Child.server(name, FOLDER, environment, List.of(program("node"), script));
    }

    private static String program(String name) {
        var windows = System.getProperty("os.name").startsWith("Windows");
        return windows && name.equals("npm") ? "npm.cmd" : name;
    }

    private static String output(String... command) throws InterruptedException {
        try {
            var process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            var said = process.inputReader().readLine();
            process.waitFor();
            return said == null ? "" : said;
        } catch (IOException e) {
            return "";
        }
    }

    /// Something the bench needs is not on this machine; the message says what to install.
    static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1;

        Missing(String message) {
            super(message);
        }
    }
}
