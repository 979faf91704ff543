package io.trunkline.desktop.kit.control;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/// The initials of somebody in a circle; `#` for one who is known by number only. The name stands beside it.
public final class Avatar extends StackPane {
    private final Label initials = new Label();

    public Avatar(String name, int size) {
        getStyleClass().add("avatar");
        initials.getStyleClass().add(size < 32 ? "avatar-small" : "avatar-large");
        setMinSize(size, size);
        setMaxSize(size, size);
        getChildren().add(initials);
        show(name);
    }

    public void show(String name) {
        initials.setText(initials(name));
    }

    static String initials(String name) {
        var words = Arrays.stream(name.strip().split("\\s+"))
                .filter(word -> !word.isEmpty() && Character.isLetter(word.codePointAt(0)))
                .toList();
        if (words.isEmpty()) {
            return "#";
        }
        var ends = words.size() == 1 ? words : List.of(words.getFirst(), words.getLast());
        return ends.stream()
                .map(word -> Character.toString(Character.toUpperCase(word.codePointAt(0))))
                .collect(Collectors.joining());
    }
}
