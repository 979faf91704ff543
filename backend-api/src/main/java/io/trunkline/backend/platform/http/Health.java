package io.trunkline.backend.platform.http;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Whether this server should be given work. It is not ready before it is warm and no longer once it stops.
public final class Health {
    private final Map<String, BooleanSupplier> checks = new ConcurrentSkipListMap<>();
    private final Map<String, Supplier<Optional<String>>> remarks = new ConcurrentSkipListMap<>();
    private volatile boolean open;

    /// What must hold for the server to be ready, such as a database that answers. It must be quick.
    public void needs(String name, BooleanSupplier check) {
        checks.put(name, check);
    }

    /// What somebody should see to though the server takes work. It must be quick.
    public void remarks(String name, Supplier<Optional<String>> remark) {
        remarks.put(name, remark);
    }

    /// Takes work from now on.
    public void open() {
        open = true;
    }

    /// Takes no new work; what runs is finished.
    public void shut() {
        open = false;
    }

    Report report() {
        var states = new TreeMap<String, String>();
        states.put("server", open ? "UP" : "DOWN");
        checks.forEach((name, check) -> states.put(name, check.getAsBoolean() ? "UP" : "DOWN"));
        var told = new TreeMap<String, String>();
        remarks.forEach((name, remark) -> remark.get().ifPresent(sentence -> told.put(name, sentence)));
        return new Report(states.containsValue("DOWN") ? "DOWN" : "UP", states, told);
    }

    record Report(String status, Map<String, String> checks, Map<String, String> remarks) {
        int code() {
            return status.equals("UP") ? 200 : 503;
        }
    }
}
