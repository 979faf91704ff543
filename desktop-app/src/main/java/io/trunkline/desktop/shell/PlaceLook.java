package io.trunkline.desktop.shell;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// How each place looks on the rail.
record PlaceLook(Ikon icon, String key) {
    static PlaceLook of(Place place) {
        return switch (place) {
            case DESK -> new PlaceLook(Material2AL.HEADSET_MIC, "shell.place.desk");
            case INBOX -> new PlaceLook(Material2AL.FORUM, "shell.place.inbox");
            case CONTACTS -> new PlaceLook(Material2AL.CONTACTS, "shell.place.contacts");
            case WALLBOARD -> new PlaceLook(Material2AL.DASHBOARD, "shell.place.wallboard");
            case HISTORY -> new PlaceLook(Material2AL.HISTORY, "shell.place.history");
            case SETTINGS -> new PlaceLook(Material2MZ.SETTINGS, "shell.place.settings");
        };
    }
}
