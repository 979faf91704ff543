package io.trunkline.backend.presence;

import static io.trunkline.model.presence.PresenceState.AVAILABLE;
import static io.trunkline.model.presence.PresenceState.AWAY;
import static io.trunkline.model.presence.PresenceState.ENGAGED;
import static io.trunkline.model.presence.PresenceState.OFFLINE;
import static io.trunkline.model.presence.PresenceState.RESERVED;
import static io.trunkline.model.presence.PresenceState.WRAP_UP;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final Instant NINE = Instant.parse("2026-11-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-11-02T10:00:00Z");
    private final Standing available = Standing.unknown(NINE).connected(NINE).wished(AVAILABLE, null, NINE);

    @Test
    void theLatestWishMadeDuringWorkTakesEffectAfterIt() {
        var working = available
                .reserved(TEN)
                .engaged(TEN)
                .wished(AVAILABLE, null, TEN)
                .wished(OFFLINE, null, TEN);

        assertThat(working.state()).isEqualTo(ENGAGED);
        assertThat(working.released(TEN).state()).isEqualTo(OFFLINE);
    }

    @Test
    void aWishMadeInWrapUpDoesNotEndTheWrapUp() {
        var wrapping = available.engaged(NINE).wrappingUp(TEN).wished(AWAY, "Lunch", TEN);

        assertThat(wrapping.state()).isEqualTo(WRAP_UP);
        assertThat(wrapping.released(TEN))
                .extracting(Standing::state, Standing::reason)
                .containsExactly(AWAY, "Lunch");
    }

    @Test
    void anOutboundCallMadeOnBreakReturnsToTheBreak() {
        var after = available.wished(AWAY, "Break", NINE).engaged(TEN).released(TEN);

        assertThat(after).extracting(Standing::state, Standing::reason).containsExactly(AWAY, "Break");
    }

    @Test
    void anOfferThatCameToNothingLeavesTheIdleTimeAsItWas() {
        assertThat(available.reserved(TEN).released(TEN).idleSince()).isEqualTo(NINE);
        assertThat(available.engaged(TEN).released(TEN).idleSince()).isEqualTo(TEN);
    }

    @Test
    void nobodyIsReservedWithoutADesktop() {
        assertThat(available.lost().reserved(TEN).state()).isEqualTo(AVAILABLE);
        assertThat(available.reserved(TEN).state()).isEqualTo(RESERVED);
    }

    @Test
    void aLostSocketNeverEndsWork() {
        var talking = available.engaged(NINE).lost().graceOver(TEN);

        assertThat(talking.state()).isEqualTo(ENGAGED);
    }

    @Test
    void whoWasTakenOfflineByALostSocketIsPutBackWhereTheyStood() {
        var gone = available.wished(AWAY, "Lunch", NINE).lost().graceOver(TEN);

        assertThat(gone.state()).isEqualTo(OFFLINE);
        assertThat(gone.connected(TEN))
                .extracting(Standing::state, Standing::reason)
                .containsExactly(AWAY, "Lunch");
    }

    @Test
    void whoChoseOfflineStaysOffline() {
        assertThat(available.wished(OFFLINE, null, TEN).lost().connected(TEN).state())
                .isEqualTo(OFFLINE);
    }

    @Test
    void workThatEndsWithoutADesktopEndsOfflineAndComesBackOnReturn() {
        var ended = available.engaged(NINE).lost().released(TEN);

        assertThat(ended.state()).isEqualTo(OFFLINE);
        assertThat(ended.connected(TEN).state()).isEqualTo(AVAILABLE);
    }
}
