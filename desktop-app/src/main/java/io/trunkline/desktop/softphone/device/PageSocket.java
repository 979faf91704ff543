package io.trunkline.desktop.softphone.device;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One WebSocket of the page. The JDK's takes one message at a time, so that what comes meanwhile waits here.
final class PageSocket implements WebSocket.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(PageSocket.class);
    private static final int ABNORMAL = 1006;

    private final int number;
    private final Answers answers;
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<String> waiting = new ArrayDeque<>();
    private final StringBuilder part = new StringBuilder();
    private @Nullable WebSocket socket;
    private boolean sending;
    private boolean over;
    private boolean silent;

    PageSocket(int number, Answers answers) {
        this.number = number;
        this.answers = answers;
    }

    @Override
    public void onOpen(WebSocket opened) {
        lock.lock();
        try {
            socket = opened;
            if (over) {
                opened.abort();
                return;
            }
        } finally {
            lock.unlock();
        }
        alive();
        answers.tell(number, "open", null);
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        alive();
        part.append(data);
        if (last) {
            var text = part.toString();
            part.setLength(0);
            answers.tell(number, "message", object().put("text", text));
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer data) {
        alive();
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed(code, reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable why) {
        failed(why);
    }

    /// The way to the other side is being made.
    void watch(CompletionStage<WebSocket> opening) {
        then(opening, why -> {
            if (why != null) {
                failed(why);
            }
        });
    }

    /// Asks the other side for a sign of life: it counts as silent until it gives any.
    void ask() {
        lock.lock();
        try {
            silent = true;
            var now = socket;
            if (now != null && !over) {
                then(now.sendPing(ByteBuffer.allocate(0)), why -> {
                    if (why != null) {
                        LOG.debug("A socket could not be asked for a sign of life", why);
                    }
                });
            }
        } finally {
            lock.unlock();
        }
    }

    /// Also one that is not open yet.
    boolean isSilent() {
        lock.lock();
        try {
            return silent && !over;
        } finally {
            lock.unlock();
        }
    }

    private void alive() {
        lock.lock();
        try {
            silent = false;
        } finally {
            lock.unlock();
        }
    }

    void failed(Throwable why) {
        var cause = why.getCause() == null ? why : why.getCause();
        abort();
        closed(ABNORMAL, cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    private void abort() {
        lock.lock();
        try {
            var now = socket;
            if (now != null) {
                now.abort();
            }
        } finally {
            lock.unlock();
        }
    }

    void send(String text) {
        lock.lock();
        try {
            waiting.add(text);
        } finally {
            lock.unlock();
        }
        sendNext();
    }

    /// Says good-bye where it still can, and does not wait for the other side's.
    void close(int code, String reason) {
        lock.lock();
        try {
            var now = socket;
            if (now != null && !over) {
                then(now.sendClose(code, reason), _ -> now.abort());
            }
        } finally {
            lock.unlock();
        }
        closed(code, reason);
    }

    boolean isOver() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    private void sendNext() {
        lock.lock();
        try {
            var now = socket;
            if (now == null || sending || over || waiting.isEmpty()) {
                return;
            }
            sending = true;
            then(now.sendText(waiting.remove(), true), this::sent);
        } finally {
            lock.unlock();
        }
    }

    private void sent(@Nullable Throwable why) {
        lock.lock();
        try {
            sending = false;
        } finally {
            lock.unlock();
        }
        if (why == null) {
            sendNext();
        } else {
            failed(why);
        }
    }

    /// Told once.
    private void closed(int code, String reason) {
        lock.lock();
        try {
            if (over) {
                return;
            }
            over = true;
        } finally {
            lock.unlock();
        }
        answers.tell(number, "close", object().put("code", code).put("reason", reason));
    }

    /// `done` is told what went wrong, or null.
    private static void then(CompletionStage<WebSocket> stage, Consumer<@Nullable Throwable> done) {
        var _ = stage.handle((_, why) -> {
            done.accept(why);
            return null;
        });
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
