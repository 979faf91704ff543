package io.trunkline.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `.ci/run` with a stand-in for the build, on a machine that has only what each test gives it.
@EnabledOnOs(OS.LINUX)
class CiRunTest {
    private static final List<String> PLAIN = List.of(
            "bash", "sh", "dirname", "uname", "id", "env", "mktemp", "rm", "mkdir", "cat", "touch", "find", "awk",
            "sort", "grep");
    private static final List<String> WANTED = List.of(
            "git", "wixl", "msiinfo", "pulseaudio", "pactl", "pacat", "parec", "rpmbuild", "desktop-file-validate");

    @TempDir
    Path folder;

    private record Outcome(int code, String said) {}

    @BeforeEach
    void aMachineThatHasEverything() throws IOException {
        Files.createDirectories(folder.resolve(".ci"));
        Files.createDirectories(folder.resolve("bin"));
        Files.copy(Checkout.file(".ci/run"), folder.resolve(".ci/run"), StandardCopyOption.COPY_ATTRIBUTES);
        for (var name : PLAIN) {
            script(tool(name), "exec " + real(name) + " \"$@\"");
        }
        for (var name : WANTED) {
            script(tool(name), "exit 0");
        }
        script(tool("ldconfig"), "echo 'libpulse.so.0 => /usr/lib/libpulse.so.0'");
        script(tool("sudo"), "shift; exec \"$@\"");
        script(tool("apt-get"), "echo \"$@\" >> asked; exit 1");
        script(folder.resolve("mvnw"), "exit 0");
    }

    @Test
    void whereEverythingIsThereNothingIsInstalledAndNothingIsSaid() throws IOException, InterruptedException {
        assertThat(run()).isEqualTo(new Outcome(0, ""));
        assertThat(folder.resolve("asked")).doesNotExist();
    }

    @Test
    void aToolThatCannotBeHadIsSaidAndTheBuildRuns() throws IOException, InterruptedException {
        Files.delete(tool("wixl"));
        script(folder.resolve("mvnw"), "echo the build ran");

        var outcome = run();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.said())
                .containsSubsequence("wixl could not be installed", "msitools could not", "the build ran")
                .doesNotContain("pulseaudio");
        assertThat(folder.resolve("asked")).content().contains("install -y -qq --no-install-recommends wixl");
    }

    @Test
    void withoutTheLibraryOfVoiceItEndsWithASentence() throws IOException, InterruptedException {
        script(tool("ldconfig"), "exit 0");

        var outcome = run();

        assertThat(outcome.code()).isOne();
        assertThat(outcome.said()).contains("libpulse0, which voice needs, is missing and could not be installed");
    }

    @Test
    void aBuildThatFailsFails() throws IOException, InterruptedException {
        script(folder.resolve("mvnw"), "exit 3");
        assertThat(run().code()).isEqualTo(3);
    }

    @Test
    void whatIsSkippedIsToldWithItsReason() throws IOException, InterruptedException {
        skipping();

        var outcome = run();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.said())
                .contains("a.SomeTest.hears: there is no sound", "a.SomeTest.owns: Expecting a right", "a.WholeTest")
                .doesNotContain("works", "sees");
    }

    @Test
    void whereNothingMayBeSkippedThatFails() throws IOException, InterruptedException {
        assertThat(run("--complete").code()).isZero();
        skipping();
        assertThat(run("--complete").code()).isOne();
    }

    @Test
    void aTestOfAnotherSystemIsNotSkipped() throws IOException, InterruptedException {
        script(folder.resolve("mvnw"), """
            mkdir -p target/surefire-reports
            cat > target/surefire-reports/TEST-a.MacTest.xml <<END
            <testsuite name="a.MacTest" time="1" tests="1" errors="0" skipped="1" failures="0">
              <testcase name="sees" classname="a.MacTest" time="0.1">
                <skipped message="Disabled on operating system: Linux"/>
            END
            touch -d 2040-01-01 target/surefire-reports/*
            """);
        assertThat(run("--complete")).isEqualTo(new Outcome(0, ""));
    }

    private void skipping() throws IOException {
        script(folder.resolve("mvnw"), """
            mkdir -p target/surefire-reports
            cat > target/surefire-reports/TEST-a.SomeTest.xml <<END
            <testsuite name="a.SomeTest" time="1" tests="4" errors="0" skipped="3" failures="0">
              <testcase name="works" classname="a.SomeTest" time="0.1"/>
              <testcase name="hears" classname="a.SomeTest" time="0.1">
                <skipped type="TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException: Assumption failed: there is no sound
                at a.SomeTest
                ]]></skipped>
              </testcase>
              <testcase name="sees" classname="a.SomeTest" time="0.1">
                <skipped message="Disabled on operating system: Linux"/>
              </testcase>
              <testcase name="owns" classname="a.SomeTest" time="0.1">
                <skipped type="TestAbortedException"><![CDATA[org.opentest4j.TestAbortedException:
            Expecting a right
                ]]></skipped>
              </testcase>
            </testsuite>
            END
            echo '<testsuite name="a.WholeTest" time="1" tests="0" errors="0" skipped="0" failures="0">' \
                > target/surefire-reports/TEST-a.WholeTest.xml
            touch -d 2040-01-01 target/surefire-reports/*
            """);
    }

    private Outcome run(String... words) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(
                        Stream.concat(Stream.of(folder.resolve(".ci/run").toString()), Stream.of(words))
                                .toList())
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("bin").toString());
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    private Path tool(String name) {
        return folder.resolve("bin").resolve(name);
    }

    private static Path real(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(each -> Path.of(each, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private static void script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
