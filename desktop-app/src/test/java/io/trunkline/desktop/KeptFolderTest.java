package io.trunkline.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.cache.Cache;
import io.trunkline.desktop.cache.Pending;
import io.trunkline.desktop.kit.theme.ShadeChoice;
import io.trunkline.desktop.os.AppFolder;
import io.trunkline.desktop.os.RememberedToken;
import io.trunkline.desktop.settings.Preferences;
import io.trunkline.desktop.settings.PreferencesFile;
import io.trunkline.desktop.settings.SoundNames;
import io.trunkline.desktop.settings.WindowPlace;
import io.trunkline.model.CommandId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.interaction.NewNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder as earlier programs left it is opened with all that is in it: an upgrade in place keeps settings, sign-in,
/// drafts, and what was not sent. A format that this test no longer opens needs a new number and a way over.
class KeptFolderTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden", "format-1");
    private static final Clock CLOCK = Clock.fixed(Samples.NINE, ZoneOffset.UTC);
    private static final InteractionId INTERACTION = new InteractionId(Samples.id(700));
    private static final Pending NOTE =
            new Pending.Note(INTERACTION, new NewNote(new CommandId(Samples.id(701)), "called twice – nobody there"));
    private static final Preferences PREFERENCES = new Preferences(
            ShadeChoice.DARK,
            Locale.of("es"),
            0.3,
            false,
            new SoundNames("Headset", "Headset", "Desk speaker", "Headset/Headset"),
            "https://centre.example.com",
            "acme",
            "ben@demo.example",
            Optional.of(new WindowPlace(40, 30, 1500, 900, false)));

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        copy(GOLDEN, folder);
    }

    @Test
    void settingsSignInDraftsAndWhatWasNotSentAreFoundAfterAnUpgrade() throws IOException {
        var own = AppFolder.at(folder);

        assertThat(new PreferencesFile(own.file("settings.properties")).read()).isEqualTo(PREFERENCES);
        assertThat(new RememberedToken(own).read()).contains("refresh-token-of-then");
        assertThat(new LastAgent(own).read()).contains(Samples.me());
        try (var cache = Cache.open(own.file(Samples.me().id().toString()), CLOCK)) {
            assertThat(cache.drafts().of("note:" + INTERACTION)).contains("will call back on Monday – ask for Zoë");
            assertThat(cache.unsent().all()).containsExactly(NOTE);
            assertThat(cache.lastDesk().seen())
                    .hasValueSatisfying(seen -> assertThat(seen.at()).isEqualTo(Samples.NINE));
        }
    }

    @Test
    void theDatabaseOfThenIsOpenedAndNotReplacedByMemory() throws IOException {
        try (var cache = Cache.open(folder.resolve(Samples.me().id().toString()), CLOCK)) {
            cache.drafts().keep("note:new", "written by the new program");
        }
        try (var cache = Cache.open(folder.resolve(Samples.me().id().toString()), CLOCK)) {
            assertThat(cache.drafts().of("note:new")).contains("written by the new program");
            assertThat(cache.unsent().all()).containsExactly(NOTE);
        }
    }

    /// Writes the folder, by hand, when a format gets its number: `-Dgolden.write=true`.
    @BeforeAll
    static void write() throws IOException {
        if (!Boolean.getBoolean("golden.write")) {
            return;
        }
        var own = AppFolder.at(GOLDEN);
        new PreferencesFile(own.file("settings.properties")).write(PREFERENCES);
        new RememberedToken(own).keep("refresh-token-of-then");
        new LastAgent(own).keep(Samples.me());
        try (var cache = Cache.open(own.file(Samples.me().id().toString()), CLOCK)) {
            cache.drafts().keep("note:" + INTERACTION, "will call back on Monday – ask for Zoë");
            cache.unsent().add(NOTE);
            cache.lastDesk().keep(Samples.desk(7, List.of()), Samples.NINE);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
