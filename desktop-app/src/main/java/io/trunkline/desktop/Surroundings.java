package io.trunkline.desktop;

import io.trunkline.desktop.backend.Trust;
import io.trunkline.desktop.kit.work.Activities;
import io.trunkline.desktop.kit.work.FxWork;
import io.trunkline.desktop.os.AppFolder;
import io.trunkline.desktop.os.LogFiles;
import io.trunkline.desktop.os.Notices;
import io.trunkline.desktop.os.Sounds;
import io.trunkline.desktop.settings.SettingsViewModel;
import io.trunkline.desktop.softphone.device.VoiceDevices;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;

/// What is there from start to end of the program, whoever is signed in.
record Surroundings(
        FxWork work,
        Activities activities,
        Clock clock,
        Trust trust,
        AppFolder folder,
        LogFiles logs,
        SettingsViewModel settings,
        Sounds sounds,
        VoiceDevices voice,
        Notices notices,
        MainWindow window,
        Consumer<URI> browse) {

    /// `voice` makes the device by which an agent talks; `browse` opens an address outside the program.
    static Surroundings of(
            FxWork work,
            Activities activities,
            Trust trust,
            AppFolder folder,
            LogFiles logs,
            SettingsViewModel settings,
            VoiceDevices voice,
            MainWindow window,
            Consumer<URI> browse) {
        return new Surroundings(
                work,
                activities,
                Clock.systemUTC(),
                trust,
                folder,
                logs,
                settings,
                new Sounds(work),
                voice,
                Notices.ofThisSystem(Mark::png, MainWindow.TITLE, window.front()),
                window,
                browse);
    }
}
