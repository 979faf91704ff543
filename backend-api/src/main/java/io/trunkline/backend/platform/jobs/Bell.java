package io.trunkline.backend.platform.jobs;

/// Wakes a loop that is started later than whoever wants to wake it is made; silent until then.
public final class Bell {
    private volatile Runnable wake = () -> {};

    public void ring() {
        wake.run();
    }

    public void wakes(Loop loop) {
        wake = loop::wake;
    }
}
