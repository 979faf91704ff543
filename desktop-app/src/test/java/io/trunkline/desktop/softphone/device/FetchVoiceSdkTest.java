package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// How the build gets the SDK, and what it says to whoever lacks something. The programs it asks are scripts of the
/// test's, the only ones there are.
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(60)
class FetchVoiceSdkTest {
    private static final Path RECIPE = Path.of("src", "main", "npm").toAbsolutePath();

    private record Ended(int code, String said) {}

    @TempDir
    Path folder;

    @Test
    void aMissingNodeIsSaidInOnePlainSentence() throws Exception {
        var ended = fetch();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said().strip())
                .isEqualTo("The desktop needs Node.js 20 or newer with npm to fetch Twilio's Voice SDK: install it"
                        + " (from nodejs.org or your system's package nodejs and npm) and build again.");
    }

    @Test
    void aMissingNpmIsSaidLikewise() throws Exception {
        program("node", "echo v20.11.0");
        assertThat(fetch().said().strip()).startsWith("The desktop needs Node.js 20 or newer with npm");
    }

    @Test
    void anOldNodeIsSaidWithTheVersionThatWasFound() throws Exception {
        program("node", "echo v18.19.1");
        program("npm", "echo 9.2.0");
        assertThat(fetch().said().strip())
                .startsWith("The desktop needs Node.js 20 or newer")
                .endsWith("(Found: v18.19.1.)");
    }

    @Test
    void whatIsNotWhatTheLockFileHasTheHashOfStopsTheBuild() throws Exception {
        program("node", "echo v20.11.0");
        program("npm", "[ \"$1\" = ci ] && echo 'code EINTEGRITY' && exit 1; echo 10.2.4");
        var ended = fetch();
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.said())
                .contains("npm could not fetch Twilio's Voice SDK")
                .contains("EINTEGRITY");
        assertThat(folder.resolve("target/twilio.min.js")).doesNotExist();
    }

    @Test
    void whatIsThereIsNotFetchedAgainSoThatABuildWithoutNodeOrNetworkGoesOn() throws Exception {
        var sdk = "node_modules/@twilio/voice-sdk";
        program("node", "echo v20.11.0");
        program("npm", """
                [ "$1" = ci ] || exit 0
                [ -f package-lock.json ] || exit 3
                /bin/mkdir -p %1$s/dist
                echo sdk > %1$s/dist/twilio.min.js
                echo licence > %1$s/LICENSE.md""".formatted(sdk));
        assertThat(fetch()).isEqualTo(new Ended(0, ""));
        assertThat(folder.resolve("target/twilio.min.js")).hasContent("sdk");
        assertThat(folder.resolve("target/LICENSE.md")).hasContent("licence");

        Files.delete(folder.resolve("bin/node"));
        Files.delete(folder.resolve("bin/npm"));
        assertThat(fetch()).isEqualTo(new Ended(0, ""));
    }

    @Test
    void theSdkIsPinnedAndEveryPackageHasItsHash() throws IOException {
        var json = new ObjectMapper();
        var wanted = json.readTree(RECIPE.resolve("package.json").toFile()).at("/dependencies/@twilio~1voice-sdk");
        assertThat(wanted.asText()).matches("\\d+\\.\\d+\\.\\d+");
        var packages =
                json.readTree(RECIPE.resolve("package-lock.json").toFile()).path("packages");
        assertThat(packages.path("node_modules/@twilio/voice-sdk").path("version"))
                .isEqualTo(wanted);
        assertThat(packages.properties().stream()
                        .filter(each -> !each.getKey().isEmpty())
                        .map(each -> each.getValue().path("integrity"))
                        .map(JsonNode::asText))
                .isNotEmpty()
                .allMatch(hash -> hash.startsWith("sha512-"));
    }

    private void program(String name, String script) throws IOException {
        var file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Ended fetch() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                RECIPE.resolve("FetchVoiceSdk.java").toString(),
                RECIPE.toString(),
                folder.resolve("work").toString(),
                folder.resolve("target").toString());
        builder.environment()
                .put("PATH", Files.createDirectories(folder.resolve("bin")).toString());
        var said = folder.resolve("said");
        var process =
                builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
        return new Ended(process.exitValue(), Files.readString(said));
    }
}
