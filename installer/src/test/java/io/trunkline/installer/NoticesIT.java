package io.trunkline.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Opens what this very build wrote beside what it ships.
class NoticesIT {
    private static final Map<String, String> MODULES = Map.of("desktop", "desktop-app", "backend", "backend-api");

    @ParameterizedTest
    @CsvSource({"desktop", "backend"})
    void everyJarThatIsShippedIsNamedWithItsVersionAndALicence(String program) throws IOException {
        var text = Checkout.text("installer/target/notices/" + program + "/THIRD-PARTY.txt");
        var libraries = Notices.libraries(Checkout.file(MODULES.get(program)));
        assertThat(libraries).hasSizeGreaterThan(20);
        for (var library : libraries) {
            if (!library.own()) {
                var entry = library.name() + " " + library.version() + "\n  " + library.file() + "\n  ";
                assertThat(text).contains(entry);
                assertThat(text.substring(text.indexOf(entry) + entry.length()))
                        .as(library.file())
                        .matches("(?s)[\\w .,-]+ \\(https?://\\S+\\).*");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "desktop, Twilio Voice SDK for browsers (npm @twilio/voice-sdk) 2",
        "desktop, libwebrtc",
        "desktop, WebKit",
        "desktop, Inter, the typeface",
        "desktop, OpenJDK 25",
        "backend, OpenJDK 25",
        "backend, PostgreSQL"
    })
    void whatMavenDoesNotKnowIsNamedToo(String program, String what) {
        assertThat(Checkout.text("installer/target/notices/" + program + "/THIRD-PARTY.txt"))
                .contains("\n" + what);
    }

    @Test
    void textsThatLibrariesCarryAreInsideOnce() {
        var text = Checkout.text("installer/target/notices/desktop/THIRD-PARTY.txt");
        assertThat(text).contains("SIL OPEN FONT LICENSE Version 1.1", "slf4j-api-2.0.17.jar: META-INF/LICENSE.txt");
        assertThat(text.split("TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION", -1).length)
                .as("the Apache License, which a score of libraries carry in a few spellings")
                .isBetween(2, 9);
    }
}
