package io.trunkline.backend.live;

import io.trunkline.model.TenantId;
import java.util.List;

/// Hears the events of every tenant in this process, in order and without gaps, whatever their audience. When it
/// throws, the same events come again; so it is written to bear a repetition.
@FunctionalInterface
public interface EventListener {
    void onEvents(TenantId tenant, List<LoggedEvent> events);
}
