package io.trunkline.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.trunkline.simulator.account.Numbers;
import io.trunkline.simulator.account.PhoneNumber;
import io.trunkline.simulator.voice.Call;
import io.trunkline.simulator.voice.Times;

final class CallJson {
    private final String account;
    private final Numbers numbers;

    CallJson(String account, Numbers numbers) {
        this.account = account;
        this.numbers = numbers;
    }

    ObjectNode of(Call call) {
        var uri = Rest.ROOT + account + "/Calls/" + call.sid();
        var number = numbers.find(call.to()).or(() -> numbers.find(call.from()));
        var json = Rest.object()
                .put("sid", call.sid())
                .put("account_sid", account)
                .put("parent_call_sid", call.parent().map(Call::sid).orElse(null))
                .put("phone_number_sid", number.map(PhoneNumber::sid).orElse(""))
                .put("from", call.from())
                .put("from_formatted", call.from())
                .put("to", call.to())
                .put("to_formatted", call.to())
                .put("direction", call.direction().wire())
                .put("status", call.status().wire())
                .put("date_created", Times.text(call.created()))
                .put("date_updated", Times.text(call.ended().or(call::answered).orElse(call.created())))
                .put("start_time", Rest.time(call.answered()))
                .put("end_time", Rest.time(call.ended()))
                .put("duration", call.status().ended() ? "" + call.seconds() : null)
                .put("queue_time", "" + call.queued().toMillis())
                .put("api_version", "2010-04-01")
                .put("trunk_sid", "")
                .put("price_unit", "USD")
                .put("uri", uri + ".json")
                .putNull("answered_by")
                .putNull("caller_name")
                .putNull("forwarded_from")
                .putNull("group_sid")
                .putNull("price");
        json.putObject("subresource_uris").put("recordings", uri + "/Recordings.json");
        return json;
    }
}
