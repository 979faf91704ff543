package io.trunkline.desktop;

import io.trunkline.desktop.kit.work.Activities;
import io.trunkline.desktop.kit.work.FxWork;
import io.trunkline.desktop.os.AppFolder;
import io.trunkline.desktop.os.Notices;
import io.trunkline.desktop.os.Sounds;
import io.trunkline.desktop.settings.SettingsViewModel;
import java.time.Clock;

/// What is there from start to end of the program, whoever is signed in.
record Surroundings(
        FxWork work,
        Activities activities,
        Clock clock,
        AppFolder folder,
        SettingsViewModel settings,
        Sounds sounds,
        Notices notices,
        MainWindow window) {

    static Surroundings of(
            FxWork work, Activities activities, AppFolder folder, SettingsViewModel settings, MainWindow window) {
        return new Surroundings(
                work,
                activities,
                Clock.systemUTC(),
                folder,
                settings,
                new Sounds(work),
                Notices.ofThisSystem(Mark.png(), MainWindow.TITLE, window.front()),
                window);
    }
}
