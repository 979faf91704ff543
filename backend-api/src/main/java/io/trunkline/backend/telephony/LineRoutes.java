package io.trunkline.backend.telephony;

import static io.trunkline.model.identity.Permission.DESK_USE;

import io.trunkline.backend.platform.db.CommandLog;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Inputs;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.CommandId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.ReservationId;
import io.trunkline.model.call.QualityReport;
import io.trunkline.model.call.TalkWay;
import io.trunkline.model.interaction.Command;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// `/api/v1/talk-way` and how lines were: what concerns agents' own lines.
final class LineRoutes {
    private static final String TALK_WAY = "/api/v1/talk-way";

    private final Database database;
    private final TalkWays ways;
    private final AgentLines lines;
    private final DeskLoss desks;
    private final LineQuality quality;

    LineRoutes(Database database, TalkWays ways, AgentLines lines, DeskLoss desks, LineQuality quality) {
        this.database = database;
        this.ways = ways;
        this.lines = lines;
        this.desks = desks;
        this.quality = quality;
    }

    void declare(Routes routes) {
        routes.get(TALK_WAY)
                .summary("How you talk: by your device, or by a telephone or SIP address that is dialled")
                .needs(DESK_USE)
                .returns(TalkWay.class)
                .to(request -> database.inTenant(
                        request.tenant(), tx -> ways.of(tx, request.member().agent())));
        routes.put(TALK_WAY)
                .summary("Choose how you talk from the next call on")
                .needs(DESK_USE)
                .takes(TalkWay.class)
                .returns(TalkWay.class)
                .to(this::choose);
        routes.post("/api/v1/reservations/{id}/leg")
                .summary("Have your telephone or SIP address dialled into the call you hold")
                .needs(DESK_USE)
                .unmetered()
                .takes(Command.class)
                .returnsNothing()
                .to(this::dial);
        routes.post("/api/v1/reservations/{id}/talking")
                .summary("Say that you talk by your device: each second while your feed is broken, once after")
                .needs(DESK_USE)
                .unmetered()
                .forEveryProgram()
                .returnsNothing()
                .to(this::talking);
        routes.post("/api/v1/interactions/{id}/call/quality")
                .summary("Tell how your line was in a call, also some time after it")
                .needs(DESK_USE)
                .takes(QualityReport.class)
                .returnsNothing()
                .to(this::measured);
    }

    private TalkWay choose(Request request, TalkWay wanted) {
        var member = request.member();
        return database.inTenant(request.tenant(), tx -> ways.choose(tx, member.user(), member.agent(), wanted));
    }

    private void dial(Request request, Command wanted) {
        var id = request.id("id", ReservationId::new);
        var agent = request.member().agent();
        once(request, wanted.command(), "leg", tx -> lines.wanted(tx, id, agent));
    }

    private void talking(Request request) {
        var call = request.id("id", ReservationId::new);
        var agent = request.member().agent();
        database.doInTenant(request.tenant(), tx -> desks.heard(tx, agent, call));
    }

    private void measured(Request request, QualityReport report) {
        var command = Inputs.present("command", report.command());
        var measured = Inputs.present("quality", report.quality());
        var id = request.id("id", InteractionId::new);
        var agent = request.member().agent();
        once(request, command, "quality", tx -> quality.told(tx, id, agent, command, measured));
    }

    private void once(Request request, @Nullable CommandId id, String kind, Consumer<Tx> work) {
        var command = Inputs.present("command", id);
        var actor = request.member().user().value();
        database.doInTenant(
                request.tenant(),
                tx -> CommandLog.once(tx, command, actor, kind, Boolean.class, () -> {
                    work.accept(tx);
                    return true;
                }));
    }
}
