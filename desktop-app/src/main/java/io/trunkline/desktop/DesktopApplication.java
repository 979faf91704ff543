package io.trunkline.desktop;

import io.trunkline.desktop.backend.ThisProgram;
import io.trunkline.desktop.backend.Trust;
import io.trunkline.desktop.kit.work.Activities;
import io.trunkline.desktop.kit.work.FxWork;
import io.trunkline.desktop.os.AppFolder;
import io.trunkline.desktop.os.LogFiles;
import io.trunkline.desktop.os.ManagedSettings;
import io.trunkline.desktop.os.NewerFolder;
import io.trunkline.desktop.os.Proxies;
import io.trunkline.desktop.os.SingleInstance;
import io.trunkline.desktop.os.SystemAuthorities;
import io.trunkline.desktop.os.WebProxy;
import io.trunkline.desktop.settings.PreferencesFile;
import io.trunkline.desktop.settings.SettingsViewModel;
import io.trunkline.desktop.softphone.device.Network;
import io.trunkline.desktop.softphone.device.SystemSound;
import io.trunkline.desktop.softphone.device.VoiceDevices;
import io.trunkline.desktop.softphone.device.WebViewVoiceDevice;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// JavaFX's way in and out; everything else is [Program]. Public because JavaFX makes it.
public class DesktopApplication extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopApplication.class);

    /// The program could not begin.
    private static final int REFUSED = 3;

    private final Trust trust = new Trust(SystemAuthorities::ofThisSystem);
    private int exitCode;
    private ManagedSettings managed = ManagedSettings.NONE;
    private Optional<Program> program = Optional.empty();
    private Optional<LogFiles> logs = Optional.empty();
    private Optional<SingleInstance> instance = Optional.empty();

    /// Makes that by which the agents of this program talk.
    VoiceDevices voice() {
        return (credentials, listener) ->
                new WebViewVoiceDevice(credentials, listener, new SystemSound(), Network.trusting(trust::context));
    }

    /// What IT has set for this computer.
    ManagedSettings managed() {
        return ManagedSettings.ofThisSystem();
    }

    /// Asks the system before there is a window, and not on the thread that draws.
    @Override
    public void init() {
        managed = managed();
        Proxies.become(managed.proxy().orElseGet(WebProxy.OfSystem::new));
    }

    @Override
    public void start(Stage stage) throws IOException {
        var options = Options.parse(getParameters().getRaw());
        AppFolder folder;
        try {
            folder = options.home().isPresent() ? AppFolder.at(options.home().get()) : AppFolder.ofThisPerson();
        } catch (NewerFolder newer) {
            System.err.println(newer.getMessage());
            exitCode = REFUSED;
            if (options.headless()) {
                Platform.exit();
            } else {
                FolderRefused.show(stage, newer);
            }
            return;
        }
        instance = SingleInstance.claim(folder);
        if (instance.isEmpty()) {
            System.out.println("Trunkline is running already; its window comes to the front.");
            Platform.exit();
            return;
        }
        logs = Optional.of(LogFiles.start(folder));
        LOG.info("{} begins", ThisProgram.userAgent());
        var activities = new Activities();
        var work = new FxWork(activities);
        var file = new PreferencesFile(folder.file("settings.properties"));
        var settings = new SettingsViewModel(file.read(), file, work);
        var given = new Given(options, managed);
        var entrance = new Entrance(folder, trust, Clock.systemUTC());
        given.resumes(settings.now().get()).ifPresent(backend -> entrance.resumeSoon(backend, work));
        var window = new MainWindow(stage, settings);
        var running = new Program(
                given,
                entrance,
                Surroundings.of(work, activities, trust, folder, logs.get(), settings, voice(), window, this::browse));
        program = Optional.of(running);
        instance.get().listen(work, window.front()::raise, Platform::exit);
        running.begin();
    }

    private void browse(URI address) {
        getHostServices().showDocument(address.toString());
    }

    @Override
    public void stop() throws IOException {
        program.ifPresent(Program::close);
        if (instance.isPresent()) {
            instance.get().close();
        }
        logs.ifPresent(LogFiles::close);
        // what a library left running must not keep the program alive
        System.exit(program.map(Program::exitCode).orElse(exitCode));
    }
}
