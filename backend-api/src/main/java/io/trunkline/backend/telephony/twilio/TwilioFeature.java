package io.trunkline.backend.telephony.twilio;

import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.backend.platform.jobs.Workers;
import io.trunkline.backend.telephony.Carrier;
import io.trunkline.backend.telephony.CarrierAudio;
import io.trunkline.backend.telephony.CarrierLegs;
import io.trunkline.backend.telephony.NoticeApplier;
import io.trunkline.backend.telephony.Outage;
import io.trunkline.backend.telephony.Spool;
import io.trunkline.backend.telephony.TelephonyConfig;
import io.trunkline.backend.telephony.TelephonyFeature;
import io.trunkline.backend.telephony.TextCarrier;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Wires Twilio: its webhooks, its REST behind [Carrier], its audio and tokens for devices.
public final class TwilioFeature {
    private static final Logger LOG = LoggerFactory.getLogger(TwilioFeature.class);

    private final Database database;
    private final Workers workers;
    private final Clock clock;
    private final TelephonyFeature telephony;
    private final Links links;
    private final URI publicUrl;
    private final Accounts accounts;
    private final Proof proof;
    private final CarrierWay way = new CarrierWay();
    private final TwilioCarrier carrier;
    private final TwilioTexts texts;
    private final TwilioLegs legs;
    private final Spool spool;
    private Runnable replay = () -> {};
    private final Map<String, NoticeKind> kinds = new LinkedHashMap<>();

    /// `publicUrl` is the address under which Twilio reaches us; signatures are checked against it.
    public TwilioFeature(
            TelephonyConfig config,
            URI publicUrl,
            Database database,
            Workers workers,
            Clock clock,
            TelephonyFeature telephony) {
        this.publicUrl = publicUrl;
        this.database = database;
        this.workers = workers;
        this.clock = clock;
        this.telephony = telephony;
        this.links = new Links(publicUrl);
        var box = SecretBox.of(config);
        this.accounts = new Accounts(database, box);
        this.proof = new Proof(box);
        var clients = new Clients(accounts, way, config.carrierTimeout());
        this.carrier = new TwilioCarrier(clients, links, telephony.directory());
        this.texts = new TwilioTexts(clients, links);
        this.legs = new TwilioLegs(clients);
        this.spool = new Spool(config.spool(), workers.executor("spool-commit"));
        var reader = new NoticeReader(telephony.legNotices(), telephony.recordingNotices(), telephony.deviceCalls());
        notice(Links.VOICE_STATUS, "call-status", "CallSid", reader.statuses());
        notice(Links.CONFERENCE, "conference", "ConferenceSid", reader::conference);
        notice(Links.COLLEAGUE_STATUS, "colleague", "CallSid", reader::colleague);
        notice(Links.ECHO_RECORDING, "echo", "RecordingSid", reader::echo);
        notice(Links.RECORDING, "recording", "RecordingSid", reader::recording);
    }

    /// Takes signed notices at one more address into the durable inbox and has them applied in order of what
    /// `subjectField` names. Called before [#routes].
    public void notice(String path, String kind, String subjectField, NoticeApplier applier) {
        kinds.put(path, new NoticeKind(kind, subjectField));
        telephony.notices().applies(kind, applier);
    }

    public TextCarrier texts() {
        return texts;
    }

    /// Names who takes texts that come in, and reports on those that went out. Called before [#routes].
    public void texts(NoticeApplier inbound, NoticeApplier report) {
        notice(Links.TEXT_INBOUND, "text.inbound", "MessageSid", inbound);
        notice(Links.TEXT_STATUS, "text.report", "MessageSid", report);
    }

    public Carrier carrier() {
        return carrier;
    }

    /// How legs are doing at the carrier.
    public CarrierLegs legs() {
        return legs;
    }

    public CarrierAudio audio() {
        return new TwilioAudio(accounts, way);
    }

    /// The accounts of tenants.
    public Accounts accounts() {
        return accounts;
    }

    public void routes(Routes routes) {
        var questions = new VoiceQuestions(
                telephony.calls(), telephony.agentLegs(), telephony.deviceCalls(), telephony.directory(), links);
        var answers = new Answers(
                questions, telephony.notices(), kinds, spool, new Outage(clock), workers.executor("question"));
        var gatekeeper = new Gatekeeper(publicUrl, accounts, clock);
        new TwilioWebhook(gatekeeper, answers, telephony.agentLegs(), kinds, proof).declare(routes);
        new CarrierRoutes(database, accounts, new AccessTokens(accounts, clock)).declare(routes);
        new ConnectRoutes(database, accounts, links, proof).declare(routes);
        replay = () -> {
            if (answers.replay() > 0) {
                telephony.wroteDownLate();
            }
        };
    }

    /// Goes once through what every webhook goes through before anything is written down.
    public void rehearse() {
        LOG.debug("Rehearsed {}", new Rehearsal(publicUrl, links).run());
    }

    /// Opens the way to the carrier beside what else is done, before the first order has to wait for it.
    public void listening() {
        workers.submit("way-to-the-carrier", way::http);
    }

    /// Begins to watch accounts and to take up what was spooled; after [#routes].
    public void start() {
        accounts.refresh();
        workers.loop("carrier-accounts", Duration.ofSeconds(5), accounts::refresh);
        workers.loop("spool", Duration.ofSeconds(1), replay);
    }
}
