package io.trunkline.desktop;

import io.trunkline.desktop.kit.work.Activities;
import io.trunkline.desktop.kit.work.FxWork;
import io.trunkline.desktop.os.AppFolder;
import io.trunkline.desktop.os.Notices;
import io.trunkline.desktop.os.Sounds;
import io.trunkline.desktop.settings.SettingsViewModel;
import io.trunkline.desktop.softphone.device.VoiceDevices;
import java.time.Clock;

/// What is there from start to end of the program, whoever is signed in.
record Surroundings(
        FxWork work,
        Activities activities,
        Clock clock,
        AppFolder folder,
        SettingsViewModel settings,
        Sounds sounds,
        VoiceDevices voice,
        Notices notices,
        MainWindow window) {

    /// `voice` makes the device by which an agent talks.
    static Surroundings of(
            FxWork work,
            Activities activities,
            AppFolder folder,
            SettingsViewModel settings,
            VoiceDevices voice,
            MainWindow window) {
        return new Surroundings(
                work,
                activities,
                Clock.systemUTC(),
                folder,
                settings,
                new Sounds(work),
                voice,
                Notices.ofThisSystem(Mark.png(), MainWindow.TITLE, window.front()),
                window);
    }
}
