package io.trunkline.backend.telephony;

import io.trunkline.backend.contacts.Contacts;
import io.trunkline.backend.identity.Audit;
import io.trunkline.backend.platform.db.Tx;
import io.trunkline.backend.platform.http.Fault;
import io.trunkline.backend.platform.http.Inputs;
import io.trunkline.model.AgentId;
import io.trunkline.model.UserId;
import io.trunkline.model.call.TalkWay;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How each agent talks: by their device, unless they chose a telephone or SIP address that we dial.
final class TalkWays {
    private static final int LONGEST = 255;
    private static final Pattern SIP = Pattern.compile(
            "sips?:[A-Za-z0-9._~!$&'*+=%-]+@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:;[A-Za-z-]+=[A-Za-z0-9.-]+)*");

    private final TalkWayStore store = new TalkWayStore();
    private final Audit audit = new Audit();
    private final Contacts contacts;
    private final Directory directory;

    TalkWays(Contacts contacts, Directory directory) {
        this.contacts = contacts;
        this.directory = directory;
    }

    TalkWay of(Tx tx, AgentId agent) {
        return store.find(tx, agent).orElse(TalkWay.DEVICE);
    }

    /// Takes effect with the next leg; the one that is up stays. Refuses what cannot be dialled.
    TalkWay choose(Tx tx, UserId user, AgentId agent, TalkWay wanted) {
        var chosen = checked(tx, wanted);
        if (!chosen.equals(of(tx, agent))) {
            switch (chosen.kind()) {
                case DEVICE -> store.drop(tx, agent);
                case PHONE, SIP -> store.save(tx, agent, chosen);
            }
            var detail = Map.of("kind", chosen.kind().name());
            audit.record(tx, Audit.Actor.of(user), "talk-way.changed", "agent " + agent, detail);
        }
        return chosen;
    }

    private TalkWay checked(Tx tx, TalkWay wanted) {
        var kind = Inputs.present("kind", wanted.kind());
        return switch (kind) {
            case DEVICE -> device(wanted.address());
            case PHONE -> new TalkWay(kind, phone(tx, wanted.address()));
            case SIP -> new TalkWay(kind, sip(wanted.address()));
        };
    }

    private static TalkWay device(@Nullable String address) {
        if (address != null) {
            throw new Fault.Invalid("address", "Your own device has no address.");
        }
        return TalkWay.DEVICE;
    }

    private String phone(Tx tx, @Nullable String address) {
        var raw = Inputs.text("address", address, LONGEST);
        var number = contacts.phone(tx, raw)
                .orElseThrow(() -> new Fault.Invalid("address", "“%s” is no telephone number.".formatted(raw)));
        if (directory.line(number).isPresent()) {
            throw new Fault.Invalid("address", "This is a number of the centre itself; its calls would come back.");
        }
        return number;
    }

    private static String sip(@Nullable String address) {
        var raw = Inputs.text("address", address, LONGEST).strip();
        if (!SIP.matcher(raw).matches()) {
            throw new Fault.Invalid("address", "A SIP address looks like sip:user@host.example.com.");
        }
        return raw;
    }
}
