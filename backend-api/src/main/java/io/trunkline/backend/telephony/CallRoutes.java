package io.trunkline.backend.telephony;

import static io.trunkline.model.identity.Permission.CALL_MAKE;
import static io.trunkline.model.identity.Permission.DESK_USE;
import static io.trunkline.model.identity.Permission.INTERACTION_READ;

import io.trunkline.backend.platform.db.CommandLog;
import io.trunkline.backend.platform.db.Database;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Request;
import io.trunkline.backend.platform.http.Routes;
import io.trunkline.model.CommandId;
import io.trunkline.model.InteractionId;
import io.trunkline.model.call.CallState;
import io.trunkline.model.call.NewCall;
import io.trunkline.model.call.Started;
import io.trunkline.model.call.Switch;
import io.trunkline.model.call.Transfer;
import io.trunkline.model.interaction.Command;
import java.util.function.BiConsumer;

/// `/api/v1/calls` and `/api/v1/interactions/{id}/call`
final class CallRoutes {
    private static final String CALL = "/api/v1/interactions/{id}/call";
    private final Database database;
    private final CallDesk desk;
    private final CallStates states;

    CallRoutes(Database database, CallDesk desk, CallStates states) {
        this.database = database;
        this.desk = desk;
        this.states = states;
    }

    void declare(Routes routes) {
        routes.post("/api/v1/calls")
                .summary("Call a number")
                .needs(CALL_MAKE)
                .takes(NewCall.class)
                .creates(Started.class)
                .to(this::call);
        routes.get(CALL)
                .summary("The running call")
                .needs(INTERACTION_READ)
                .returns(CallState.class)
                .to(this::state);
        routes.post(CALL + "/hold")
                .summary("Hold the contact or take them back")
                .needs(DESK_USE)
                .unmetered()
                .forEveryProgram()
                .takes(Switch.class)
                .returns(CallState.class)
                .to(this::hold);
        routes.post(CALL + "/mute")
                .summary("Record that the agent's microphone is off or on")
                .needs(DESK_USE)
                .unmetered()
                .forEveryProgram()
                .takes(Switch.class)
                .returns(CallState.class)
                .to(this::mute);
        routes.post(CALL + "/hang-up")
                .summary("End the call")
                .needs(DESK_USE)
                .unmetered()
                .forEveryProgram()
                .takes(Command.class)
                .returns(CallState.class)
                .to(this::hangUp);
        routes.post(CALL + "/transfer")
                .summary("Transfer blind to a queue, an agent or a number")
                .needs(DESK_USE)
                .takes(Transfer.class)
                .returns(CallState.class)
                .to(this::transfer);
    }

    private Started call(Request request, NewCall wanted) {
        var actor = request.member().user().value();
        return database.inTenant(
                request.tenant(),
                tx -> CommandLog.once(
                        tx,
                        wanted.command(),
                        actor,
                        "call",
                        Started.class,
                        () -> desk.call(tx, request.member().agent(), wanted)));
    }

    private CallState state(Request request) {
        return database.inTenant(request.tenant(), tx -> found(tx, interaction(request)));
    }

    private CallState hold(Request request, Switch wanted) {
        return apply(
                request,
                wanted.command(),
                "hold",
                (tx, id) -> desk.hold(tx, request.member().agent(), id, wanted.on()));
    }

    private CallState mute(Request request, Switch wanted) {
        return apply(
                request,
                wanted.command(),
                "mute",
                (tx, id) -> desk.mute(tx, request.member().agent(), id, wanted.on()));
    }

    private CallState hangUp(Request request, Command wanted) {
        return apply(
                request,
                wanted.command(),
                "hang-up",
                (tx, id) -> desk.hangUp(tx, request.member().agent(), id));
    }

    private CallState transfer(Request request, Transfer wanted) {
        return apply(
                request,
                wanted.command(),
                "transfer",
                (tx, id) -> desk.transfer(tx, request.member().agent(), id, wanted));
    }

    private CallState apply(Request request, CommandId command, String kind, BiConsumer<Tx, InteractionId> work) {
        var id = interaction(request);
        return database.inTenant(
                request.tenant(),
                tx -> CommandLog.once(tx, command, request.member().user().value(), kind, CallState.class, () -> {
                    work.accept(tx, id);
                    return found(tx, id);
                }));
    }

    private CallState found(Tx tx, InteractionId id) {
        return states.find(tx, id).orElseThrow(() -> new Fault.NotFound("There is no such call."));
    }

    private static InteractionId interaction(Request request) {
        return request.id("id", InteractionId::new);
    }
}
