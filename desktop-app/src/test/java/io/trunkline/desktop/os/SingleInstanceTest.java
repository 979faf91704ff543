package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.kit.work.Activities;
import io.trunkline.desktop.kit.work.FxWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {
    @TempDir
    Path temp;

    @Test
    void aSecondStartAsksTheFirstToTheFront() throws IOException {
        var folder = AppFolder.at(temp);
        Fx.run(() -> {});
        try (var work = new FxWork(new Activities());
                var first = SingleInstance.claim(folder).orElseThrow()) {
            var knocks = new AtomicInteger();
            first.listen(work, knocks::incrementAndGet, () -> {});

            assertThat(SingleInstance.claim(folder)).isEmpty();
            assertThat(SingleInstance.claim(folder)).isEmpty();
            Fx.until(() -> knocks.get() == 2);
        }
    }

    @Test
    void whoIsAskedToQuitEndsAndIsNotBroughtToTheFront() throws IOException {
        var folder = AppFolder.at(temp);
        assertThat(SingleInstance.quit(folder)).as("nobody is there").isFalse();
        Fx.run(() -> {});
        try (var work = new FxWork(new Activities());
                var first = SingleInstance.claim(folder).orElseThrow()) {
            var knocks = new AtomicInteger();
            var ends = new AtomicInteger();
            first.listen(work, knocks::incrementAndGet, ends::incrementAndGet);

            assertThat(SingleInstance.quit(folder)).isTrue();
            Fx.until(() -> ends.get() == 1);
            assertThat(knocks).hasValue(0);
        }
    }

    @Test
    void aProgramThatDiedLeavesTheDoorToTheNext() throws IOException {
        var folder = AppFolder.at(temp);
        Files.createFile(folder.file("door"));
        try (var next = SingleInstance.claim(folder).orElseThrow()) {
            assertThat(next).isNotNull();
        }
        assertThat(folder.file("door")).doesNotExist();
    }

    /// As on a stick with FAT, or on a Windows that knows no such sockets.
    @Test
    void aFolderThatCanHoldNoSocketIsLockedAndTheFirstIsStillAskedToTheFront() throws IOException {
        var folder = AppFolder.at(temp.resolve("a".repeat(120)));
        var elsewhere = Optional.of(temp.resolve("elsewhere"));
        Fx.run(() -> {});
        try (var work = new FxWork(new Activities());
                var first = SingleInstance.claim(folder, () -> elsewhere).orElseThrow()) {
            var knocks = new AtomicInteger();
            first.listen(work, knocks::incrementAndGet, () -> {});

            assertThat(SingleInstance.claim(folder, () -> elsewhere)).isEmpty();
            Fx.until(() -> knocks.get() == 1);
        }
        assertThat(temp.resolve("elsewhere")).doesNotExist();
    }

    @Test
    void whereNoSocketCanLieAtAllThereIsStillOneProgramForAFolder() throws IOException {
        var folder = AppFolder.at(temp.resolve("a".repeat(120)));
        try (var first = SingleInstance.claim(folder, Optional::empty).orElseThrow()) {
            assertThat(SingleInstance.claim(folder, Optional::empty)).isEmpty();
            assertThat(first).isNotNull();
        }
        try (var next = SingleInstance.claim(folder, Optional::empty).orElseThrow()) {
            assertThat(next).isNotNull();
        }
    }
}
