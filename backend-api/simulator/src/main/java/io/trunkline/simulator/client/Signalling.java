package io.trunkline.simulator.client;

import io.helidon.websocket.WsListener;
import io.trunkline.simulator.account.Account;
import io.trunkline.simulator.account.Keys;
import io.trunkline.simulator.account.Mood;
import io.trunkline.simulator.account.Numbers;
import io.trunkline.simulator.account.Pace;
import io.trunkline.simulator.voice.Call;
import io.trunkline.simulator.voice.Calls;
import io.trunkline.simulator.voice.Exchange;
import java.time.Duration;

/// `/signal`: a listener for each device that connects.
public final class Signalling {
    private final Exchange exchange;
    private final Devices devices;
    private final Mood mood;

    public Signalling(Exchange exchange, Devices devices, Mood mood) {
        this.exchange = exchange;
        this.devices = devices;
        this.mood = mood;
    }

    public WsListener listener() {
        return new Socket(pace(), socket -> new Device(this, socket));
    }

    Account account() {
        return exchange.account();
    }

    Keys keys() {
        return exchange.keys();
    }

    Pace pace() {
        return exchange.pace();
    }

    Numbers numbers() {
        return exchange.numbers();
    }

    Calls calls() {
        return exchange.calls();
    }

    Devices devices() {
        return devices;
    }

    Duration linger() {
        return Duration.ofSeconds(mood.now().legLingerSeconds());
    }

    /// From now on there is sound at the far end of this call.
    void listens(Call call) {
        if (call.far().sound().isPresent()) {
            exchange.air().open(call);
        }
    }

    void microphoneChanged(Call call) {
        exchange.conferences().microphoneChanged(call);
    }
}
