package io.trunkline.simulator.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.model.json.Json;

/// How hard the carrier makes life. The defaults are what a new account meets.
///
/// @param cps calls placed over REST per second; more are queued, not refused
/// @param latencyMs what each REST request takes at least
/// @param restConcurrency REST requests at once before 429
/// @param reorderCallbacks some callbacks overtake others
/// @param repeatCallbacks some callbacks come twice, with the same idempotency token
/// @param lateMs each callback is up to this late
/// @param legLingerSeconds how long a leg outlives its device's socket
/// @param failNextRest the next so many REST requests fail
/// @param failRestStatus with this status (429 says 20429, others 20500)
/// @param hangNextRest the next so many REST requests are carried out, then answered only after 20 s
public record Unkindness(
        double cps,
        int latencyMs,
        int restConcurrency,
        boolean reorderCallbacks,
        boolean repeatCallbacks,
        int lateMs,
        int legLingerSeconds,
        int failNextRest,
        int failRestStatus,
        int hangNextRest) {
    public static final Unkindness USUAL = new Unkindness(1, 200, 100, true, false, 0, 30, 0, 500, 0);
    public static final Unkindness KIND = new Unkindness(1000, 0, 10_000, false, false, 0, 30, 0, 500, 0);

    public Unkindness {
        if (cps <= 0 || latencyMs < 0 || restConcurrency < 1 || lateMs < 0 || legLingerSeconds < 0) {
            throw new IllegalArgumentException("unkindness: cps above 0, restConcurrency from 1, times not negative");
        }
    }

    /// The same, but for the fields of this object.
    public Unkindness with(JsonNode changes) {
        ObjectNode all = Json.mapper().valueToTree(this);
        changes.properties().forEach(field -> {
            if (!all.has(field.getKey())) {
                throw new IllegalArgumentException("unkindness knows no " + field.getKey());
            }
            all.set(field.getKey(), field.getValue());
        });
        return Json.mapper().convertValue(all, Unkindness.class);
    }

    Unkindness failing(int left) {
        return new Unkindness(
                cps,
                latencyMs,
                restConcurrency,
                reorderCallbacks,
                repeatCallbacks,
                lateMs,
                legLingerSeconds,
                left,
                failRestStatus,
                hangNextRest);
    }

    Unkindness hanging(int left) {
        return new Unkindness(
                cps,
                latencyMs,
                restConcurrency,
                reorderCallbacks,
                repeatCallbacks,
                lateMs,
                legLingerSeconds,
                failNextRest,
                failRestStatus,
                left);
    }
}
