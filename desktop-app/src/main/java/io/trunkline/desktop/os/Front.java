package io.trunkline.desktop.os;

import javafx.stage.Stage;

/// Brings the program's window before the others.
public final class Front {
    private final Stage stage;

    public Front(Stage stage) {
        this.stage = stage;
    }

    /// Whether the agent looks at the window now.
    public boolean seen() {
        return stage.isFocused() && !stage.isIconified();
    }

    /// Systems that do not let a program take the focus show it as wanting attention instead.
    public void raise() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    Stage stage() {
        return stage;
    }
}
