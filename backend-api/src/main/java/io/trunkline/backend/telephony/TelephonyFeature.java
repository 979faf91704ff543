package io.trunkline.backend.telephony;

import io.trunkline.backend.contacts.Contacts;
import io.trunkline.backend.interactions.Interactions;
import io.trunkline.backend.interactions.InteractionsFeature;
import io.trunkline.backend.live.Audience;
import io.trunkline.backend.live.EventLog;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.backend.platform.jobs.Bell;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.backend.recordings.AudioSource;
import io.trunkline.backend.recordings.Recordings;
import io.trunkline.backend.routing.OfferTransport;
import io.trunkline.backend.routing.Routing;
import io.trunkline.model.InteractionId;
import io.trunkline.model.TenantId;
import io.trunkline.model.call.CallState;
import io.trunkline.model.identity.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wires calls. A carrier is given with [#start], since carriers are built on what this feature offers them.
public final class TelephonyFeature {
    private static final Logger LOG = LoggerFactory.getLogger(TelephonyFeature.class);
    private static final long PACE = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long PACE_OF_MANY = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int MANY = 20;
    private static final Duration LOOK_FOR_DESKS = Duration.ofMillis(500);

    private final Database database;
    private final Workers workers;
    private final Clock clock;
    private final TelephonyConfig config;
    private final CommandStore commandStore = new CommandStore();
    private final Bell sendNow = new Bell();
    private final Bell applyNow = new Bell();
    private final CallStore callStore = new CallStore();
    private final LegStore legStore;
    private final Directory directory;
    private final CallLife life;
    private final CallStates states;
    private final Calls calls;
    private final AgentLegs agentLegs;
    private final LegNotices legNotices;
    private final RecordingNotices recordingNotices;
    private final Notices notices;
    private final CallDesk desk;
    private final DeviceCalls deviceCalls;
    private final TalkWays ways;
    private final AgentLines lines;
    private final FarEnd farEnd;
    private final DeskLoss deskLoss;
    private final LineQuality quality;
    private volatile Runnable doubtLegs = () -> {};

    public TelephonyFeature(
            TelephonyConfig config,
            Database database,
            Workers workers,
            Clock clock,
            EventLog log,
            Contacts contacts,
            InteractionsFeature ledger,
            Routing routing,
            Recordings recordings) {
        var interactions = ledger.interactions();
        this.config = config;
        this.database = database;
        this.workers = workers;
        this.clock = clock;
        notices = new Notices(database, clock, workers.executor("notice-commit"), applyNow::ring);
        legStore = new LegStore((tenant, call) -> notices.known(tenant, call.value()));
        directory = new Directory(database);
        var commands = new CarrierCommands(commandStore, sendNow::ring);
        states = new CallStates(callStore, legStore, interactions, recordings, teller(log, interactions));
        life = new CallLife(callStore, legStore, interactions, routing, commands, states, config.agentGrace());
        calls = new Calls(database, callStore, legStore, contacts, interactions, routing, life);
        ways = new TalkWays(contacts, directory);
        var bringing = new Bringing(commands);
        lines = new AgentLines(
                callStore, legStore, routing, commands, life, states, bringing, ways, config.lineTimeout());
        farEnd = new FarEnd(callStore, legStore, commands, life, lines, states);
        deskLoss = new DeskLoss(database, callStore, legStore, life, clock, config.deskLostAfter());
        agentLegs = new AgentLegs(database, callStore, legStore, routing, commands, life, states, bringing);
        legNotices = new LegNotices(callStore, legStore, interactions, routing, commands, life, states, lines);
        recordingNotices = new RecordingNotices(callStore, recordings, states);
        deviceCalls = new DeviceCalls(database, routing, commands, log, config.colleagueTimeout());
        quality = new LineQuality(legStore, routing, ledger.qualities());
        desk = new CallDesk(
                callStore, legStore, contacts, interactions, routing, commands, life, states, directory, lines);
    }

    public Calls calls() {
        return calls;
    }

    public AgentLegs agentLegs() {
        return agentLegs;
    }

    public DeviceCalls deviceCalls() {
        return deviceCalls;
    }

    public LegNotices legNotices() {
        return legNotices;
    }

    public RecordingNotices recordingNotices() {
        return recordingNotices;
    }

    /// The carrier's audio as recordings take it.
    public AudioSource audio(CarrierAudio audio) {
        return (tenant, sid) -> {
            var found = audio.fetch(tenant, sid);
            return new AudioSource.Audio(found.status(), found.contentType(), found.bytes());
        };
    }

    /// The durable inbox; other features name who applies their kinds.
    public Notices notices() {
        return notices;
    }

    public Directory directory() {
        return directory;
    }

    /// How offers of calls are delivered.
    public OfferTransport offers() {
        return new VoiceOffers(life, states, lines);
    }

    /// The running call of an interaction, for a desk's snapshot.
    public Optional<CallState> state(Tx tx, InteractionId interaction) {
        return states.find(tx, interaction);
    }

    public void routes(Routes routes) {
        new CallRoutes(database, desk, states).declare(routes);
        new LineRoutes(database, ways, lines, deskLoss, quality).declare(routes);
        new NumberRoutes(database, new NumberStore(), directory).declare(routes);
    }

    /// Begins to apply notices, to send commands to `carrier` and to look after contacts whose agents do not come.
    public void start(Carrier carrier) {
        directory.refresh();
        var outcomes = new Outcomes(legStore, life, farEnd);
        var sender =
                new CommandSender(database, commandStore, carrier, outcomes, workers, clock, config.callsPerSecond());
        workers.loop("directory", Duration.ofSeconds(2), directory::refresh);
        applyNow.wakes(workers.loop("notices", Duration.ofMillis(250), this::applyAll));
        sendNow.wakes(workers.loop(
                "carrier-commands",
                Duration.ofMillis(250),
                () -> eachTenant(tenant -> sender.sendDue(tenant, sendNow::ring))));
        workers.loop("webhooks-forgotten", Duration.ofHours(1), () -> eachTenant(this::forget));
        workers.loop("lost-desks", LOOK_FOR_DESKS, () -> eachTenant(deskLoss::lookAfter));
        workers.loop("agentless-calls", Duration.ofSeconds(1), () -> eachTenant(this::lookAfter));
    }

    /// Begins to ask about legs whose end nobody told us; once the server listens, since only then nothing more is
    /// missed.
    public void listening(CarrierLegs carrier) {
        var silent = new SilentLegs(database, legStore, legNotices, carrier, workers, clock);
        doubtLegs = silent::doubtAll;
        workers.loop(
                "silent-device-calls",
                Duration.ofSeconds(5),
                () -> eachTenant(tenant -> deviceCalls.askAll(tenant, carrier)));
        workers.loop("silent-legs", Duration.ofSeconds(1), () -> eachTenant(silent::askAll));
    }

    /// Calls were written down long after they came, and may have ended since.
    public void wroteDownLate() {
        doubtLegs.run();
    }

    private void forget(TenantId tenant) {
        var forgotten = new Forgetting(database, config.webhooksKept()).forget(tenant);
        if (forgotten > 0) {
            LOG.info("{} notices and answers of tenant {} were old enough to go", forgotten, tenant);
        }
    }

    private void applyAll() {
        var looked = notices.applyDue();
        while (looked >= Notices.LARGEST_BATCH && !workers.stopping()) {
            looked = notices.applyDue();
        }
        if (looked > 0) {
            // Under load a turn takes many notices instead of one; the first after a rest never waits.
            LockSupport.parkNanos(looked < MANY ? PACE : PACE_OF_MANY);
        }
    }

    private void lookAfter(TenantId tenant) {
        database.doInTenant(
                tenant, tx -> callStore.agentless(tx).forEach(interaction -> life.letWaitAgain(tx, interaction)));
    }

    private void eachTenant(Consumer<TenantId> work) {
        directory.tenants().forEach(work);
    }

    private static CallTeller teller(EventLog log, Interactions interactions) {
        return (tx, interaction, event) -> log.append(tx, interaction, event, audience(tx, interaction, interactions));
    }

    private static Audience audience(Tx tx, InteractionId id, Interactions interactions) {
        var supervisors = Audience.ofRoles(Role.SUPERVISOR, Role.ADMIN);
        return interactions
                .find(tx, id)
                .flatMap(now -> Optional.ofNullable(now.agent()))
                .map(agent -> supervisors.or(Audience.ofAgent(agent.id())))
                .orElse(supervisors);
    }
}
