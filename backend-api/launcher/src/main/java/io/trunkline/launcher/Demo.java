package io.trunkline.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import io.trunkline.model.identity.Role;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The centre of a company that does not exist, set up over REST as an administrator would.
///
/// Nothing of it is known to the backend: it lives in this module, which is part of no production package.
public final class Demo {
    public static final String TENANT = "demo";
    public static final String ADMINISTRATOR = "admin@demo.example";
    public static final String AGENT = "lena@demo.example";
    public static final String SECOND_AGENT = "marco@demo.example";
    public static final String SUPERVISOR = "ruth@demo.example";
    public static final String NUMBER = "+12025550100";
    static final String APPLICATION = "AP00000000000000000000000000000001";
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private Demo() {}

    /// Settings with which a backend makes the first tenant and its administrator.
    static Map<String, String> bootstrap(Secrets secrets) {
        return Map.of(
                "TRUNKLINE_BOOTSTRAP_TENANT", TENANT,
                "TRUNKLINE_BOOTSTRAP_NAME", "Harbour Energy",
                "TRUNKLINE_BOOTSTRAP_COUNTRY", "US",
                "TRUNKLINE_BOOTSTRAP_TIME_ZONE", "America/New_York",
                "TRUNKLINE_BOOTSTRAP_EMAIL", ADMINISTRATOR,
                "TRUNKLINE_BOOTSTRAP_PERSON", "Ada Administrator",
                "TRUNKLINE_BOOTSTRAP_PASSWORD", secrets.password());
    }

    /// The number and application that the simulator's account begins with.
    static Map<String, Object> carrier(URI backend) {
        return Map.of(
                "numbers",
                        List.of(Map.of(
                                "number", NUMBER,
                                "name", "Main line",
                                "voiceUrl", backend + "/twilio/voice/inbound",
                                "voiceFallbackUrl", backend + "/twilio/voice/fallback",
                                "smsUrl", backend + "/twilio/sms/inbound",
                                "statusCallback", backend + "/twilio/voice/status")),
                "applications",
                        List.of(Map.of(
                                "sid",
                                APPLICATION,
                                "name",
                                "Desktops",
                                "voiceUrl",
                                backend + "/twilio/voice/agent",
                                "statusCallback",
                                backend + "/twilio/voice/status")));
    }

    /// Signs in; the access token goes with every request after it.
    public static Rest signIn(Rest backend, String email, String password) {
        var session = backend.post("/api/v1/login", Map.of("tenant", TENANT, "email", email, "password", password));
        return backend.as(session.path("accessToken").asText());
    }

    /// Sets the centre up, unless it is already.
    public static void seed(Centre centre) {
        var password = centre.secrets().password();
        var admin = signIn(centre.backend(), ADMINISTRATOR, password);
        if (!admin.get("/api/v1/queues").isEmpty()) {
            return;
        }
        List.of("Billing", "Sales", "Spanish").forEach(name -> admin.post("/api/v1/skills", Map.of("name", name)));
        var billing = queue(admin, "Billing", Map.of("Billing", 2), true);
        var sales = queue(admin, "Sales", Map.of("Sales", 1), false);
        var support = queue(admin, "Support", Map.of(), false);
        dispositions(admin);
        carrier(admin, centre);
        var flow = admin.post("/api/v1/flows", Map.of("name", "Main line", "flow", flow(sales, billing, support)));
        admin.post(
                "/api/v1/numbers",
                Map.of("number", NUMBER, "label", "Main line", "flow", id(flow), "textQueue", id(support)));
        var all = List.of(id(billing), id(sales), id(support));
        person(admin, "Lena Brandt", AGENT, Role.AGENT, password, all, Map.of("Billing", 3, "Sales", 2));
        person(
                admin,
                "Marco Silva",
                SECOND_AGENT,
                Role.AGENT,
                password,
                all,
                Map.of("Billing", 4, "Sales", 4, "Spanish", 5));
        person(admin, "Ruth Adeyemi", SUPERVISOR, Role.SUPERVISOR, password, all, Map.of());
        acquaintances(admin);
        LOG.info("The demo centre is set up");
    }

