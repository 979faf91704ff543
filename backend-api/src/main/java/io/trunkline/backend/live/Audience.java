package io.trunkline.backend.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.trunkline.backend.platform.http.Principal;
import io.trunkline.model.AgentId;
import io.trunkline.model.QueueId;
import io.trunkline.model.identity.Role;
import io.trunkline.model.json.Json;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who of a tenant hears an event: everybody, or whoever one of the sets names. In-process listeners hear every event.
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Audience(boolean everyone, Set<AgentId> agents, Set<Role> roles, Set<QueueId> queues) {
    private static final Audience EVERYONE = new Audience(true, Set.of(), Set.of(), Set.of());
    private static final Audience NOBODY = new Audience(false, Set.of(), Set.of(), Set.of());

    public Audience(
            boolean everyone, @Nullable Set<AgentId> agents, @Nullable Set<Role> roles, @Nullable Set<QueueId> queues) {
        this.everyone = everyone;
        this.agents = agents == null ? Set.of() : Set.copyOf(agents);
        this.roles = roles == null ? Set.of() : Set.copyOf(roles);
        this.queues = queues == null ? Set.of() : Set.copyOf(queues);
    }

    public static Audience ofEveryone() {
        return EVERYONE;
    }

    /// Only in-process listeners.
    public static Audience ofNobody() {
        return NOBODY;
    }

    public static Audience ofAgent(AgentId agent) {
        return new Audience(false, Set.of(agent), Set.of(), Set.of());
    }

    public static Audience ofRoles(Role... roles) {
        return new Audience(false, Set.of(), Set.of(roles), Set.of());
    }

    /// Members who work in the queue.
    public static Audience ofQueue(QueueId queue) {
        return new Audience(false, Set.of(), Set.of(), Set.of(queue));
    }

    /// Whoever hears this or the other.
    public Audience or(Audience other) {
        return new Audience(
                everyone || other.everyone,
                union(agents, other.agents),
                union(roles, other.roles),
                union(queues, other.queues));
    }

    boolean includes(Principal.Member member) {
        return everyone
                || agents.contains(member.agent())
                || shares(roles, member.roles())
                || shares(queues, member.queues());
    }

    static Audience read(String json) {
        try {
            return Json.mapper().readValue(json, Audience.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not an audience: " + json, e);
        }
    }

    private static <T> boolean shares(Set<T> wanted, Set<T> had) {
        for (var each : wanted) {
            if (had.contains(each)) {
                return true;
            }
        }
        return false;
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
