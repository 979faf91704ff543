package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.bench.Figures;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Ten thousand webhooks, shuffled and delivered one to three times over several connections, leave the same rows
/// behind as the same webhooks delivered once and in order.
///
/// What is shuffled is what a carrier can shuffle. A question holds its call until it is answered, so the questions of
/// one call come in their order; each may come again at any time later, even while its first delivery is still being
/// answered, and long after the call. A notice tells of something that has happened, so it never comes before what led
/// to it was answered; apart from that it comes at any time and in any order, before notices of what happened earlier
/// and before the questions that follow. Repeats are the same in every byte and carry the same idempotency token. The
/// longest delay is below the time an agent who is away has to come back: beyond it the centre acts on what it knows,
/// as it should.
class WebhookStormIT {
    private static final int WEBHOOKS = 10_000;
    private static final long SEED = 20_261_121;
    private static final int CONNECTIONS = 8;

    @RegisterExtension
    static final TestDatabase ORDERED = new TestDatabase();

    @RegisterExtension
    static final TestDatabase STORMED = new TestDatabase();

    @TempDir
    static Path folder;

    @Test
    void tenThousandShuffledWebhooksEndAsInOrderToTheRow() throws Exception {
        var script = new StormScript(SEED, WEBHOOKS);
        Map<String, Map<String, Integer>> expected;
        int deliveries;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ordered = threads.submit(() -> inOrder(script));
            var stormed = threads.submit(() -> asAStorm(script));
            expected = ordered.get();
            deliveries = stormed.get();
        }

        var differences = LedgerRows.differences(expected, LedgerRows.of(STORMED));
        var rows = LedgerRows.count(expected);
        Figures.record(
                "webhooks.storm.deliveries", deliveries, "deliveries", "of 10,000", script.webhooks() == WEBHOOKS);
        Figures.record("webhooks.storm.rows-compared", rows, "rows", "-", true);
        Figures.record("webhooks.storm.rows-different", differences.size(), "rows", "0", differences.isEmpty());
        assertThat(script.webhooks()).isEqualTo(WEBHOOKS);
        assertThat(differences).isEmpty();
        theComparisonFindsWhatIsPlanted(expected);
    }

    private static Map<String, Map<String, Integer>> inOrder(StormScript script) {
        try (var centre = new StormCentre(ORDERED, folder.resolve("ordered"))) {
            var run = new StormRun(centre, script);
            run.inOrder();
            centre.settle();
            assertThat(run.wrong()).isEmpty();
            return LedgerRows.of(ORDERED);
        }
    }

    /// Gives back how often a webhook was delivered.
    private static int asAStorm(StormScript script) throws InterruptedException {
        try (var centre = new StormCentre(STORMED, folder.resolve("stormed"))) {
            centre.start(new Willing());
            var run = new StormRun(centre, script);
            run.asAStorm(SEED, CONNECTIONS);
            centre.settle();
            assertThat(run.wrong()).isEmpty();
            return run.delivered();
        }
    }

    private static void theComparisonFindsWhatIsPlanted(Map<String, Map<String, Integer>> expected) {
        var found = 0;
        for (var planted : List.of(
                "update leg set state = 'FAILED' where call_sid = (select min(call_sid) from leg)",
                "delete from message_delivery where ctid = (select min(ctid) from message_delivery)",
                "update recording set started_at = started_at + interval '1 second'"
                        + " where carrier_sid = (select min(carrier_sid) from recording)",
                "update interaction set queued_at = null"
                        + " where id = (select min(interaction_id::text)::uuid from segment where queue_id is not null)",
                "insert into queue_entry (tenant_id, interaction_id, queue_id, channel, priority, enqueued_at)"
                        + " select i.tenant_id, i.id, q.id, 'VOICE', 0, now() from interaction i, queue q"
                        + " where i.channel = 'VOICE' limit 1")) {
            STORMED.tell(planted);
            var differences =
                    LedgerRows.differences(expected, LedgerRows.of(STORMED)).size();
            assertThat(differences).as(planted).isGreaterThan(found);
            found = differences;
        }
    }

    /// A carrier that does whatever it is told at once; whoever it dials has a leg with an id made of the number.
    private static final class Willing implements Carrier {
        @Override
        public Reply carry(TenantId tenant, CarrierOrder order) {
            return new Reply.Done(
                    order instanceof CarrierOrder.Dial dial ? StormScript.callSid(dial.number()) : "done");
        }

        @Override
        public Reply look(TenantId tenant, CarrierOrder order, Instant since) {
            return carry(tenant, order);
        }
    }
}
