package io.trunkline.backend.platform;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/// New ids: UUIDv7, which grow with time, so that indexes on them stay dense.
public final class Ids {
    private static final TimeBasedEpochGenerator NEXT = Generators.timeBasedEpochGenerator();

    private Ids() {}

    public static UUID next() {
        return NEXT.generate();
    }
}
