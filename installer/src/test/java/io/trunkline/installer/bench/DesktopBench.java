package io.trunkline.installer.bench;

import io.trunkline.launcher.Centre;
import io.trunkline.launcher.Demo;
import io.trunkline.launcher.Figures;
import io.trunkline.launcher.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The packaged desktop beside Chromium without a display on a page with the same desk: both with what an earlier start
/// left them, in turns, medians. Both have the carrier's SDK signed in, each as an agent of its own, before memory is
/// read. The desktop is there when an agent can answer: signed in, its queues and its status as the backend tells them
/// now, and drawn. The page asks our backend for nothing, and nothing of it is live.
///
/// Argument: the checkout. Needs the package `chromium` and the folder that packaging leaves in
/// `installer/target/image`.
final class DesktopBench {
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    private DesktopBench() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        var checkout = Path.of(words[0]).toAbsolutePath().normalize();
        if (!Files.isExecutable(Path.of("/usr/bin/chromium"))) {
            System.out.println("The desktop is not measured: Chromium is missing (package chromium).");
            return;
        }
        var image = checkout.resolve("installer/target/image/trunkline-desktop");
        var folder = Files.createTempDirectory("trunkline-bench");
        try (var centre = Centre.start(Plan.test(checkout, folder.resolve("centre")), Map.of())) {
            Demo.seed(centre);
            compare(desktop(image, centre, folder), chromium(centre, folder), folder);
        }
        sizes(image);
        System.exit(0);
    }

    private static void compare(Contender desktop, Contender chromium, Path folder)
            throws IOException, InterruptedException {
        var ours = new ArrayList<Contender.Run>();
        var theirs = new ArrayList<Contender.Run>();
        for (var round = 0; round <= ROUNDS; round++) {
            ours.add(desktop.run(folder));
            theirs.add(chromium.run(folder));
        }
        // the first start of each makes what later ones find
        ours.removeFirst();
        theirs.removeFirst();
        System.out.println("Desktop:  " + ours);
        System.out.println("Chromium: " + theirs);
        var start = median(ours, Contender.Run::millis);
        var memory = median(ours, Contender.Run::megabytes);
        var theirStart = median(theirs, Contender.Run::millis);
        var theirMemory = median(theirs, Contender.Run::megabytes);
        Figures.record("desktop.start", start, "ms", "<= 1000", start <= 1_000);
        Figures.record("desktop.start.chromium", theirStart, "ms", "-", true);
        Figures.record(
                "desktop.idle",
                median(ours, Contender.Run::idle),
                "cores",
                "<= 0.05",
                median(ours, Contender.Run::idle) <= 0.05);
        Figures.record("desktop.idle.chromium", median(theirs, Contender.Run::idle), "cores", "-", true);
        Figures.record("desktop.memory.pss", memory, "MB", "<= half of Chromium", memory <= theirMemory / 2);
        Figures.record("desktop.memory.pss.chromium", theirMemory, "MB", "-", true);
        Figures.record(
                "desktop.memory.pss.ratio", memory / theirMemory, "of Chromium", "<= 0.5", memory / theirMemory <= 0.5);
    }

    /// Signed in by the first start, and by what that keeps from then on.
    private static Contender desktop(Path image, Centre centre, Path folder) throws IOException, InterruptedException {
        var command = image.resolve("bin/Trunkline").toString();
        var home = folder.resolve("home").toString();
        var desk = Pattern.compile("The desk is live \\d+ ms after the start");
        var voice = Pattern.compile("Signed in at the carrier");
        var first = new Contender(
                "The desktop",
                List.of(
                        command,
                        "--headless",
                        "--home",
                        home,
                        "--backend",
                        centre.backendAddress().toString(),
                        "--tenant",
                        Demo.TENANT,
                        "--email",
                        Demo.AGENT),
                Map.of("TRUNKLINE_PASSWORD", centre.secrets().password()),
                desk,
                voice);
        first.run(folder);
        return new Contender("The desktop", List.of(command, "--headless", "--home", home), Map.of(), desk, voice);
    }

    private static Contender chromium(Centre centre, Path folder) throws IOException {
        var page = put(folder, "desk.html", "desk.html");
        put(folder, "/io/trunkline/desktop/softphone/device/sdk/twilio.min.js", "twilio.min.js");
        var agent = Demo.signIn(
                centre.backend(), Demo.SECOND_AGENT, centre.secrets().password());
        var voice = agent.get("/api/v1/voice/credentials");
        var address = "%s#%s %s"
                .formatted(
                        page.toUri(),
                        voice.path("token").asText(),
                        voice.path("signalling").asText());
        return new Contender(
                "Chromium",
                List.of(
                        "/usr/bin/chromium",
                        "--headless=new",
                        "--no-sandbox",
                        "--no-first-run",
                        "--disable-gpu",
                        "--window-size=1440,900",
                        "--enable-logging=stderr",
                        "--user-data-dir=" + folder.resolve("chromium"),
                        "--remote-debugging-port=0",
                        address.replace(" ", "%20")),
                Map.of(),
                Pattern.compile("the desk is shown"),
                Pattern.compile("signed in at the carrier"));
    }

    private static Path put(Path folder, String resource, String name) throws IOException {
        try (InputStream in = DesktopBench.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing");
            }
            return Files.write(folder.resolve(name), in.readAllBytes());
        }
    }

    private static void sizes(Path image) throws IOException, InterruptedException {
        var ours = size(image) / 1e6;
        var theirs = installed("chromium") + installed("chromium-common");
        Figures.record("desktop.size", ours, "MB unpacked", "<= Chromium", ours <= theirs);
        Figures.record("desktop.size.chromium", theirs, "MB unpacked", "-", true);
    }

    private static double size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            var sum = 0L;
            for (var file : files.filter(each -> Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS))
                    .toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }

    private static double installed(String name) throws IOException, InterruptedException {
        var process = new ProcessBuilder("dpkg-query", "-W", "-f", "${Installed-Size}", name).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return Double.parseDouble(said.strip()) * 1024 / 1e6;
    }

    private static double median(List<Contender.Run> runs, ToDoubleFunction<Contender.Run> figure) {
        return runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
    }
}
