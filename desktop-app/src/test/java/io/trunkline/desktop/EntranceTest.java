package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.desktop.backend.Trust;
import io.trunkline.desktop.kit.work.SameThreadWork;
import io.trunkline.desktop.os.AppFolder;
import io.trunkline.model.identity.SignIn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// While the window is made, the backend is asked who was here last.
class EntranceTest {
    @TempDir
    Path folder;

    private SmallBackend backend;

    @BeforeEach
    void signInOnce() throws IOException {
        backend = new SmallBackend();
        try (var before = entrance()) {
            before.signIn(backend.address(), new SignIn("demo", "ben@demo.example", "secret"));
        }
        backend.asked.clear();
    }

    @AfterEach
    void end() {
        backend.close();
    }

    @Test
    void theBackendIsAskedBeforeAnybodyWaitsAndOnlyOnce() throws Exception {
        try (var entrance = entrance()) {
            entrance.resumeSoon(address(), new SameThreadWork());
            assertThat(backend.asked).containsExactly("token/refresh");

            assertThat(entrance.resume(backend.address())).contains(Samples.me());
            assertThat(backend.asked).containsExactly("token/refresh");

            assertThat(entrance.resume(backend.address())).contains(Samples.me());
            assertThat(backend.asked).containsExactly("token/refresh", "token/refresh");
        }
    }

    @Test
    void whoeverWasHereLastGoesOnWhileNobodyAnswers() throws Exception {
        var nowhere = "http://127.0.0.1:1";
        try (var entrance = entrance()) {
            entrance.resumeSoon(nowhere, new SameThreadWork());
            assertThat(entrance.resume(URI.create(nowhere))).contains(Samples.me());
        }
    }

    @Test
    void anAddressThatIsNoneIsSaidToWhoWaitsAndNotWhileTheWindowIsMade() throws Exception {
        try (var entrance = entrance()) {
            entrance.resumeSoon("not an address", new SameThreadWork());
            assertThatThrownBy(() -> entrance.resume(URI.create("not-one")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private String address() {
        return backend.address().toString();
    }

    private Entrance entrance() throws IOException {
        return new Entrance(AppFolder.at(folder), Trust.JAVA, Clock.systemUTC());
    }
}
