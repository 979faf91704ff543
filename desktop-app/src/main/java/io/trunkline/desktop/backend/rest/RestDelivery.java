package io.trunkline.desktop.backend.rest;

import io.trunkline.desktop.cache.Pending;
import io.trunkline.desktop.session.Delivery;

/// Sends what the outbox holds.
public final class RestDelivery implements Delivery {
    private final Rest rest;

    public RestDelivery(Rest rest) {
        this.rest = rest;
    }

    @Override
    public void deliver(Pending pending) {
        switch (pending) {
            case Pending.Note(var interaction, var note) ->
                Answers.done(rest.api().addNote(interaction, note));
            case Pending.Text(var thread, var message) ->
                Answers.done(rest.api().send(thread, message));
            case Pending.Quality(var interaction, var report) ->
                Answers.done(rest.api().quality(interaction, report));
            case Pending.Complete(var interaction, var completion) ->
                Answers.done(rest.api().complete(interaction, completion));
        }
    }
}
