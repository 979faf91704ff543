package io.trunkline.backend.live;

import io.trunkline.backend.platform.jobs.Loop;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.model.TenantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries one in-process listener through the logs of all tenants. Its place moves only after the listener has
/// returned.
final class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final String name;
    private final Map<TenantId, Long> places;
    private final EventListener listener;
    private final Supplier<List<Channel>> channels;
    private final int batch;
    private final Loop loop;

    Follower(
            String name,
            Map<TenantId, Long> places,
            EventListener listener,
            Supplier<List<Channel>> channels,
            int batch,
            Workers workers) {
        this.name = name;
        this.places = new HashMap<>(places);
        this.listener = listener;
        this.channels = channels;
        this.batch = batch;
        this.loop = workers.loop("events-to-" + name, Duration.ofSeconds(1), this::turn);
    }

    void wake() {
        loop.wake();
    }

    private void turn() {
        for (var channel : channels.get()) {
            while (follow(channel)) {
                // until this tenant's end
            }
        }
    }

    private boolean follow(Channel channel) {
        var place = places.getOrDefault(channel.tenant(), 0L);
        if (place >= channel.head()) {
            return false;
        }
        var read = channel.read(place, batch);
        if (read.isEmpty()) {
            LOG.warn("{} missed events of {} after {}: the log no longer holds them", name, channel.tenant(), place);
            places.put(channel.tenant(), channel.head());
            return false;
        }
        listener.onEvents(channel.tenant(), read.get());
        places.put(channel.tenant(), read.get().getLast().seq());
        return true;
    }
}
