package io.trunkline.simulator.client;

import io.trunkline.simulator.voice.FarEnd;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The devices that are connected, and the legs that devices have. One identity may have several devices.
public final class Devices implements AutoCloseable {
    private final Set<Device> connected = ConcurrentHashMap.newKeySet();
    private final Map<String, DeviceLeg> legs = new ConcurrentHashMap<>();

    void connect(Device device) {
        connected.add(device);
    }

    void disconnect(Device device) {
        connected.remove(device);
    }

    void keep(String callSid, DeviceLeg leg) {
        legs.put(callSid, leg);
    }

    void drop(DeviceLeg leg) {
        legs.values().removeIf(l -> l == leg);
    }

    Optional<DeviceLeg> leg(String key, Device device) {
        return Optional.ofNullable(legs.get(key))
                .or(() -> legs.values().stream()
                        .filter(l -> l.named(key) && l.belongsTo(device))
                        .findFirst());
    }

    List<DeviceLeg> legsOf(Device device) {
        return legs.values().stream().filter(l -> l.isOn(device)).distinct().toList();
    }

    /// Everyone who would ring for this identity now: a new leg for each of its devices.
    public List<FarEnd> ringing(String identity) {
        return connected.stream()
                .filter(d -> d.reachableAs(identity))
                .<FarEnd>map(Device::leg)
                .toList();
    }

    /// The sound of all legs ends with the program.
    @Override
    public void close() {
        legs.values().forEach(DeviceLeg::close);
    }

    /// How many are registered, with sound.
    public long registered() {
        return connected.stream().filter(Device::hasSound).count();
    }

    /// Identities with a device connected.
    public List<String> identities() {
        return connected.stream().map(Device::identity).distinct().sorted().toList();
    }
}
