package io.trunkline.backend.telephony;

import io.trunkline.backend.ivr.Flow;
import io.trunkline.model.FlowId;
import io.trunkline.model.TenantId;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One of our numbers and the flow that answers it.
public record Line(TenantId tenant, String number, @Nullable FlowId flowId, Optional<Flow> answeredBy, ZoneId zone) {
    /// Whether calls to it are answered.
    public boolean answers() {
        return answeredBy.isPresent();
    }

    public Flow flow() {
        return answeredBy.orElseThrow();
    }

    public String language() {
        return answeredBy.map(Flow::language).orElse("en-US");
    }
}
