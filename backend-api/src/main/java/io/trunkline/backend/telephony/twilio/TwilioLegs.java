package io.trunkline.backend.telephony.twilio;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import io.trunkline.backend.telephony.CallSid;
import io.trunkline.backend.telephony.CarrierLegs;
import io.trunkline.backend.telephony.LegState;
import io.trunkline.backend.telephony.Reply;
import io.trunkline.model.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Twilio's own account of a leg.
final class TwilioLegs implements CarrierLegs {
    private final Clients clients;

    TwilioLegs(Clients clients) {
        this.clients = clients;
    }

    @Override
    public Optional<Seen> seen(TenantId tenant, CallSid leg) {
        var seen = new ArrayList<Seen>();
        return switch (clients.guarded(tenant, client -> fetch(client, leg, seen))) {
            case Reply.Done _ -> seen.stream().findFirst();
            case Reply.Gone _ -> Optional.of(new Seen(LegState.COMPLETED, null));
            case Reply.Refused _, Reply.Later _, Reply.Unclear _, Reply.NotDone _ -> Optional.empty();
        };
    }

    private static Reply fetch(TwilioRestClient client, CallSid leg, List<Seen> seen) {
        var call = Call.fetcher(leg.value()).fetch(client);
        var ended = call.getEndTime();
        LegState.named(call.getStatus().toString())
                .ifPresent(state -> seen.add(new Seen(state, ended == null ? null : ended.toInstant())));
        return new Reply.Done(leg.value());
    }
}
