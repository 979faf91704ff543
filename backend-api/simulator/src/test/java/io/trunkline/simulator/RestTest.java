package io.trunkline.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.twilio.base.ResourceSet;
import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.api.v2010.account.Application;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.IncomingPhoneNumber;
import com.twilio.rest.api.v2010.account.Key;
import com.twilio.rest.api.v2010.account.NewKey;
import com.twilio.rest.api.v2010.account.Queue;
import com.twilio.rest.api.v2010.account.queue.Member;
import com.twilio.rest.messaging.v1.Service;
import com.twilio.type.PhoneNumber;
import com.twilio.type.Twiml;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Driven by the carrier's own client library.
class RestTest {
    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = Rig.kind();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private static void refused(Runnable request, int status, int code) {
        assertThatThrownBy(request::run).isInstanceOfSatisfying(ApiException.class, e -> {
            assertThat(e.getStatusCode()).isEqualTo(status);
            assertThat(e.getCode()).isEqualTo(code);
            assertThat(e.getMoreInfo()).endsWith("/" + code);
        });
    }

    @Test
    void refusesWhoeverCannotSayTheSecret() {
        var path = "/2010-04-01/Accounts/" + rig.settings.account().sid() + "/Calls.json";
        var got = rig.send(HttpRequest.newBuilder(rig.uri(path)).build());

        assertThat(got.status()).isEqualTo(401);
        assertThat(got.json().path("code").asInt()).isEqualTo(20003);
        assertThat(got.json().path("status").asInt()).isEqualTo(401);
    }

