package io.trunkline.desktop.os;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.headless.Fx;
import io.trunkline.desktop.kit.work.Activities;
import io.trunkline.desktop.kit.work.FxWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
            first.onKnock(work, knocks::incrementAndGet);

            assertThat(SingleInstance.claim(folder)).isEmpty();
            assertThat(SingleInstance.claim(folder)).isEmpty();
            Fx.until(() -> knocks.get() == 2);
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
}
