package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.launcher.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Many calls of one device in one program leave nothing behind: as many as the property `calls` says.
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ManyCallsTest {
    private static final Logger LOG = LoggerFactory.getLogger(ManyCallsTest.class);
    private static final int CALLS = Integer.getInteger("calls", 20);

    /// From here on nothing is made for the first time.
    private static final int WARM = 5;

    /// While everything is made for the first time, the far sides' engine in this program included.
    private static final long KILOBYTES_A_CALL_AT_FIRST = 600;

    /// What is flat by then stays so in a shift: a connection that is never freed takes 90.
    private static final int SETTLED = 75;

    private static final long KILOBYTES_A_CALL = 40;

    @Test
    void theyLeaveNoConnectionAndNoThreadBehind() throws Exception {
        try (var call = new OnCall().registered()) {
            var threads = 0L;
            var memory = 0L;
            var settled = 0L;
            for (int i = 1; i <= CALLS; i++) {
                one(call);
                if (i == WARM) {
                    threads = threads();
                    memory = resident();
                }
                if (i == SETTLED) {
                    settled = resident();
                }
                if (i % WARM == 0) {
                    LOG.info("{} calls: {} threads, {} MB resident", i, threads(), resident() / 1024);
                }
            }
            var before = threads;
            Soon.until("as many threads as before", () -> threads() <= before + 2);
            assertThat(call.device.engine().inUse()).isZero();
            assertThat((resident() - memory) / Math.max(1, CALLS - WARM)).isLessThan(KILOBYTES_A_CALL_AT_FIRST);
            if (CALLS >= 2 * SETTLED) {
                var each = (resident() - settled) / (double) (CALLS - SETTLED);
                var more = threads() - before;
                Figures.record("voice.calls", (double) CALLS, "calls in one program", "200", CALLS >= 200);
                Figures.record("voice.calls.memory", each, "kB a call", "< 40", each < KILOBYTES_A_CALL);
                Figures.record("voice.calls.threads", (double) more, "threads more at the end", "<= 2", more <= 2);
                assertThat(each).isLessThan(KILOBYTES_A_CALL);
            }
        }
        Soon.until(
                "the device's threads are gone",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(each -> each.getName().startsWith("voice-")));
    }

    private static void one(OnCall call) throws Exception {
        var begun = System.nanoTime();
        call.device.connect(OnCall.RESERVATION, false);
        LOG.info("Connected in {} ms", (System.nanoTime() - begun) / 1_000_000);
        call.bothHear();
        call.device.hangUp();
        assertThat(call.story.next(VoiceEvent.Ended.class).reason()).isEqualTo(EndReason.HUNG_UP);
        Soon.until("nothing is in use", () -> call.device.engine().inUse() == 0);
    }

    /// Those of the system, the engine's among them; 0 where the system does not say.
    private static long threads() {
        return status("Threads:");
    }

    /// In kilobytes.
    private static long resident() {
        System.gc();
        return status("VmRSS:");
    }

    private static long status(String name) {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
