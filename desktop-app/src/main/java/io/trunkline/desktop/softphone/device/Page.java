package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.webkit.Timer;
import io.trunkline.desktop.kit.work.FxThread;
import java.util.function.Consumer;
import javafx.concurrent.Worker;
import javafx.scene.web.WebEngine;
import netscape.javascript.JSException;
import netscape.javascript.JSObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A page nobody sees, for scripts. Any thread may call; what is asked is done on the FX thread, in order.
@SuppressWarnings("removal") // JSObject leaves the JDK for JavaFX, which brings it under the same name
final class Page implements Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Page.class);
    private static final String BLANK = "<!doctype html><html lang=\"en\"><head><title>Voice</title></head></html>";

    /// Held here: the page itself holds what Java gives it only weakly.
    private final Bridge bridge;

    private @Nullable WebEngine engine;
    private @Nullable JSObject root;
    private boolean closed;

    Page(Consumer<Question> asked) {
        bridge = new Bridge(asked);
    }

    /// Loads an empty page and calls `ready` on the FX thread, or `failed`.
    void open(Runnable ready, Consumer<Throwable> failed) {
        FxThread.run(() -> {
            try {
                var opened = new WebEngine();
                engine = opened;
                opened.getLoadWorker().stateProperty().subscribe(state -> loaded(opened, state, ready, failed));
                opened.loadContent(BLANK);
            } catch (RuntimeException | LinkageError e) {
                failed.accept(e);
            }
        });
    }

    private void loaded(WebEngine opened, Worker.State state, Runnable ready, Consumer<Throwable> failed) {
        if (closed || root != null) {
            return;
        }
        if (state == Worker.State.FAILED || state == Worker.State.CANCELLED) {
            failed.accept(new VoiceFailure(0, "The page that voice runs in did not load"));
        }
        if (state != Worker.State.SUCCEEDED) {
            return;
        }
        try {
            var window = (JSObject) opened.executeScript("window");
            root = window;
            window.setMember("trunklineJava", bridge);
            ready.run();
        } catch (RuntimeException e) {
            failed.accept(e);
        }
    }

    /// On the FX thread, from `ready` on.
    @Nullable
    Object run(String script) {
        var now = engine;
        return now == null || closed ? null : now.executeScript(script);
    }

    /// Calls a function of `trunkline.phone`.
    void call(String function, JsonNode about) {
        FxThread.run(() -> guarded(function, () -> run("trunkline.phone." + function + "(" + about + ")")));
    }

    void levels(double spoken, double heard) {
        FxThread.run(() -> guarded("levels", () -> send("levels", spoken, heard)));
    }

    @Override
    public void good(int id, @Nullable JsonNode value) {
        answer(id, true, value);
    }

    @Override
    public void bad(int id, String why) {
        answer(id, false, JsonNodeFactory.instance.objectNode().put("message", why));
    }

    private void answer(int id, boolean good, @Nullable JsonNode value) {
        if (id != 0) {
            var text = text(value);
            FxThread.run(() -> guarded("an answer", () -> send("answered", id, good, text)));
        }
    }

    @Override
    public void tell(int target, String type, @Nullable JsonNode value) {
        var text = text(value);
        FxThread.run(() -> guarded(type, () -> send("told", target, type, text)));
    }

    /// Ends the scripts: nothing of the page runs any more.
    void close() {
        FxThread.run(() -> {
            closed = true;
            var now = engine;
            engine = null;
            root = null;
            if (now != null) {
                now.load(null);
            }
        });
    }

    private void send(String function, @Nullable Object... values) {
        var now = root;
        if (now != null && !closed) {
            ((JSObject) now.getMember("trunkline")).call(function, values);
        }
    }

    /// WebKit resumes what awaits a promise by a timer, which ticks with the screen's pulses: each answer would be
    /// taken up to 17 ms late, four times in a row before a call is asked for. Its own thread for ticks
    /// (`com.sun.webkit.platformticks`) would keep a core busy for as long as any timer of the page waits.
    private static void resume() {
        Timer.getTimer().notifyTick();
    }

    private void guarded(String what, Runnable act) {
        try {
            act.run();
            FxThread.later(Page::resume);
        } catch (JSException e) {
            LOG.warn("The page failed at {}: {}", what, PageLog.clean(String.valueOf(e.getMessage())));
        }
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : value.toString();
    }
}
