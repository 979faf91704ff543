package io.trunkline.launcher.kill;

import java.util.List;

/// When a kill is meant to land. Where it did land is found out afterwards, from what was left behind.
enum Aim {
    IN_TRANSACTION,
    BEFORE_REQUEST,
    BEFORE_DIALLING,
    BEFORE_ANSWER,
    BY_CHANCE;

    private static final List<Aim> IN_TURN = List.of(values());

    /// They take turns.
    static Aim of(int kill) {
        return IN_TURN.get(kill % IN_TURN.size());
    }
}
