package io.trunkline.simulator.voice;

import io.trunkline.simulator.account.Account;
import io.trunkline.simulator.account.Keys;
import io.trunkline.simulator.account.Mood;
import io.trunkline.simulator.account.Numbers;
import io.trunkline.simulator.account.Pace;
import io.trunkline.simulator.webhook.Callbacks;
import io.trunkline.simulator.webhook.Webhooks;
import java.nio.file.Path;
import java.util.function.Supplier;

/// The parts of the voice side, put together once.
public final class Exchange {
    private final Account account;
    private final Keys keys;
    private final Numbers numbers;
    private final Pace pace;
    private final Mood mood;
    private final Webhooks webhooks;
    private final Callbacks callbacks;
    private final Directory directory;
    private final CallForms forms;
    private final Calls calls;
    private final Conferences conferences;
    private final Queues queues;
    private final Recordings recordings;
    private final Departures departures;
    private final Air air;

    /// @param base the simulator's own address, known once it listens
    public Exchange(
            Account account,
            Numbers numbers,
            Pace pace,
            Mood mood,
            Webhooks webhooks,
            Callbacks callbacks,
            Directory directory,
            Path media,
            Supplier<String> base) {
        this.account = account;
        this.keys = new Keys(account, pace.now());
        this.numbers = numbers;
        this.pace = pace;
        this.mood = mood;
        this.webhooks = webhooks;
        this.callbacks = callbacks;
        this.directory = directory;
        this.forms = new CallForms(account);
        this.recordings = new Recordings(this, media, base);
        this.conferences = new Conferences(this);
        this.queues = new Queues(pace);
        this.calls = new Calls(this);
        this.departures = new Departures(this);
        this.air = new Air(this);
    }

    public Account account() {
        return account;
    }

    public Keys keys() {
        return keys;
    }

    public Numbers numbers() {
        return numbers;
    }

    public Pace pace() {
        return pace;
    }

    public Calls calls() {
        return calls;
    }

    public Conferences conferences() {
        return conferences;
    }

    public Queues queues() {
        return queues;
    }

    public Recordings recordings() {
        return recordings;
    }

    public Departures departures() {
        return departures;
    }

    public Air air() {
        return air;
    }

    Mood mood() {
        return mood;
    }

    Webhooks webhooks() {
        return webhooks;
    }

    Callbacks callbacks() {
        return callbacks;
    }

    Directory directory() {
        return directory;
    }

    CallForms forms() {
        return forms;
    }
}
