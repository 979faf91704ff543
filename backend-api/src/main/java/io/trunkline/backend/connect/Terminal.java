package io.trunkline.backend.connect;

import java.util.Optional;

/// Whoever sits in front of it. Empty answers where nobody does.
public interface Terminal {
    void say(String line);

    /// What was typed, without the blanks around it.
    Optional<String> ask(String question);

    /// What was typed without being shown.
    Optional<String> secret(String question);
}
