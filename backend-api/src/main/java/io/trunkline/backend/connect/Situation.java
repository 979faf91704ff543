package io.trunkline.backend.connect;

import io.trunkline.backend.telephony.twilio.CarrierAccount;
import io.trunkline.model.FlowId;
import io.trunkline.model.QueueId;
import io.trunkline.model.queue.PhoneNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How things are before anything is changed, at Twilio and at the backend.
///
/// `account` is what the backend knows of one, `tokenKnown` whether its token is the one we have, `keyThere` whether
/// its key still exists at Twilio. `services` are the messaging services that take texts of numbers, by the number's
/// id.
record Situation(
        Optional<CarrierAccount> account,
        boolean tokenKnown,
        boolean keyThere,
        Optional<Application> application,
        List<CarrierNumber> chosen,
        Map<String, String> services,
        List<PhoneNumber> ours,
        Map<String, FlowId> flows,
        Map<String, QueueId> queues) {
    Optional<PhoneNumber> tied(CarrierNumber number) {
        return ours.stream()
                .filter(each -> each.number().equals(number.number()))
                .findFirst();
    }

    Optional<String> flowName(Optional<FlowId> id) {
        return name(flows, id);
    }

    Optional<String> queueName(Optional<QueueId> id) {
        return name(queues, id);
    }

    private static <I> Optional<String> name(Map<String, I> named, Optional<I> id) {
        return named.entrySet().stream()
                .filter(each -> id.isPresent() && each.getValue().equals(id.get()))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
