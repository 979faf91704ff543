package io.trunkline.simulator.control;

import io.trunkline.simulator.account.Pace;
import io.trunkline.simulator.messaging.Recipient;
import io.trunkline.simulator.messaging.TextMessage;
import io.trunkline.simulator.voice.Calls;
import io.trunkline.simulator.voice.Directory;
import io.trunkline.simulator.voice.FarEnd;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Everybody outside with a phone, and what each does when it rings or a text comes.
public final class People implements Recipient {
    private static final String CLIENT = "client:";

    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final Pace pace;
    private volatile @Nullable Calls calls;
    private volatile Consumer<TextMessage> read = _ -> {};

    public People(Pace pace) {
        this.pace = pace;
    }

    /// Phones are here; devices are found by the given function.
    public Directory directory(Function<String, List<FarEnd>> devices) {
        return address -> address.startsWith(CLIENT)
                ? devices.apply(address.substring(CLIENT.length()))
                : List.of(new Person(pace, this::calls, behaviour(address), 0));
    }

    void use(Calls all, Consumer<TextMessage> reader) {
        calls = all;
        read = reader;
    }

    private Calls calls() {
        var all = calls;
        if (all == null) {
            throw new IllegalStateException("nobody phones before the exchange is there");
        }
        return all;
    }

    FarEnd caller(String digits, double patience, double talk) {
        return new Person(pace, this::calls, new Behaviour(Behaviour.Answer.ANSWERS, 0, talk, digits, 0, ""), patience);
    }

    Behaviour behaviour(String number) {
        return Optional.ofNullable(behaviours.get(number)).orElse(Behaviour.USUAL);
    }

    void behave(String number, Behaviour behaviour) {
        behaviours.put(number, behaviour);
    }

    @Override
    public int failure(String number) {
        return behaviour(number).textError();
    }

    @Override
    public void delivered(TextMessage message) {
        read.accept(message);
    }
}
