package io.trunkline.launcher;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Runs the whole centre on this machine until it is stopped: PostgreSQL, backend, simulator with customers who call
/// and write by themselves, and the desktop.
///
/// Arguments: `--view=agent` (usual) or `--view=supervisor`, `--tour=FOLDER` for pictures of every screen.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) throws InterruptedException {
        var checkout = Path.of(System.getProperty("trunkline.checkout", "")).toAbsolutePath();
        var view = argument(args, "view", "agent");
        var tour = argument(args, "tour", "");
        try (var centre = Centre.start(Plan.demo(checkout), Map.of())) {
            Demo.seed(centre);
            centre.simulator().post("/control/scenario", Map.of("name", "demo"));
            print(centre, view);
            run(centre, view, tour);
        } catch (IllegalStateException | Rest.Refused | Rest.Unreachable problem) {
            System.err.println("The centre can't run: " + problem.getMessage());
            System.exit(1);
        }
    }

    private static void run(Centre centre, String view, String tour) throws InterruptedException {
        var headless = noDisplay();
        if (headless && tour.isEmpty()) {
            System.out.println(
                    "There is no display, so the desktop is not shown. Everything else runs; end it with Ctrl+C.");
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(centre::close));
            Thread.currentThread().join();
        }
        try (var desktop = desktop(centre, view, tour, headless)) {
            desktop.join();
        }
    }

    private static Program desktop(Centre centre, String view, String tour, boolean headless) {
        var arguments = new ArrayList<>(List.of(
                "--backend",
                centre.backendAddress().toString(),
                "--tenant",
                Demo.TENANT,
                "--email",
                view.equals("supervisor") ? Demo.SUPERVISOR : Demo.AGENT,
                "--view",
                view,
                "--home",
                centre.plan().data().resolve("desktop-" + view).toString()));
        if (!tour.isEmpty()) {
            arguments.addAll(List.of("--tour", Path.of(tour).toAbsolutePath().toString()));
        }
        if (headless) {
            arguments.add("--headless");
        }
        return Program.start(
                "desktop",
                centre.plan().desktopJar(),
                List.of("-Xmx512m"),
                arguments,
                Map.of("TRUNKLINE_PASSWORD", centre.secrets().password()),
                centre.plan().data().resolve("logs"));
    }

    private static void print(Centre centre, String view) {
        System.out.printf(
                Locale.ROOT,
                """

                The centre runs.
                  Backend     %s   (API: %s/docs)
                  Simulator   %s   (customers call and write by themselves; its control is described there)
                  Sign in     tenant %s; %s (agent), %s (agent), %s (supervisor), %s (administrator)
                  Password    %s
                  Desktop     as %s
                  Data, logs  %s   (kept; remove the folder to begin anew)

                """,
                centre.backendAddress(),
                centre.backendAddress(),
                centre.simulatorAddress(),
                Demo.TENANT,
                Demo.AGENT,
                Demo.SECOND_AGENT,
                Demo.SUPERVISOR,
                Demo.ADMINISTRATOR,
                centre.secrets().password(),
                view,
                centre.plan().data());
    }

    private static boolean noDisplay() {
        var linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        var display = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return linux ? !display : GraphicsEnvironment.isHeadless();
    }

    private static String argument(String[] args, String name, String otherwise) {
        for (var argument : args) {
            if (argument.startsWith("--" + name + "=")) {
                return argument.substring(name.length() + 3);
            }
        }
        return otherwise;
    }
}
