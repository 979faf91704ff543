package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.json.Json;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/// Orders outlive the program that wrote them down.
class CarrierOrderTest {
    @Test
    void aDialThatWasKeptBeforeLinesCouldBeDialledMutedIsNotMuted() throws IOException {
        var kept = """
                {"order": "dial", "interaction": "0199f0a0-0000-7000-8000-000000000004",
                 "leg": "0199f0a0-0000-7000-8000-000000000005", "number": "+34911234567", "callerId": "+12025550100",
                 "seconds": 25}""";

        assertThat(Json.mapper().readValue(kept, CarrierOrder.class))
                .isInstanceOfSatisfying(CarrierOrder.Dial.class, dial -> {
                    assertThat(dial.seconds()).isEqualTo(25);
                    assertThat(dial.silent()).isFalse();
                });
    }
}