    @Test
    void acceptsTheApiKeyToo() {
        var account = rig.settings.account();
        var path = "/2010-04-01/Accounts/" + account.sid() + "/Calls.json";

        assertThat(rig.send(rig.authorised(path, account.keySid(), account.keySecret())
                                .build())
                        .status())
                .isEqualTo(200);
        assertThat(rig.send(rig.authorised(path, account.keySid(), "wrong").build())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void showsTheAccountAndMakesKeysForTheTokenOnly() {
        var account = rig.settings.account();
        var shown = Account.fetcher(account.sid()).fetch(rig.twilio);
        assertThat(shown.getStatus()).isEqualTo(Account.Status.ACTIVE);
        assertThat(shown.getType()).isEqualTo(Account.Type.FULL);

        var key = NewKey.creator().setFriendlyName("Trunkline").create(rig.twilio);
        var path = "/2010-04-01/Accounts/" + account.sid();
        assertThat(status(path + "/Calls.json", key.getSid(), key.getSecret())).isEqualTo(200);
        assertThat(status(path + ".json", key.getSid(), key.getSecret())).isEqualTo(401);
        assertThat(status(path + "/Keys.json", key.getSid(), key.getSecret())).isEqualTo(401);
        assertThat(Key.fetcher(key.getSid()).fetch(rig.twilio).getFriendlyName())
                .isEqualTo("Trunkline");

        Key.deleter(key.getSid()).delete(rig.twilio);
        assertThat(status(path + "/Calls.json", key.getSid(), key.getSecret())).isEqualTo(401);
    }

    private int status(String path, String user, String secret) {
        return rig.send(rig.authorised(path, user, secret).build()).status();
    }

    @Test
    void anAccountThatIsNotActiveIsShownAndDoesNothing() {
        rig.post("/control/account", "{\"status\": \"suspended\", \"type\": \"Trial\"}");

        var shown = Account.fetcher(rig.settings.account().sid()).fetch(rig.twilio);
        assertThat(shown.getStatus()).isEqualTo(Account.Status.SUSPENDED);
        assertThat(shown.getType()).isEqualTo(Account.Type.TRIAL);
        refused(() -> IncomingPhoneNumber.reader().read(rig.twilio), 401, 20005);
    }

    @Test
    void aNumberTellsWhatItCarriesAndAnApplicationIsAskedInItsPlace() {
        var application = Application.creator()
                .setFriendlyName("Desk")
                .setVoiceUrl(URI.create(rig.application.url("/desk")))
                .create(rig.twilio);
        assertThat(Application.reader().setFriendlyName("Desk").read(rig.twilio))
                .extracting(Application::getSid)
                .containsExactly(application.getSid());
        assertThat(Application.reader().setFriendlyName("Nobody").read(rig.twilio))
                .isEmpty();

        var number = IncomingPhoneNumber.reader().read(rig.twilio).iterator().next();
        assertThat(number.getCapabilities().getVoice()).isTrue();
        assertThat(number.getTrunkSid()).isNull();
        IncomingPhoneNumber.updater(number.getSid())
                .setVoiceApplicationSid(application.getSid())
                .update(rig.twilio);
        rig.phones();

        assertThat(rig.application.next("/desk").form().text("To")).isEqualTo(Rig.LINE);
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        var number = IncomingPhoneNumber.reader().read(rig.twilio).iterator().next();

        refused(
                () -> IncomingPhoneNumber.updater(number.getSid())
                        .setVoiceUrl(URI.create("nowhere"))
                        .update(rig.twilio),
                400,
                21502);
    }

    @Test
    void textsToANumberOfAMessagingServiceComeToTheService() {
        rig.post("/control/services", """
                {"name": "Reminders", "inboundUrl": "%s", "numbers": ["%s"]}
                """.formatted(rig.application.url("/service"), Rig.LINE));
        rig.post("/control/services", "{\"name\": \"Empty\", \"defers\": true}");

        // read once: a second walk over the client's set begins at its last page
        var services = new ArrayList<Service>();
        Service.reader().pageSize(1).read(rig.twilio).forEach(services::add);
        assertThat(services)
                .extracting(Service::getFriendlyName, Service::getUseInboundWebhookOnNumber)
                .containsExactlyInAnyOrder(tuple("Reminders", false), tuple("Empty", true));
        rig.post(
                "/control/texts",
                "{\"from\": \"%s\", \"to\": \"%s\", \"body\": \"Hi\"}".formatted(Rig.CUSTOMER, Rig.LINE));

        assertThat(rig.application.next("/service").form().text("Body")).isEqualTo("Hi");
    }

    @Test
    void knowsWhatIsNotThere() {
        refused(() -> Call.fetcher("CA00000000000000000000000000000000").fetch(rig.twilio), 404, 20404);
    }

    @Test
    void looksAtNumbersBeforeItCalls() {
        var twiml = new Twiml("<Response/>");
        refused(
                () -> Call.creator(new PhoneNumber("555"), new PhoneNumber(Rig.LINE), twiml)
                        .create(rig.twilio),
                400,
                21211);
        refused(
                () -> Call.creator(new PhoneNumber(Rig.CUSTOMER), new PhoneNumber("+15550199999"), twiml)
                        .create(rig.twilio),
                400,
                21210);
    }

    @Test
    void listsInPages() {
        rig.application.says("/voice", "<Enqueue>support</Enqueue>");
        for (var i = 0; i < 7; i++) {
            rig.phones();
        }
        ResourceSet<Call> all =
                Call.reader().setTo(new PhoneNumber(Rig.LINE)).pageSize(3).read(rig.twilio);

        assertThat(StreamSupport.stream(all.spliterator(), false)
                        .map(Call::getSid)
                        .distinct())
                .hasSize(7);
    }

    @Test
    void showsWhoWaitsInAQueueAndTakesThemOut() {
        rig.application.says("/voice", "<Enqueue action='/queued'>support</Enqueue>");
        var sid = rig.phones();
        rig.callUntil(sid, c -> c.path("verb").asText().equals("Enqueue"));
        var queue = Queue.reader().read(rig.twilio).iterator().next();
        assertThat(queue.getFriendlyName()).isEqualTo("support");
        assertThat(queue.getCurrentSize()).isEqualTo(1);

        Member.updater(queue.getSid(), "Front", URI.create(rig.application.url("/taken")))
                .update(rig.twilio);

        assertThat(rig.application.next("/taken").form().text("CallSid")).isEqualTo(sid);
        assertThat(rig.application.next("/queued").form().text("QueueResult")).isEqualTo("redirected");
    }

    @Test
    void numbersAndApplicationsCanBePointedElsewhere() {
        var number = IncomingPhoneNumber.reader()
                .setPhoneNumber(Rig.LINE)
                .read(rig.twilio)
                .iterator()
                .next();
        IncomingPhoneNumber.updater(number.getSid())
                .setVoiceUrl(URI.create(rig.application.url("/new")))
                .update(rig.twilio);
        rig.phones();
        assertThat(rig.application.next("/new").form().text("To")).isEqualTo(Rig.LINE);

        var application = Application.creator()
                .setVoiceUrl(URI.create("http://desk/voice"))
                .create(rig.twilio);
        assertThat(application.getSid()).matches("AP[0-9a-f]{32}");
        assertThat(Application.fetcher(application.getSid()).fetch(rig.twilio).getVoiceUrl())
                .isEqualTo(URI.create("http://desk/voice"));
    }

    @Test
    void anUnknownResourceIsNotFound() {
        var path = "/2010-04-01/Accounts/" + rig.settings.account().sid() + "/Faxes.json";

        assertThat(rig.send(rig.authorised(path).build()).json().path("code").asInt())
                .isEqualTo(20404);
    }

    @Test
    void badOrdersToTheControlAreExplained() {
        var bad = rig.post("/control/calls", "{\"to\": \"+15550100001\"}");
        assertThat(bad.path("status").asInt()).isEqualTo(400);
        assertThat(bad.path("detail").asText()).isEqualTo("The field 'from' is needed.");
        assertThat(rig.post("/control/calls", "{\"from\": \"+15550110001\", \"to\": \"+15550109999\"}")
                        .path("status")
                        .asInt())
                .isEqualTo(404);
        assertThat(rig.post("/control/unkind", "{\"nonsense\": 1}")
                        .path("detail")
                        .asText())
                .contains("nonsense");
        assertThat(rig.post("/control/texts", "not json").path("status").asInt())
                .isEqualTo(400);
        assertThat(rig.get("/health").path("status").asText()).isEqualTo("UP");
        assertThat(rig.send(HttpRequest.newBuilder(rig.uri("/")).build()).body())
                .contains("/control/ledger");
    }
}
