package io.trunkline.desktop;

import io.trunkline.desktop.login.LoginViewModel.Fixed;
import io.trunkline.desktop.login.LoginViewModel.Known;
import io.trunkline.desktop.os.ManagedSettings;
import io.trunkline.desktop.settings.Preferences;
import io.trunkline.desktop.shell.Place;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/// What this start has to go by: what IT has set wins over the command line, and that over what was kept.
record Given(Options options, ManagedSettings managed) {
    /// What the sign-in page begins with; the address is empty where nobody has ever said one. `chosen` is what was
    /// said in this run.
    Known known(Preferences kept, Optional<URI> chosen) {
        return new Known(
                managed.backend()
                        .or(() -> chosen)
                        .map(URI::toString)
                        .or(options::backend)
                        .orElse(kept.backend()),
                managed.tenant().or(options::tenant).orElse(kept.tenant()),
                options.email().orElse(kept.email()));
    }

    /// The backend with which this start goes on with the last session; empty where somebody is asked first.
    Optional<String> resumes(Preferences kept) throws IOException {
        var backend = known(kept, Optional.empty()).backend();
        var asks = backend.isBlank()
                || options.password().isPresent()
                || options.email().isPresent();
        return asks ? Optional.empty() : Optional.of(backend);
    }

    /// What whoever signs in cannot change, and what IT has set wrongly.
    Fixed fixed() {
        return new Fixed(managed.backend().isPresent(), managed.tenant().isPresent(), managed.wrong());
    }

    /// The wallboard alone, over the whole screen.
    boolean kiosk() {
        return managed.kiosk().orElse(options.kiosk());
    }

    Optional<Place> view() {
        return options.view();
    }

    boolean tellsUpdates() {
        return managed.tellsUpdates().orElse(true);
    }

    /// Whether there is anybody to hear, be asked, or be told.
    boolean attended() {
        return !options.headless() && options.tour().isEmpty();
    }
}
