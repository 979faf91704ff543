package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.desktop.headless.Fx;
import io.trunkline.model.json.Json;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The shim in a real page, over a bridge by hand: a test sees what is asked of Java, and answers.
final class ShimPage implements AutoCloseable {
    private final BlockingQueue<Question> asked = new LinkedBlockingQueue<>();
    private final Page page = new Page(asked::add);

    ShimPage() throws InterruptedException {
        Fx.run(() -> {});
        var ready = new CountDownLatch(1);
        page.open(
                () -> {
                    Shim.PARTS.forEach(part -> page.run(Shim.part(part)));
                    ready.countDown();
                },
                why -> {
                    throw new AssertionError(why);
                });
        if (!ready.await(20, TimeUnit.SECONDS)) {
            throw new AssertionError("The page did not load");
        }
    }

    /// The value of an expression, as text.
    String value(String expression) {
        return String.valueOf(Fx.on(() -> page.run(expression)));
    }

    void run(String script) {
        Fx.on(() -> page.run(script));
    }

    /// The next question of this kind; what came before it is passed over.
    Question asked(String op) throws InterruptedException {
        while (true) {
            @Nullable Question each = asked.poll(10, TimeUnit.SECONDS);
            if (each == null) {
                throw new AssertionError("The page did not ask for " + op);
            }
            if (each.op().equals(op)) {
                return each;
            }
        }
    }

    boolean isAskedNothing() {
        Fx.settle();
        return asked.isEmpty();
    }

    void answer(Question question, String json) {
        page.good(question.id(), json(json));
        Fx.settle();
    }

    /// Without waiting until the page has taken it.
    void agree(Question question) {
        page.good(question.id(), null);
    }

    void refuse(Question question, String why) {
        page.bad(question.id(), why);
        Fx.settle();
    }

    void tell(int thing, String type, String json) {
        page.tell(thing, type, json(json));
        Fx.settle();
    }

    private static @Nullable JsonNode json(String json) {
        try {
            return json.isEmpty() ? null : Json.mapper().readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        page.close();
    }
}
