package io.trunkline.simulator.voice;

/// An address that leads nowhere.
enum Nobody implements FarEnd {
    HERE;

    @Override
    public void ring(Call call) {}
}
