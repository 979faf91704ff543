package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.inbox.ThreadsGateway;
import io.trunkline.model.Page;
import io.trunkline.model.ThreadId;
import io.trunkline.model.interaction.Command;
import io.trunkline.model.message.Message;
import io.trunkline.model.message.MessageThread;
import org.jspecify.annotations.Nullable;

/// Threads and their messages over REST.
public final class RestThreads implements ThreadsGateway {
    private final Api api;

    public RestThreads(Rest rest) {
        this.api = rest.api();
    }

    @Override
    public Page<MessageThread> threads(@Nullable String cursor) {
        return Answers.of(api.threads(null, cursor));
    }

    @Override
    public MessageThread thread(ThreadId thread) {
        return Answers.of(api.thread(thread));
    }

    @Override
    public Page<Message> messages(ThreadId thread, @Nullable String before) {
        return Answers.of(api.messages(thread, before));
    }

    @Override
    public void read(ThreadId thread, Command command) {
        Answers.done(api.read(thread, command));
    }
}
