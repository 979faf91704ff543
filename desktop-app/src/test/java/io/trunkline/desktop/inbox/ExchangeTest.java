package io.trunkline.desktop.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.desktop.Samples;
import io.trunkline.model.Direction;
import io.trunkline.model.message.Message;
import io.trunkline.model.message.MessageState;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private final Exchange exchange = new Exchange();

    @Test
    void anOlderStateThatComesLaterChangesNothing() {
        exchange.take(message(1, MessageState.DELIVERED));
        exchange.take(message(1, MessageState.SENT));
        assertThat(exchange.all()).extracting(Message::state).containsExactly(MessageState.DELIVERED);
    }

    @Test
    void aFailureIsFinal() {
        exchange.take(message(1, MessageState.FAILED));
        exchange.take(message(1, MessageState.READ));
        assertThat(exchange.all()).extracting(Message::state).containsExactly(MessageState.FAILED);
    }

    @Test
    void pagesAndEventsInAnyOrderMakeOneExchange() {
        exchange.take(message(3, MessageState.SENT));
        exchange.take(List.of(message(2, MessageState.SENT), message(3, MessageState.SENT)));
        exchange.take(message(1, MessageState.SENT));
        assertThat(exchange.all())
                .extracting(each -> each.at().getEpochSecond() - Samples.NINE.getEpochSecond())
                .containsExactly(1L, 2L, 3L);
    }

    private static Message message(int number, MessageState state) {
        return Samples.message(number, Direction.OUTBOUND, "text", state, Samples.NINE.plusSeconds(number));
    }
}
