package io.trunkline.backend.inbox;

import static io.trunkline.model.message.MessageState.DELIVERED;
import static io.trunkline.model.message.MessageState.FAILED;
import static io.trunkline.model.message.MessageState.QUEUED;
import static io.trunkline.model.message.MessageState.READ;
import static io.trunkline.model.message.MessageState.SENDING;
import static io.trunkline.model.message.MessageState.SENT;
import static io.trunkline.model.message.MessageState.UNDELIVERED;
import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.model.message.MessageState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MessageStatesTest {
    @Test
    void aLateReportNeverMovesAMessageBack() {
        assertThat(MessageStates.after(DELIVERED, SENT)).isEqualTo(DELIVERED);
        assertThat(MessageStates.after(UNDELIVERED, SENDING)).isEqualTo(UNDELIVERED);
        assertThat(MessageStates.after(FAILED, QUEUED)).isEqualTo(FAILED);
    }

    @Test
    void readFollowsDelivered() {
        assertThat(MessageStates.after(DELIVERED, READ)).isEqualTo(READ);
    }

    @Test
    void everyOrderOfReportsEndsInTheSameState() {
        var reports = new ArrayList<>(List.of(QUEUED, SENDING, SENT, DELIVERED, SENT, DELIVERED));
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            Collections.shuffle(reports, random);

            assertThat(reports.stream().reduce(QUEUED, MessageStates::after)).isEqualTo(MessageState.DELIVERED);
        }
    }
}