    private static void carrier(Rest admin, Centre centre) {
        var secrets = centre.secrets();
        admin.put(
                "/api/v1/carrier",
                Map.of(
                        "accountSid", secrets.accountSid(),
                        "authToken", secrets.authToken(),
                        "apiKeySid", secrets.keySid(),
                        "apiKeySecret", secrets.keySecret(),
                        "applicationSid", APPLICATION,
                        "baseUrl", centre.simulatorAddress().toString()));
    }

    /// Some of those who call and write are known already; the others arrive as numbers.
    private static void acquaintances(Rest admin) {
        contact(admin, "Amelia Novak", "Novak Bakery", "+15550110001", "Business");
        contact(admin, "Ben Okafor", "", "+15550110002", "Direct debit");
        contact(admin, "Carla Jiménez", "", "+15550110003", "Spanish");
        contact(admin, "David Lindqvist", "Lindqvist & Daughters", "+15550110004", "Business");
        contact(admin, "Emi Tanaka", "", "+15550110005", "Solar");
        contact(admin, "Grace Murphy", "Harbour View Guest House", "+15550110007", "Business");
        contact(admin, "Iris Kowalska", "", "+15550110009", "New");
    }

    private static void contact(Rest admin, String name, String company, String phone, String tag) {
        var contact = new HashMap<String, Object>(Map.of(
                "name", name, "phones", List.of(phone), "emails", List.of(), "tags", List.of(tag), "fields", Map.of()));
        if (!company.isEmpty()) {
            contact.put("company", company);
        }
        admin.post("/api/v1/contacts", contact);
    }

    private static JsonNode queue(Rest admin, String name, Map<String, Integer> skills, boolean dispositionRequired) {
        return admin.post(
                "/api/v1/queues",
                Map.of(
                        "name",
                        name,
                        "skills",
                        skills,
                        "offerSeconds",
                        20,
                        "wrapUpSeconds",
                        60,
                        "serviceLevelSeconds",
                        20,
                        "dispositionRequired",
                        dispositionRequired));
    }

    private static void dispositions(Rest admin) {
        List.of("Solved", "Call back", "Complaint", "Wrong number")
                .forEach(name -> admin.post("/api/v1/dispositions", Map.of("name", name)));
    }

    private static void person(
            Rest admin,
            String name,
            String email,
            Role role,
            String password,
            List<String> queues,
            Map<String, Integer> skills) {
        admin.post(
                "/api/v1/users",
                Map.of(
                        "name", name,
                        "email", email,
                        "password", password,
                        "roles", Set.of(role),
                        "queues", queues,
                        "skills", skills));
    }

    private static Map<String, Object> flow(JsonNode sales, JsonNode billing, JsonNode support) {
        return Map.of(
                "start", "greeting",
                "language", "en-US",
                "steps",
                        Map.of(
                                "greeting", Map.of("type", "say", "text", "Welcome to Harbour Energy.", "next", "menu"),
                                "menu",
                                        Map.of(
                                                "type", "menu",
                                                "prompt",
                                                        "For sales, press 1. For billing, press 2. For anything else, press 3.",
                                                "choices", Map.of("1", "sales", "2", "billing", "3", "support"),
                                                "otherwise", "support",
                                                "invalid", "Sorry, that is not one of the choices.",
                                                "seconds", 5,
                                                "tries", 3),
                                "sales", enqueue(sales),
                                "billing", enqueue(billing),
                                "support", enqueue(support),
                                "full",
                                        Map.of(
                                                "type", "hangUp",
                                                "text", "All our lines are busy. Please call again later.",
                                                "outcome", "OVERFLOWED")));
    }

    private static Map<String, Object> enqueue(JsonNode queue) {
        return Map.of("type", "enqueue", "queue", id(queue), "full", "full");
    }

    private static String id(JsonNode node) {
        return node.path("id").asText();
    }
}
