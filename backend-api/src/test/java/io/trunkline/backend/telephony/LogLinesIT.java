package io.trunkline.backend.telephony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.read.ListAppender;
import io.trunkline.backend.identity.TestClock;
import io.trunkline.backend.identity.TestServer;
import io.trunkline.backend.platform.Ids;
import io.trunkline.backend.platform.db.TestDatabase;
import io.trunkline.model.CommandId;
import io.trunkline.model.Direction;
import io.trunkline.model.InteractionId;
import io.trunkline.model.LegId;
import io.trunkline.model.call.NewCall;
import io.trunkline.model.interaction.Completion;
import io.trunkline.model.interaction.ParticipantRole;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.LoggerFactory;

class LogLinesIT {
    private static final TestClock CLOCK = new TestClock();
    private static final LoggerContext LOGS = (LoggerContext) LoggerFactory.getILoggerFactory();
    private static final Logger OURS = LOGS.getLogger("io.trunkline");

    @RegisterExtension
    static final TestDatabase POSTGRES = new TestDatabase(CLOCK);

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private CallCentre centre;

    @BeforeEach
    void listen() {
        lines.start();
        OURS.addAppender(lines);
        OURS.setLevel(Level.TRACE);
        centre = new CallCentre(POSTGRES, CLOCK);
    }

    @AfterEach
    void stop() {
        centre.close();
        OURS.setLevel(Level.INFO);
        OURS.detachAppender(lines);
    }

    @Test
    void noLineHoldsANumberATextOrASecret() {
        var sales = centre.queue("Sales");
        var ana = centre.agent("Ana", sales);
        var call = centre.arrives("CA-log", sales);
        centre.accept(ana, centre.reservation(call, "OFFERED"));
        centre.contactLeg(call, "CA-log", LegState.COMPLETED);
        var note = "The contact told a secret recipe";
        var completion = new Completion(new CommandId(Ids.next()), null, note);
        assertThat(centre.post(ana, "interactions/%s/complete".formatted(call), completion)
                        .status())
                .isEqualTo(204);
        centre.post(ana, "calls", new NewCall(new CommandId(Ids.next()), "+12025550185", sales));
        centre.post(ana, "calls", "{\"to\": \"+12025550186\"}");

        var said = List.copyOf(lines.list).stream().map(LogLinesIT::whole).toList();

        assertThat(said).anyMatch(line -> line.contains("ACTIVE -> WRAPPING"));
        assertThat(String.join("\n", said))
                .doesNotContain("2025550177", "2025550185", "2025550186", "recipe", "Carla")
                .doesNotContain(TestServer.PASSWORD, ana.token(), ana.refreshToken(), ana.email());
    }

    @Test
    void aLineAboutAnInteractionCarriesItsId() {
        var call = centre.arrives("CA-about", centre.queue("Sales"));

        assertThat(lines.list)
                .filteredOn(line -> line.getFormattedMessage().startsWith("OPEN -> WAITING"))
                .singleElement()
                .satisfies(line -> assertThat(line.getMDCPropertyMap()).containsEntry("interaction", call.toString()));
    }

    @Test
    void aStatementThatFailsIsToldWithoutItsValues() {
        var refused = catchThrowable(() -> POSTGRES.database()
                .doInTenant(
                        centre.tenant,
                        tx -> new LegStore((_, _) -> {})
                                .insert(
                                        tx,
                                        new LegId(Ids.next()),
                                        new InteractionId(Ids.next()),
                                        null,
                                        ParticipantRole.CONTACT,
                                        new CallSid("+12025550199"),
                                        Direction.INBOUND,
                                        LegState.QUEUED)));

        assertThat(refused).hasStackTraceContaining("insert into leg");
        assertThat(refused.toString() + refused.getCause()).doesNotContain("2025550199", "Detail");
    }

    @Test
    void whatOthersSayIsBlottedOutOfTheLine() {
        OURS.info("The carrier says: To number +12025550185 of lena@example.com is not valid");

        var said = lines.list.stream()
                .filter(line -> line.getFormattedMessage().startsWith("The carrier says"))
                .findFirst()
                .orElseThrow();
        assertThat(written(said))
                .contains("The carrier says: To number … of … is not valid")
                .doesNotContain("2025550185", "lena");
    }

    /// The line as the program writes it.
    private static String written(ILoggingEvent line) {
        var context = new LoggerContext();
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(Objects.requireNonNull(LogLinesIT.class.getResource("/logback.xml")));
        } catch (JoranException e) {
            throw new IllegalStateException(e);
        }
        var console = (OutputStreamAppender<ILoggingEvent>)
                context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).getAppender("console");
        return new String(console.getEncoder().encode(line), StandardCharsets.UTF_8);
    }

    private static String whole(ILoggingEvent line) {
        var thrown = line.getThrowableProxy();
        return line.getFormattedMessage() + (thrown == null ? "" : " " + thrown.getMessage());
    }
}
