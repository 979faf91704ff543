package io.trunkline.simulator.media;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;

/// Waits for libwebrtc to make or take a session description.
final class Described implements CreateSessionDescriptionObserver, SetSessionDescriptionObserver {
    private static final int PATIENCE_SECONDS = 5;

    private record Result(Optional<RTCSessionDescription> description, String failure) {}

    private final ArrayBlockingQueue<Result> result = new ArrayBlockingQueue<>(1);

    @Override
    public void onSuccess(RTCSessionDescription description) {
        result.add(new Result(Optional.of(description), ""));
    }

    @Override
    public void onSuccess() {
        result.add(new Result(Optional.empty(), ""));
    }

    @Override
    public void onFailure(String error) {
        result.add(new Result(Optional.empty(), error.isEmpty() ? "for no reason given" : error));
    }

    RTCSessionDescription made() {
        return done().orElseThrow(() -> new IllegalStateException("libwebrtc described nothing"));
    }

    Optional<RTCSessionDescription> done() {
        try {
            var got = result.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (got == null) {
                throw new IllegalStateException("libwebrtc did not answer in " + PATIENCE_SECONDS + " s");
            }
            if (!got.failure().isEmpty()) {
                throw new IllegalStateException("libwebrtc refuses the session: " + got.failure());
            }
            return got.description();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the simulator is closing", e);
        }
    }
}
