package io.trunkline.simulator.rest;

import io.trunkline.simulator.webhook.Form;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One REST request as the ledger keeps it: when it arrived, and, once it has been, what it was answered.
public final class Arrival {
    private final Instant at;
    private final String method;
    private final String path;
    private volatile Map<String, String> fields = Map.of();
    private volatile @Nullable Instant answered;
    private volatile int status;

    Arrival(Instant at, String method, String path) {
        this.at = at;
        this.method = method;
        this.path = path;
    }

    void read(Form form) {
        fields = form.toMap();
    }

    void answered(Instant when, int with) {
        answered = when;
        status = with;
    }

    public Instant at() {
        return at;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    /// The fields it brought; empty until it is carried out.
    public Map<String, String> fields() {
        return fields;
    }

    public @Nullable Instant answered() {
        return answered;
    }

    /// 0 until it is answered.
    public int status() {
        return status;
    }
}
