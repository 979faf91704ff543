package io.trunkline.backend.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.trunkline.backend.identity.TestClock;
import io.trunkline.backend.identity.TestServer;
import io.trunkline.backend.identity.TestServer.Person;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.AgentId;
import io.trunkline.model.CommandId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.QueueId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.identity.Role;
import io.trunkline.model.interaction.Command;
import io.trunkline.model.interaction.Completion;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RoutingRoutesIT {
    private static final TestClock CLOCK = new TestClock();

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase(CLOCK);

    private Centre centre;
    private TestServer server;
    private Person ana;
    private QueueId sales;

    @BeforeEach
    void anAgentWhoIsAvailable() {
        var tenants = new TestServer(POSTGRES, CLOCK);
        var key = "t" + UUID.randomUUID().toString().substring(0, 8);
        var tenant = tenants.tenant(key);
        tenants.close();
        centre = new Centre(POSTGRES, POSTGRES.database(), tenant, CLOCK, "node-a");
        server = new TestServer(POSTGRES, CLOCK, Map.of(), centre.feature::routes);
        ana = server.person(key, "Ana", Role.AGENT);
        sales = centre.queue("Sales", 60, false);
        POSTGRES.tell("insert into queue_agent (tenant_id, queue_id, agent_id) values ('%s', '%s', '%s')"
                .formatted(tenant, sales, ana.id()));
        centre.available(new AgentId(ana.id()));
    }

    @AfterEach
    void close() {
        server.close();
        centre.close();
    }

    @Test
    void anAcceptanceSentAgainLaterIsAnsweredAsTheFirstTime() {
        var call = centre.call(sales);
        var offer = centre.reservation(call, "OFFERED");
        var command = command();

        assertThat(accept(offer, command)).isEqualTo(204);
        centre.hangUp(call);

        assertThat(accept(offer, command)).isEqualTo(204);
        assertThat(accept(offer, command())).isEqualTo(409);
    }

    @Test
    void aDesktopSaysThatItRingsOnceOrTwiceButNotForWhatIsOverOrNotItsOwn() {
        var call = centre.call(sales);
        var offer = centre.reservation(call, "OFFERED");
        var command = command();

        assertThat(post("reservations/%s/ringing".formatted(offer), command)).isEqualTo(204);
        assertThat(post("reservations/%s/ringing".formatted(offer), command)).isEqualTo(204);
        assertThat(post("reservations/%s/ringing".formatted(offer), command())).isEqualTo(204);
        assertThat(POSTGRES.ask("select ringing_at is not null from reservation where id = '%s'".formatted(offer)))
                .isEqualTo("t");
        assertThat(post("reservations/%s/ringing".formatted(UUID.randomUUID()), command()))
                .isEqualTo(404);

        centre.hangUp(call);
        centre.reservation(call, "WITHDRAWN");
        assertThat(post("reservations/%s/ringing".formatted(offer), command())).isEqualTo(409);
    }

    @Test
    void aDeclineSentAgainDeclinesOnce() {
        var offer = centre.reservation(centre.call(sales), "OFFERED");
        var command = command();

        assertThat(post("reservations/%s/decline".formatted(offer), command)).isEqualTo(204);
        assertThat(post("reservations/%s/decline".formatted(offer), command)).isEqualTo(204);
        assertThat(accept(offer, command)).as("the id of a decline").isEqualTo(409);
    }

    @Test
    void moreTimeAskedForAgainWithTheSameCommandIsGivenOnce() {
        var call = wrapping();
        var command = command();

        assertThat(post("interactions/%s/wrap-up/extend".formatted(call), command))
                .isEqualTo(204);
        var until = wrapUpUntil(call);
        CLOCK.pass(Duration.ofSeconds(10));
        assertThat(post("interactions/%s/wrap-up/extend".formatted(call), command))
                .isEqualTo(204);

        assertThat(wrapUpUntil(call)).isEqualTo(until);
        assertThat(post("interactions/%s/wrap-up/extend".formatted(call), command()))
                .isEqualTo(204);
        assertThat(wrapUpUntil(call)).isNotEqualTo(until);
    }

    @Test
    void aCompletionSentAgainWritesItsNoteOnce() {
        var call = wrapping();
        var completion = new Completion(command().command(), null, "Wants a call on Monday");

        assertThat(post("interactions/%s/complete".formatted(call), completion)).isEqualTo(204);
        assertThat(post("interactions/%s/complete".formatted(call), completion)).isEqualTo(204);

        assertThat(centre.count("note where true")).isEqualTo(1);
        assertThat(POSTGRES.ask("select state from interaction where id = '%s'".formatted(call)))
                .isEqualTo("COMPLETED");
    }

    private InteractionId wrapping() {
        var call = centre.call(sales);
        assertThat(accept(centre.reservation(call, "OFFERED"), command())).isEqualTo(204);
        centre.hangUp(call);
        centre.reservation(call, "WRAPPING");
        return call;
    }

    private static String wrapUpUntil(InteractionId call) {
        return POSTGRES.ask("select wrap_up_until from reservation where interaction_id = '%s'".formatted(call));
    }

    private int accept(ReservationId offer, Command command) {
        return post("reservations/%s/accept".formatted(offer), command);
    }

    private int post(String path, Object body) {
        return server.call("POST", "/api/v1/" + path, ana.token(), body).status();
    }

    private static Command command() {
        return new Command(new CommandId(Ids.next()));
    }
}
