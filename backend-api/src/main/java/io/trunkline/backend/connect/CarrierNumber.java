package io.trunkline.backend.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.TreeMap;

/// A number of the account as it is now. `fields` are whom it asks, by Twilio's names of its parameters and exactly as
/// they stand there, empty where nothing is set.
record CarrierNumber(
        String sid,
        String number,
        String name,
        boolean calls,
        boolean texts,
        String trunk,
        SortedMap<String, String> fields) {
    static final String CALLS = "VoiceUrl";
    static final String CALLS_FALLBACK = "VoiceFallbackUrl";
    static final String CALL_STATUS = "StatusCallback";
    static final String TEXTS = "SmsUrl";
    static final String CALLS_APPLICATION = "VoiceApplicationSid";
    static final String TEXTS_APPLICATION = "SmsApplicationSid";

    static CarrierNumber of(JsonNode json) {
        var fields = new TreeMap<String, String>();
        fields.put(CALLS, json.path("voice_url").asText(""));
        fields.put("VoiceMethod", json.path("voice_method").asText("POST"));
        fields.put(CALLS_FALLBACK, json.path("voice_fallback_url").asText(""));
        fields.put("VoiceFallbackMethod", json.path("voice_fallback_method").asText("POST"));
        fields.put(CALL_STATUS, json.path("status_callback").asText(""));
        fields.put("StatusCallbackMethod", json.path("status_callback_method").asText("POST"));
        fields.put(TEXTS, json.path("sms_url").asText(""));
        fields.put("SmsMethod", json.path("sms_method").asText("POST"));
        fields.put(CALLS_APPLICATION, json.path("voice_application_sid").asText(""));
        fields.put(TEXTS_APPLICATION, json.path("sms_application_sid").asText(""));
        var able = json.path("capabilities");
        return new CarrierNumber(
                json.path("sid").asText(),
                json.path("phone_number").asText(),
                json.path("friendly_name").asText(""),
                able.path("voice").asBoolean(false),
                able.path("sms").asBoolean(false),
                json.path("trunk_sid").asText(""),
                fields);
    }

    String field(String field) {
        return fields.getOrDefault(field, "");
    }
}
