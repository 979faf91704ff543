package io.trunkline.desktop.softphone.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// When a computer counts as being in another network.
@Timeout(20)
class NetworkWatchTest {
    private static final Set<String> CABLE = Set.of("eth0 192.0.2.7");
    private static final Set<String> WIRELESS = Set.of("wlan0 198.51.100.7");

    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger told = new AtomicInteger();
    private final AtomicBoolean changing = new AtomicBoolean();
    private volatile Set<String> addresses = CABLE;
    private final NetworkWatch watch = new NetworkWatch(this::addresses, told::incrementAndGet, Duration.ofMillis(10));

    private Set<String> addresses() {
        asked.incrementAndGet();
        if (changing.getAndSet(false)) {
            throw new IllegalStateException("The addresses change just now");
        }
        return addresses;
    }

    @BeforeEach
    void begin() {
        watch.begin();
    }

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void aNetworkThatStaysTheSameIsNotTold() {
        look(10, CABLE);
        assertThat(told).hasValue(0);
    }

    @Test
    void anotherNetworkIsToldOnceAsSoonAsItHasSettled() {
        look(2, WIRELESS);
        assertThat(told).hasValue(0);
        look(1, WIRELESS);
        assertThat(told).hasValue(1);
        look(10, WIRELESS);
        assertThat(told).hasValue(1);
    }

    @Test
    void aNetworkThatIsAddedIsAnotherOneAsIsItsEnd() {
        var tunnel = Set.of("eth0 192.0.2.7", "tun0 203.0.113.7");
        look(3, tunnel);
        look(3, CABLE);
        assertThat(told).hasValue(2);
    }

    @Test
    void aNetworkThatComesAndGoesIsLeftAloneUntilItStays() {
        for (int i = 0; i < 20; i++) {
            look(1, WIRELESS);
            look(2, CABLE);
        }
        assertThat(told).hasValue(0);
        look(3, WIRELESS);
        assertThat(told).hasValue(1);
    }

    @Test
    void withoutAnyNetworkNothingIsToldUntilOneIsThereEvenTheOldOne() {
        look(10, Set.of());
        assertThat(told).hasValue(0);
        look(3, CABLE);
        assertThat(told).hasValue(1);
    }

    @Test
    void aNewCallTakesWhatIsThereForKnown() {
        look(1, WIRELESS);
        watch.begin();
        look(10, WIRELESS);
        assertThat(told).hasValue(0);
    }

    @Test
    void nobodyAsksOutsideCalls() throws Exception {
        watch.watch(true);
        Soon.until("it is asked", () -> asked.get() > 5);
        addresses = WIRELESS;
        Soon.until("the change is told", () -> told.get() == 1);
        watch.watch(false);
        Soon.rest(100);
        var before = asked.get();
        Soon.rest(100);
        assertThat(asked).hasValue(before);
    }

    @Test
    void aFirstLookThatFailsIsNotTheLast() throws Exception {
        changing.set(true);
        watch.watch(true);
        Soon.until("it is looked again", () -> asked.get() > 5);
        addresses = WIRELESS;
        Soon.until("the change is told", () -> told.get() == 1);
    }

    @Test
    void theNearEndsOfContainersAreNoNetwork() {
        assertThat(Stream.of("docker0", "br-1f2e3d4c5b6a", "veth12ab", "virbr0", "vnet3", "lxdbr0", "cni0"))
                .allMatch(Addresses::isInner);
        assertThat(Stream.of("eth0", "enp0s31f6", "wlan0", "tun0", "wg0", "ppp0", "bond0", "br0", "en0", "utun3"))
                .noneMatch(Addresses::isInner);
    }

    @Test
    void addressesThatLeadNowhereDoNotCount() throws Exception {
        for (var each : new String[] {"127.0.0.1", "::1", "169.254.7.7", "fe80::7", "0.0.0.0"}) {
            assertThat(Addresses.isUsable(InetAddress.getByName(each))).as(each).isFalse();
        }
        for (var each : new String[] {"192.168.1.7", "10.0.0.7", "203.0.113.7", "fd00::7", "2001:db8::7"}) {
            assertThat(Addresses.isUsable(InetAddress.getByName(each))).as(each).isTrue();
        }
    }

    @Test
    void thisComputersOwnAddressesCanBeAsked() {
        assertThat(Addresses.now()).noneMatch(each -> each.contains("127.0.0.1"));
    }

    private void look(int times, Set<String> at) {
        addresses = at;
        for (int i = 0; i < times; i++) {
            watch.look();
        }
    }
}
