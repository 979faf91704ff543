package io.trunkline.desktop.shell;

import io.trunkline.desktop.kit.text.Text;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Region;
import javafx.util.Subscription;

/// Puts the window's contents into a scene and keeps them there: builds them anew when the language changes, tells
/// pages when they are seen, and listens to keys.
public final class Shell implements AutoCloseable {
    private final Frame frame;
    private final Scene scene;
    private Subscription whole = Subscription.EMPTY;
    private Optional<Page> seen = Optional.empty();

    public Shell(Frame frame, Scene scene) {
        this.frame = frame;
        this.scene = scene;
    }

    /// Shows the window and follows navigation and language from now on.
    public void open() {
        addKeys();
        frame.shortcuts().listenIn(scene);
        frame.callBar().activate().run();
        frame.search().activate().run();
        frame.news().activate().run();
        whole = Subscription.combine(
                whole,
                Text.locale().subscribe(_ -> draw()),
                frame.navigator().target().subscribe(this::see));
    }

    /// The page that is seen now is told that it no longer is.
    @Override
    public void close() {
        whole.unsubscribe();
        seen.ifPresent(page -> page.deactivate().run());
        frame.callBar().deactivate().run();
        frame.search().deactivate().run();
        frame.news().deactivate().run();
    }

    /// Lays a sheet over the window until [#clear()], Esc, or a click beside it.
    public void lay(Region sheet) {
        view().ifPresent(each -> each.lay(sheet));
    }

    /// Takes away what is laid over the window.
    public void clear() {
        view().ifPresent(ShellView::clear);
    }

    private Optional<ShellView> view() {
        return scene.getRoot() instanceof ShellView view ? Optional.of(view) : Optional.empty();
    }

    private void draw() {
        scene.setRoot(new ShellView(frame));
    }

    private void see(NavigationTarget target) {
        var next = frame.pages().stream()
                .filter(page -> page.place() == target.place())
                .findFirst();
        if (!next.equals(seen)) {
            seen.ifPresent(page -> page.deactivate().run());
            seen = next;
            seen.ifPresent(page -> page.activate().run());
        }
    }

    private void addKeys() {
        var keys = frame.shortcuts();
        for (var page : frame.pages()) {
            keys.add(new Shortcut(
                    Shortcuts.to(page.place()),
                    "shell.keys.go",
                    PlaceLook.of(page.place()).key(),
                    () -> frame.navigator().go(page.place())));
        }
        keys.add(Shortcut.of("Alt+Left", "shell.keys.go", "shell.keys.back", frame.navigator()::back));
        keys.add(new Shortcut(PresenceControl.KEY, "shell.keys.window", "shell.presence.change", this::showPresence));
        keys.add(new Shortcut(Shortcuts.HELP, "shell.keys.window", "shell.keys.show", this::showKeys));
    }

    private void showPresence() {
        if (scene.lookup("#presence") instanceof MenuButton menu) {
            menu.show();
        }
    }

    private void showKeys() {
        view().ifPresent(ShellView::showKeys);
    }
}
