package io.trunkline.backend.connect;

/// What fields of a number or an application are called in front of people.
final class FieldNames {
    private FieldNames() {}

    static String of(String field) {
        return switch (field) {
            case CarrierNumber.CALLS -> "calls go to";
            case "VoiceMethod" -> "calls go by";
            case CarrierNumber.CALLS_FALLBACK -> "calls, if that fails";
            case "VoiceFallbackMethod" -> "calls, if that fails, by";
            case CarrierNumber.CALL_STATUS -> "calls are told to";
            case "StatusCallbackMethod" -> "calls are told by";
            case CarrierNumber.TEXTS -> "texts go to";
            case "SmsMethod" -> "texts go by";
            case CarrierNumber.CALLS_APPLICATION -> "application for calls";
            case CarrierNumber.TEXTS_APPLICATION -> "application for texts";
            default -> field;
        };
    }
}
