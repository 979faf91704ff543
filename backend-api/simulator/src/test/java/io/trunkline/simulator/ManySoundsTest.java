package io.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What sound costs. `-Dsound.calls=200 -Dsound.legs=20` asks for more than the build does.
@EnabledOnOs(OS.LINUX)
class ManySoundsTest extends WithSound {
    private static final int CALLS = Integer.getInteger("sound.calls", 12);
    private static final int LEGS = Integer.getInteger("sound.legs", 4);

    private record Use(long residentKb, long threads) {
        static Use now() {
            return new Use(of("VmRSS"), of("Threads"));
        }

        private static long of(String field) {
            try (var lines = Files.lines(Path.of("/proc/self/status"))) {
                return lines.filter(l -> l.startsWith(field + ":"))
                        .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    /// The library keeps about a tenth of a megabyte of each closed connection, at either end; here are both ends, and
    /// a heap that grows to its size.
    @Test
    void oneCallAfterTheOtherLeavesNoThreadAndLittleMemoryBehind() {
        var contact = contact(1_000);
        try (var agent = device("ana", 550)) {
            for (var i = 0; i < 5; i++) {
                talk(agent, contact);
            }
            System.gc();
            var before = Use.now();
            for (var i = 0; i < CALLS; i++) {
                talk(agent, contact);
                if (i % 25 == 24) {
                    System.out.println("after " + (i + 1) + " calls: " + Use.now());
                }
            }
            System.gc();
            Rig.until("end of the threads", () -> Use.now().threads() <= before.threads() + 4);
            var after = Use.now();
            System.out.println("sequential calls=" + CALLS + " before=" + before + " after=" + after);
            assertThat(after.residentKb()).isLessThan(before.residentKb() + 500L * CALLS + 120_000);
        }
        rig.hangsUp(contact);
        nothingIsLeft();
    }

    private void talk(SoundDevice agent, String contact) {
        agent.calls("");
        Rig.until("the phone's tone", () -> agent.peer.hears(1_000) > CLEAR);
        Rig.until("the device's tone", () -> rig.heard(contact, 550) > CLEAR);
        agent.hangsUp();
        rig.until("/control/sound", f -> f.path("peers").asInt() == 0);
    }

    @Test
    void oneClockMixesARoomFullOfDevices() {
        var agents = new ArrayList<SoundDevice>();
        try {
            for (var i = 0; i < LEGS; i++) {
                agents.add(device("agent" + i, 500 + 50 * i).calls(""));
            }
            var contact = contact(2_000);
            for (var agent : agents) {
                Rig.until("the phone's tone", () -> agent.peer.hears(2_000) > 500);
            }
            var before = rig.get("/control/sound");
            var began = System.nanoTime();
            rig.passes(3);
            var after = rig.get("/control/sound");
            var seconds = (System.nanoTime() - began) / 1e9;
            var busy = (after.path("busyMillis").asDouble()
                            - before.path("busyMillis").asDouble())
                    / 1_000;
            var ticks = after.path("ticks").asLong() - before.path("ticks").asLong();
            System.out.println(String.format(
                    Locale.ROOT,
                    "legs=%d clock busy=%.1f %% ticks/s=%.1f late=%d",
                    LEGS,
                    100 * busy / seconds,
                    ticks / seconds,
                    after.path("lateTicks").asLong()));
            assertThat(busy / seconds).isLessThan(0.6);
            assertThat(rig.heard(contact, 500)).isGreaterThan(500);
        } finally {
            agents.forEach(SoundDevice::close);
        }
    }

    /// How much later than from peer to peer is for a quiet machine to tell: the receiver's jitter buffer grows with
    /// every thread that waits for a processor.
    @Test
    void whatThePhoneSaysIsSoonAtTheDevice() {
        var direct = new ArrayList<Double>();
        try (var one = new SoundPeer(1_000);
                var other = new SoundPeer(1_000)) {
            one.mute(true);
            other.mute(true);
            one.accept(other.answer(one.offer()));
            Rig.until("connection", () -> one.talks() && other.talks());
            for (var i = 0; i < 7; i++) {
                direct.add(delay(other, () -> one.mute(false), () -> one.mute(true)));
            }
        }
        var through = new ArrayList<Double>();
        try (var agent = device("ana", 550).calls("")) {
            var contact = rig.phones(", \"voice\": {\"silence\": true}");
            rig.callUntil(contact, c -> c.hasNonNull("conference"));
            Rig.until("end of what was before", () -> agent.peer.loudness() < 20);
            var voice = "/control/calls/" + contact + "/voice";
            for (var i = 0; i < 7; i++) {
                through.add(delay(
                        agent.peer,
                        () -> rig.put(voice, "{\"tone\": 1000}"),
                        () -> rig.put(voice, "{\"silence\": true}")));
            }
        }
        System.out.println("delay in ms: peer to peer " + direct + ", phone to device " + through);
        assertThat(median(through) - median(direct)).isLessThan(1_000);
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private static double delay(SoundPeer listener, Runnable loud, Runnable quiet) {
        var began = System.nanoTime();
        var heard = listener.whenLoud(loud);
        quiet.run();
        Rig.until("silence", () -> listener.loudness() < 20);
        return Math.round((heard - began) / 1e5) / 10.0;
    }
}
