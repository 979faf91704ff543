import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Run by the build: brings Twilio's Voice SDK, in the version and with the hashes of the lock file, among the
/// resources of the desktop. Does nothing when it is there already, so that a build without a network works.
///
/// Arguments: the folder of package.json, the folder to work in, the folder the script and its licence go to.
final class FetchVoiceSdk {
    private static final int NODE = 20;
    private static final String NEEDED = "The desktop needs Node.js " + NODE
            + " or newer with npm to fetch Twilio's Voice SDK: install it (from nodejs.org or your system's package nodejs and npm) and build again.";
    private static final List<String> RECIPE = List.of("package.json", "package-lock.json");
    private static final long PATIENCE = 5;

    private FetchVoiceSdk() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, NoSuchAlgorithmException {
        var recipe = Path.of(arguments[0]);
        var work = Path.of(arguments[1]);
        var target = Path.of(arguments[2]);
        var stamp = work.resolve("fetched.txt");
        var wanted = hash(recipe);
        if (Files.exists(stamp) && Files.readString(stamp).equals(wanted) && Files.exists(target.resolve("twilio.min.js"))) {
            return;
        }
        checkNode();
        Files.createDirectories(work);
        for (var file : RECIPE) {
            Files.copy(recipe.resolve(file), work.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        fetch(work);
        var found = work.resolve("node_modules").resolve("@twilio").resolve("voice-sdk");
        Files.createDirectories(target);
        Files.copy(found.resolve("dist").resolve("twilio.min.js"), target.resolve("twilio.min.js"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(found.resolve("LICENSE.md"), target.resolve("LICENSE.md"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(stamp, wanted);
    }

    private static String hash(Path recipe) throws IOException, NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-256");
        for (var file : RECIPE) {
            digest.update(Files.readAllBytes(recipe.resolve(file)));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void checkNode() throws InterruptedException {
        try {
            var version = run(null, new ProcessBuilder("node", "--version")).strip();
            var number = version.replaceFirst("^v", "").replaceFirst("\\..*$", "");
            if (!number.matches("\\d{1,4}") || Integer.parseInt(number) < NODE) {
                stop(NEEDED + " (Found: " + version + ".)");
            }
            run(null, npm("--version"));
        } catch (IOException e) {
            stop(NEEDED);
        }
    }

    /// What is in npm's cache is taken from there: after `clean` a build without a network still works.
    private static void fetch(Path work) throws InterruptedException {
        try {
            run(work, npm("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error"));
        } catch (IOException e) {
            stop("npm could not fetch Twilio's Voice SDK; a first build needs the network. npm says: " + e.getMessage());
        }
    }

    private static ProcessBuilder npm(String... arguments) {
        var windows = System.getProperty("os.name").startsWith("Windows");
        var line = new ArrayList<>(windows ? List.of("cmd", "/c", "npm") : List.of("npm"));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line);
    }

    private static String run(Path folder, ProcessBuilder builder) throws IOException, InterruptedException {
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        var log = Files.createTempFile("trunkline-npm", ".log");
        try {
            var process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
            if (!process.waitFor(PATIENCE, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("no answer within " + PATIENCE + " minutes");
            }
            var said = Files.readString(log, StandardCharsets.UTF_8);
            if (process.exitValue() != 0) {
                throw new IOException(said.strip());
            }
            return said;
        } finally {
            Files.deleteIfExists(log);
        }
    }

    private static void stop(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }
}
