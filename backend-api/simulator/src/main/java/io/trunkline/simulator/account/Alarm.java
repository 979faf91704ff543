package io.trunkline.simulator.account;

/// Something that will be done later.
public interface Alarm {
    void callOff();
}
